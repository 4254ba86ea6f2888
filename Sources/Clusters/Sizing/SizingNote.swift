// SPDX-License-Identifier: GPL-3.0-or-later

/// Something a reader of a design must know; the words are the reader's interface's.
package enum SizingNote: Sendable, Equatable, Codable {
  /// The product is announced, not on sale.
  case announced(skuID: String)
  /// The product is cooled by air: it needs no coolant flow and no coolant distribution unit.
  case airCooled(skuID: String)
  /// The published power of the scalable unit leaves only this share of the systems' power for network and
  /// storage, less than the low end of the assumption: the published figure may be rounded.
  case littlePowerForNetwork(skuID: String, share: Double)
  /// The catalogue has no figure for this key of the product, so the total lacks it.
  case notPublished(skuID: String, key: String)
  /// The floor load counts the systems without the frame of the rack they stand in.
  case rackFrameNotCounted(skuID: String)
  /// The coolant distribution units are counted without a spare.
  case noSpareCoolantUnit
  /// Power at the meter per GPU is above what announced sites of this kind need; expect headroom or mixed
  /// use.
  case highPowerPerGPU(kWPerGPU: Double, threshold: Double)
  /// The cluster needs more than the connection gives, MW at the meter.
  case connectionExceeded(gridMW: Double, connectionMW: Double)
  /// The cluster needs more land than there is, ha.
  case landExceeded(neededHa: Double, availableHa: Double)
}
