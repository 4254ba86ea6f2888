// SPDX-License-Identifier: GPL-3.0-or-later

/// The answer to "how large is a cluster of this many GPUs" or "what fits behind this many megawatts".
package struct ClusterSizing: Sendable, Equatable, Codable {
  /// What was asked.
  package enum Request: Sendable, Equatable, Codable {
    /// A number of GPUs.
    case gpus(Int)
    /// Power at the meter, MW.
    case gridMW(Double)
  }

  /// A limit and the number of systems it allows.
  package struct Allowance: Sendable, Equatable, Codable {
    /// The limit.
    package let limit: SizingLimit
    /// Systems it allows.
    package let systems: Int
  }

  /// What was asked.
  package let request: Request
  /// The cluster, in whole systems; its last scalable unit may be incomplete.
  package let design: ClusterDesign
  /// Scalable units that are complete.
  package let completeScalableUnits: Int
  /// Every limit that applied, the tightest first.
  package let allowances: [Allowance]
  /// The limit that the cluster runs into first.
  package let bindingLimit: SizingLimit
  /// Whether the cluster keeps every limit of the site. False only when GPUs were asked for and the site is
  /// too small.
  package let fits: Bool
}
