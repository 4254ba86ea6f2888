// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a compute fabric cannot be designed.
package enum FabricError: Error, Equatable, CustomStringConvertible {
  /// More systems than three tiers of the switch carry: the network tier is the limit.
  case networkTier(skuID: String, systems: Int, limit: Int, tiers: Int, model: SwitchModel)

  package var description: String {
    switch self {
    case .networkTier(let skuID, let systems, let limit, let tiers, let model):
      "network tier: \(systems) systems of \(skuID) are more than the \(limit) that one fabric of \(tiers) tiers of "
        + "\(model.rawValue) carries; build several clusters, or state another fabric"
    }
  }
}
