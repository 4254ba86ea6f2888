// SPDX-License-Identifier: GPL-3.0-or-later

public import Figures

/// High-bandwidth memory of one GPU.
public struct GPUMemory: Sendable, Equatable, Codable {
  /// Memory that programs can use, GB (1e9 bytes); nil if not published.
  public var usableGB: Figure?
  /// Memory as advertised, GB (1e9 bytes); nil if not published.
  public var marketedGB: Figure?
  /// Memory bandwidth, TB/s; nil if not published.
  public var bandwidthTBPerS: Figure?

  /// High-bandwidth memory of one GPU.
  public init(usableGB: Figure? = nil, marketedGB: Figure? = nil, bandwidthTBPerS: Figure? = nil) {
    self.usableGB = usableGB
    self.marketedGB = marketedGB
    self.bandwidthTBPerS = bandwidthTBPerS
  }
}
