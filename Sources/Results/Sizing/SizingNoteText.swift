// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Quantities
import Wording

/// Notes of a design as sentences.
package enum SizingNoteText {
  /// One note as an English sentence.
  package static func sentence(_ note: SizingNote) -> String { words(note).english }

  /// One note in words.
  package static func words(_ note: SizingNote) -> Phrase {
    switch note {
    case .announced(let sku): "\(sku) is announced and not yet on sale"
    case .airCooled(let sku): "\(sku) is cooled by air: no coolant flow and no coolant distribution unit"
    case .littlePowerForNetwork(let sku, let share):
      "the published power of a unit of \(sku) leaves only \(Phrase.percent(share, decimals: 1)) of the systems' "
        + "power for network and storage; the published figure may be rounded"
    case .notPublished(let sku, let key): "\(key) of \(sku) is not published, so the total lacks it"
    case .rackFrameNotCounted(let sku):
      "the floor load of \(sku) counts the systems without the frame of their rack"
    case .noSpareCoolantUnit: "coolant distribution units are counted without a spare"
    case .highPowerPerGPU(let kW, let threshold):
      "\(Phrase.grouped(kW, decimals: 2)) kW at the meter per GPU is more than the "
        + "\(Phrase.grouped(threshold, decimals: 1)) kW up to which announced sites of this kind go"
    case .connectionExceeded(let grid, let connection):
      "the cluster needs \(Phrase.grouped(grid, decimals: 1)) MW at the meter and the connection gives "
        + "\(Phrase.grouped(connection, decimals: 1)) MW"
    case .landExceeded(let needed, let available):
      "the cluster needs \(Phrase.grouped(needed, decimals: 2)) ha and there are "
        + "\(Phrase.grouped(available, decimals: 2)) ha"
    }
  }
}
