// SPDX-License-Identifier: GPL-3.0-or-later

/// Investment in one cluster, EUR. The grid connection and the land are the site's and are not here.
public struct ClusterCapex: Sendable, Equatable, Codable {
  /// Systems.
  public var systemsEUR: Double
  /// Network and storage.
  public var networkAndStorageEUR: Double
  /// Building with electrical and cooling plant.
  public var shellEUR: Double

  /// Investment in one cluster, EUR.
  public init(systemsEUR: Double, networkAndStorageEUR: Double, shellEUR: Double) {
    self.systemsEUR = systemsEUR
    self.networkAndStorageEUR = networkAndStorageEUR
    self.shellEUR = shellEUR
  }

  /// Systems, network and storage.
  public var itEUR: Double { systemsEUR + networkAndStorageEUR }
  /// All parts.
  public var totalEUR: Double { itEUR + shellEUR }

  static func + (a: ClusterCapex, b: ClusterCapex) -> ClusterCapex {
    ClusterCapex(
      systemsEUR: a.systemsEUR + b.systemsEUR,
      networkAndStorageEUR: a.networkAndStorageEUR + b.networkAndStorageEUR, shellEUR: a.shellEUR + b.shellEUR
    )
  }
}
