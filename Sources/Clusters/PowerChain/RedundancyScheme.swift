// SPDX-License-Identifier: GPL-3.0-or-later

/// How many units are installed for those that the load needs.
package enum RedundancyScheme: String, Sendable, Codable, CaseIterable {
  /// No spare.
  case n
  /// One spare for every group of units.
  case nPlusOne = "n+1"
  /// Four systems share what three can bear.
  case fourToMakeThree = "4-to-make-3"
  /// Everything twice.
  case twoN = "2n"

  /// Units installed for a number that the load needs; zero or less for zero or less.
  ///
  /// - Parameters:
  ///   - needed: Units that the load needs.
  ///   - group: Units that share one spare under `nPlusOne`, at least 1; not read by the others.
  package func installed(needed: Int, group: Int) -> Int {
    guard needed > 0 else { return 0 }
    let load = min(needed, 1_000_000_000)
    switch self {
    case .n: return load
    case .nPlusOne: return PlantArithmetic.withSpares(load, group: max(1, group))
    case .fourToMakeThree: return PlantArithmetic.withSpares(load, group: 3)
    case .twoN: return 2 * load
    }
  }

  /// Independent paths that feed one rack: one without redundancy, two with any.
  package var pathsPerRack: Int { self == .n ? 1 : 2 }
}
