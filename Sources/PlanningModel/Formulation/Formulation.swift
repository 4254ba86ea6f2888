// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization

/// The model of a problem and the key that gives its columns and rows their meaning.
///
/// Money is in MEUR and power in MW, which keeps coefficients between about 1e-3 and 1e5. State variables are
/// cumulative ("by the end of year t"), which gives the same relaxation as "in year t" and a far smaller
/// search tree.
package struct Formulation: Sendable {
  /// Where to find a decision among the columns; nil where the decision is impossible from the outset.
  package struct Key: Sendable, Equatable {
    /// Connection energised by the end of a year: `[site][connection][year]`.
    package var energised: [[[Variable?]]]
    /// Blocks installed by the end of a year: `[site][sku][year]`.
    package var installed: [[[Variable?]]]
    /// Blocks of a sku in the whole country by the end of a year: `[sku][year]`.
    package var national: [[Variable]]
    /// Whether a site holds the campus for training: `[site]`; empty where none is asked for.
    package var training: [Variable?] = []
    /// Violations of soft constraints, in the order of the rows that they belong to.
    package var violations: [Variable] = []
    /// What blocks come to while their site has one of some connections, in the order in which rules ask for
    /// it.
    package var connected: [ConnectedAmount] = []
  }

  /// A continuous column for what the blocks of a site come to by the end of a year while its connection is
  /// one of some; 0 while it is another one. Rows hold it from the sides from which a rule could gain by a
  /// wrong value: on the others it is free to be better than the truth.
  package struct ConnectedAmount: Sendable, Equatable {
    /// Index of the candidate.
    package var site: Int
    /// Connections of the candidate, ascending.
    package var connections: [Int]
    /// Index of the year.
    package var year: Int
    /// The column.
    package var variable: Variable
  }

  /// The mixed-integer program.
  package let model: Model
  /// Meaning of its columns.
  package let key: Key
  /// Meaning of its rows, one a row.
  package let rows: [RowKey]
  /// What the limit of a row rests on, by its index, where a planner can relax it.
  package let bases: [Int: LimitBasis]

  /// Builds the model of a problem.
  ///
  /// - Throws: `ModelError` when a figure of the problem is not finite.
  package init(_ problem: SitingProblem) throws(ModelError) {
    try self.init(problem, policies: true)
  }

  /// Builds the model, with or without bounds that follow from limits a planner could relax.
  package init(_ problem: SitingProblem, policies: Bool) throws(ModelError) {
    var builder = try FormulationBuilder(problem, policies: policies)
    for rule in PlanningRules.all { try rule.addRows(to: &builder) }
    try ValidInequalities.addRows(to: &builder)
    model = builder.finishedModel()
    key = builder.key
    rows = builder.rows
    bases = builder.bases
  }

  /// EUR in one unit of the objective.
  package static let eurPerUnit = 1e6
}
