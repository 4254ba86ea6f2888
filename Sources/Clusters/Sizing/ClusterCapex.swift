// SPDX-License-Identifier: GPL-3.0-or-later

/// Investment in one cluster, EUR. The grid connection and the land are the site's and are not here.
package struct ClusterCapex: Sendable, Equatable, Codable {
  /// Systems.
  package var systemsEUR: Double
  /// Network and storage.
  package var networkAndStorageEUR: Double
  /// Building with electrical and cooling plant.
  package var shellEUR: Double

  /// Investment in one cluster, EUR.
  package init(systemsEUR: Double, networkAndStorageEUR: Double, shellEUR: Double) {
    self.systemsEUR = systemsEUR
    self.networkAndStorageEUR = networkAndStorageEUR
    self.shellEUR = shellEUR
  }

  /// Systems, network and storage.
  package var itEUR: Double { systemsEUR + networkAndStorageEUR }
  /// All parts.
  package var totalEUR: Double { itEUR + shellEUR }

  static func + (a: ClusterCapex, b: ClusterCapex) -> ClusterCapex {
    ClusterCapex(
      systemsEUR: a.systemsEUR + b.systemsEUR,
      networkAndStorageEUR: a.networkAndStorageEUR + b.networkAndStorageEUR, shellEUR: a.shellEUR + b.shellEUR
    )
  }
}
