// SPDX-License-Identifier: GPL-3.0-or-later

package import Figures

/// Electric power of one system.
package struct SystemPower: Sendable, Equatable, Codable {
  /// Draw of one system under full load as its maker states it, kW; nil if not published.
  package var typicalKW: Figure?
  /// Sustained maximum of one system, kW: what cables, cooling and the grid connection are sized on.
  ///
  /// Makers disagree; `low` and `high` hold the other published values.
  package var provisioningKW: Figure
  /// Highest short peak of one system, kW: what feeders and breakers must bear. It does not add up over a
  /// hall, so it sizes no grid connection. Nil if not published.
  package var peakKW: Figure?
  /// Thermal design power of one GPU, W; nil if not published.
  package var gpuTDPW: Figure?

  /// Electric power of one system.
  package init(
    typicalKW: Figure? = nil, provisioningKW: Figure, peakKW: Figure? = nil, gpuTDPW: Figure? = nil
  ) {
    self.typicalKW = typicalKW
    self.provisioningKW = provisioningKW
    self.peakKW = peakKW
    self.gpuTDPW = gpuTDPW
  }
}
