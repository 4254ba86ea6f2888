// SPDX-License-Identifier: GPL-3.0-or-later

/// What can be switched for measurements and tests. None of it changes what counts as a solution or as a
/// bound.
struct Tuning: Sendable {
  /// Whether a first solution is sought by diving before branch and bound.
  var dives = true
  /// Binary columns that a dive may close instead of opening before it gives up.
  var diveReversals = 60
  /// Whether branch and bound runs first with the counting columns continuous.
  var relaxesCounts = true
  /// Whether cover cuts are generated. GLPK 5.0 ends in a fatal error on some small models when it looks for
  /// them ("glp_add_cols: ncs = 0").
  var coverCuts = true
  /// Nodes that one search of `Repair` may take. Where it succeeds it needs 150 to 750 (measured on 65
  /// sites).
  var repairNodes = 1000
  /// Nodes that one stage of `StagedRepair` may take.
  var stageNodes = 3000
  /// Whether the neighbourhoods of the first solution are searched before branch and bound.
  var searchesNeighbourhoods = true
  /// Short rounds in a row without an improvement after which the tree search begins.
  var fruitlessRounds = 2
  /// Nodes of one short round of neighbourhood search, before the tree search.
  var shortRoundNodes = 50
  /// Nodes of one long round, between nodes of the tree search.
  var longRoundNodes = 400
  /// Nodes of the tree search between two long rounds, as long as they help.
  var nodesBetweenRounds = 40
  /// Simplex iterations between two looks at the cancellation flag; the root relaxation of 65 sites takes 300
  /// to 1500.
  var sliceIterations = 2000
  /// Distance from a whole number that counts as integer inside GLPK.
  var integerTolerance = 1e-6
}
