// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// One row of the maker's table of a compute fabric. It is used as it is for exactly its number of systems;
/// nothing is interpolated between rows.
package struct PublishedFabricRow: Sendable, Equatable, Codable {
  /// Scalable units.
  package var units: Int
  /// Systems: racks or nodes.
  package var systems: Int
  /// GPUs.
  package var gpus: Int
  /// Leaf switches.
  package var leaf: Int
  /// Spine switches.
  package var spine: Int
  /// Core switches; zero in a fabric of two tiers.
  package var core: Int
  /// Cables between systems and leaves; nil where none are printed.
  package var nodeLeafCables: Int?
  /// Cables between leaves and spines; nil where none are printed.
  package var leafSpineCables: Int?
  /// Cables between spines and cores; nil where none are printed.
  package var spineCoreCables: Int?
  /// `published` where the row is printed, `derived` where some of it follows from other rows.
  package var basis: Basis
  /// The document.
  package var source: String
  /// What a reader must know, for example a value that is printed but wrong; nil where there is nothing.
  package var note: String?

  /// One row of the maker's table of a compute fabric.
  package init(
    units: Int, systems: Int, gpus: Int, leaf: Int, spine: Int, core: Int = 0, nodeLeafCables: Int? = nil,
    leafSpineCables: Int? = nil, spineCoreCables: Int? = nil, basis: Basis, source: String,
    note: String? = nil
  ) {
    self.units = units
    self.systems = systems
    self.gpus = gpus
    self.leaf = leaf
    self.spine = spine
    self.core = core
    self.nodeLeafCables = nodeLeafCables
    self.leafSpineCables = leafSpineCables
    self.spineCoreCables = spineCoreCables
    self.basis = basis
    self.source = source
    self.note = note
  }

  /// Switches of all tiers.
  package var switches: Int { leaf + spine + core }
}
