// SPDX-License-Identifier: GPL-3.0-or-later

/// How the switches of a compute fabric follow from the number of scalable units.
///
/// Below, `E` are the endpoints of all units begun and `k` the ports of a switch. Past the largest two-tier
/// fabric the last three rules go to three tiers: `E / (k/2)` leaf and as many spine switches, `E / k` core
/// switches.
package enum FabricRule: String, Sendable, Codable, CaseIterable {
  /// One leaf per rail and rack, a spine for every 24 endpoints of a unit, and core switches of `k` ports as
  /// soon as there are two units. Reproduces the GB200 reference architecture: 32, 24 and 9 per unit of eight
  /// racks.
  case railAligned = "rail-aligned"
  /// Leaves with `k/2` ports down; the spines are the smallest number from `E / k` up that divides `k/2`, so
  /// that the uplinks of a leaf spread evenly. Reproduces the tables of the Quantum-X800 architectures.
  case twoTierDivisor = "two-tier-divisor"
  /// The plain fat tree: `E / (k/2)` leaf and `E / k` spine switches. Reproduces the DGX B200 table.
  case fatTree = "fat-tree"
  /// Two equal fat trees, each with one half-rate link to every GPU; a cable holds one link of either plane.
  /// Reproduces the DGX B300 table for Spectrum-X.
  case twinPlane = "twin-plane"

  /// Independent networks that every endpoint is part of.
  package var planes: Int { self == .twinPlane ? 2 : 1 }
}
