// SPDX-License-Identifier: GPL-3.0-or-later

package import Figures

/// High-bandwidth memory of one GPU.
package struct GPUMemory: Sendable, Equatable, Codable {
  /// Memory that programs can use, GB (1e9 bytes); nil if not published.
  package var usableGB: Figure?
  /// Memory as advertised, GB (1e9 bytes); nil if not published.
  package var marketedGB: Figure?
  /// Memory bandwidth, TB/s; nil if not published.
  package var bandwidthTBPerS: Figure?

  /// High-bandwidth memory of one GPU.
  package init(usableGB: Figure? = nil, marketedGB: Figure? = nil, bandwidthTBPerS: Figure? = nil) {
    self.usableGB = usableGB
    self.marketedGB = marketedGB
    self.bandwidthTBPerS = bandwidthTBPerS
  }
}
