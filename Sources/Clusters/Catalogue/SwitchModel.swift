// SPDX-License-Identifier: GPL-3.0-or-later

/// A switch that compute fabrics are built from. All have cages for twin-port modules: two ports a cage.
package enum SwitchModel: String, Sendable, Codable, CaseIterable {
  /// Quantum-2, InfiniBand NDR: 64 ports of 400 Gbit/s in 32 cages, 1 U.
  case qm9700 = "QM9700"
  /// Quantum-X800, InfiniBand XDR: 144 ports of 800 Gbit/s in 72 cages, 4 U. Covers the Q3400-RA and the
  /// Q3400-RD.
  case q3400 = "Q3400"
  /// Spectrum-4, Ethernet, split to 400 Gbit/s: 128 ports in 64 cages, 2 U.
  case sn5600 = "SN5600"

  /// Ports of one switch at the rate at which the fabric uses them.
  package var ports: Int {
    switch self {
    case .qm9700: 64
    case .q3400: 144
    case .sn5600: 128
    }
  }

  /// Height, rack units.
  package var rackUnits: Int {
    switch self {
    case .qm9700: 1
    case .q3400: 4
    case .sn5600: 2
    }
  }
}
