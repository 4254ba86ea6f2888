// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// High-bandwidth memory of one GPU.
package struct GPUMemory: FieldSet, Equatable, Codable {
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

  package static let fields: [Field<GPUMemory>] = [
    Field(
      "usable_gb_per_gpu", \.usableGB, unit: "GB", .from(1, to: 10_000),
      meaning: "Memory that programs can use."),
    Field(
      "marketed_gb_per_gpu", \.marketedGB, unit: "GB", .from(1, to: 10_000), decisive: false,
      meaning: "Memory as advertised."),
    Field(
      "bandwidth_tb_s_per_gpu", \.bandwidthTBPerS, unit: "TB/s", .from(0.01, to: 1_000), decisive: false,
      meaning: "Memory bandwidth."),
  ]
}
