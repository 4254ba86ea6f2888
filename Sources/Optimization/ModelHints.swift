// SPDX-License-Identifier: GPL-3.0-or-later

/// What a model's builder knows about its structure and a general solver cannot see. Solvers may ignore it:
/// hints never change the set of solutions or the optimum.
package struct ModelHints: Sendable, Equatable, Codable {
  /// Groups of integer columns that decide one thing together, for example all years of one site;
  /// neighbourhood searches free or fix whole groups.
  package var groups: [[Variable]]
  /// Branching priority by column, higher first; empty for no preference.
  package var branchingPriority: [Int32]
  /// Integer columns in the order in which they may be settled, for example one list a year: a repair makes
  /// one list whole after another while the later ones may still be fractions. Columns in no list are settled
  /// last.
  package var stages: [[Variable]]
  /// Integer columns that hardly change the optimum when they may be fractions, for example counts of blocks;
  /// empty to let the solver judge.
  package var relaxable: [Variable]

  /// No advice.
  package init(
    groups: [[Variable]] = [], branchingPriority: [Int32] = [], stages: [[Variable]] = [],
    relaxable: [Variable] = []
  ) {
    self.groups = groups
    self.branchingPriority = branchingPriority
    self.stages = stages
    self.relaxable = relaxable
  }
}
