// SPDX-License-Identifier: GPL-3.0-or-later

/// What a model's builder knows about its structure and a general solver cannot see. Solvers may ignore it: hints never
/// change the set of solutions or the optimum.
public struct ModelHints: Sendable, Equatable, Codable {
  /// Groups of integer columns that decide one thing together, for example all years of one site; neighbourhood
  /// searches free or fix whole groups.
  public var groups: [[Variable]]
  /// Branching priority by column, higher first; empty for no preference.
  public var branchingPriority: [Int32]

  /// No advice.
  public init(groups: [[Variable]] = [], branchingPriority: [Int32] = []) {
    self.groups = groups
    self.branchingPriority = branchingPriority
  }
}
