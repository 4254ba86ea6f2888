// SPDX-License-Identifier: GPL-3.0-or-later

/// Pluggable modules of a compute fabric.
package struct FabricOptics: Sendable, Equatable, Codable {
  /// Modules in the network cards: one a cable.
  package var nicModules: Int
  /// Twin-port modules in the switches: one for two ports.
  package var twinPortModules: Int

  /// Modules of the optical cables; the switch ends of copper cables need none. Every link ends in a port, so
  /// that a GPU takes one module at its card and, in the switches, 1.5 in two tiers or 2.5 in three.
  init(cables: FabricCables, lengths: FabricCableLengths, planes: Int) {
    nicModules = cables.nodeLeaf - lengths.upTo3m
    let ports = (nicModules + 2 * (cables.leafSpine + cables.spineCore)) * planes
    twinPortModules = (ports + 1) / 2
  }
}
