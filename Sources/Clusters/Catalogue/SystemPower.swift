// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Electric power of one system.
package struct SystemPower: FieldSet, Equatable, Codable {
  /// Draw of one system under full load as its maker states it, kW; nil if not published.
  package var typicalKW: Quantity?
  /// Sustained maximum of one system, kW: what cables, cooling and the grid connection are sized on.
  ///
  /// Makers disagree; `low` and `high` hold the other published values.
  package var provisioningKW: Quantity
  /// Highest short peak of one system, kW: what feeders and breakers must bear. It does not add up over a
  /// hall, so it sizes no grid connection. Nil if not published.
  package var peakKW: Quantity?
  /// Thermal design power of one GPU, W; nil if not published.
  package var gpuTDPW: Quantity?

  /// Electric power of one system.
  package init(
    typicalKW: Quantity? = nil, provisioningKW: Quantity = .unstated, peakKW: Quantity? = nil,
    gpuTDPW: Quantity? = nil
  ) {
    self.typicalKW = typicalKW
    self.provisioningKW = provisioningKW
    self.peakKW = peakKW
    self.gpuTDPW = gpuTDPW
  }

  package static let fields: [Field<SystemPower>] = [
    Field(
      "typical_kw", \.typicalKW, unit: "kW", .from(0.1, to: 5_000),
      meaning: "Draw of one system under full load as its maker states it."),
    Field(
      "provisioning_kw", \.provisioningKW, unit: "kW", .from(0.1, to: 5_000),
      meaning: "Sustained maximum of one system: sizes cables, cooling and the grid connection."),
    Field(
      "peak_kw", \.peakKW, unit: "kW", .from(0.1, to: 5_000), decisive: false,
      meaning: "Highest short peak of one system: sizes feeders and breakers only."),
    Field(
      "gpu_tdp_w", \.gpuTDPW, unit: "W", .from(1, to: 10_000), decisive: false,
      meaning: "Thermal design power of one GPU."),
  ]
}
