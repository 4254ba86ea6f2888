// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Electric power of a compute fabric, kW.
package struct FabricPower: Sendable, Equatable, Codable {
  /// Switches, with their modules where the published power includes them.
  package var switchesKW: Double
  /// Modules in the switches; zero where they are part of `switchesKW`.
  package var switchModulesKW: Double
  /// Modules in the network cards. The systems feed them, so they are part of the systems' power and not of
  /// `totalKW`.
  package var nicModulesKW: Double
  /// What the power of a switch rests on, the worst of switch and modules.
  package var basis: Basis

  /// What the fabric adds to the power of the systems.
  package var totalKW: Double { switchesKW + switchModulesKW }
}
