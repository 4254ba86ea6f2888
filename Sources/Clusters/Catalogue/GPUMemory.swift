// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// High-bandwidth memory of one GPU.
package struct GPUMemory: Sendable, Equatable, Codable {
  /// Memory that programs can use, GB (1e9 bytes); nil if not published.
  package var usableGB: Quantity?
  /// Memory as advertised, GB (1e9 bytes); nil if not published.
  package var marketedGB: Quantity?
  /// Memory bandwidth, TB/s; nil if not published.
  package var bandwidthTBPerS: Quantity?

  /// High-bandwidth memory of one GPU.
  package init(usableGB: Quantity? = nil, marketedGB: Quantity? = nil, bandwidthTBPerS: Quantity? = nil) {
    self.usableGB = usableGB
    self.marketedGB = marketedGB
    self.bandwidthTBPerS = bandwidthTBPerS
  }
}
