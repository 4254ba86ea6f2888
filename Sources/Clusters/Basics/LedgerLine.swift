// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of the ledger of a cluster: what money goes to. The first eight are bought once, the others paid
/// every year.
package enum LedgerLine: String, Sendable, Codable, CaseIterable {
  /// GPU systems with their CPUs, NVLink switches, network cards and racks.
  case systems
  /// Compute fabric, storage and management networks with their optics and cables.
  case network
  /// Storage systems and management servers.
  case storage
  /// Structure, halls and their fitting out.
  case building
  /// On-site substation, transformers, switchgear, UPS, generators and distribution.
  case electrical
  /// Coolant distribution, dry coolers or towers, air handling, heat export.
  case cooling
  /// The grid operator's share of the connection.
  case connection
  /// The plot.
  case land
  /// Electricity at the meter.
  case energy
  /// Fixed operation and maintenance: staff, spare parts, contracts.
  case fixedOM = "fixed_om"
  /// Set aside every year so that systems, network and storage can be bought again at the end of their life.
  case refresh

  /// Whether it is bought once.
  package var isCapital: Bool {
    switch self {
    case .systems, .network, .storage, .building, .electrical, .cooling, .connection, .land: true
    case .energy, .fixedOM, .refresh: false
    }
  }

  /// The name that people read.
  package var name: String { self == .fixedOM ? "fixed O&M" : rawValue }
}
