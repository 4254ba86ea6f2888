// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// A study file that was read and checked: a base scenario and the cases that are asked of it, before they
/// are made.
///
/// `cases(stress:estimates:)` makes the list of cases.
package struct Study: Sendable, Equatable {
  /// What the planner calls it.
  package var name: String
  /// What it asks; empty where nothing is said.
  package var description: String
  /// The base scenario, as seen from the working directory.
  package var base: String
  /// How much is decided again in each case.
  package var depth: StudyDepth
  /// Gap at which the search of a case stops, a ratio; nil for that of the scenario.
  package var gap: Double?
  /// Seconds after which the search of a case stops; nil for those of the scenario.
  package var timeLimitSeconds: Double?
  /// Nodes after which the search of a case stops; nil for those of the scenario.
  package var nodeLimit: Int?
  /// Seed of all draws.
  package var seed: UInt64
  /// Changes of the scenario that every case makes first, as `--set` takes them.
  package var changes: [String]
  /// How cases are made from factors.
  package var design: StudyDesign
  /// Factors of `[[factors]]`, in the order of the file.
  package var factors: [StudyFactor]
  /// Factors that stand only as columns of the CSV file, in its order.
  package var columns: [StudyFactor]
  /// Which estimated figures are factors too; nil for none.
  package var estimates: EstimateSelection?
  /// Whether the unchanged base is the first case, called `base`.
  package var includesBase: Bool
  /// Files that were read: the study, its CSV file.
  package var files: [String]

  /// Cases of `[[cases]]`, of the CSV file and of `[[stress]]`, in that order.
  var listed: [ListedCase]
  /// Where findings about the whole design point.
  var designPlace: StudyPlace
  /// Where findings about the estimated figures point.
  var estimatesPlace: StudyPlace

  /// What is tested for, in the order of the file; the sites of the base must be known to make these cases.
  package var stresses: [Stress] { listed.compactMap(\.stress) }
}

/// One input that a study varies, with the unit of its values.
package struct StudyFactor: Sendable, Equatable {
  /// The factor.
  package var factor: Factor
  /// Unit of its values, for charts; empty where none is stated.
  package var unit: String

  /// One input that a study varies.
  package init(_ factor: Factor, unit: String = "") {
    self.factor = factor
    self.unit = unit
  }
}

/// A case that a planner wrote out.
struct ListedCase: Sendable, Equatable {
  var id: String
  var label: String
  /// Changes of the scenario; empty for a stress test, whose changes depend on the sites.
  var overlays: [String] = []
  /// Values by the name of the factor.
  var values: [String: FactorValue] = [:]
  var stress: Stress?
  var place: StudyPlace
}

/// Where something of a study stands.
struct StudyPlace: Sendable, Equatable {
  var origin: ConfigOrigin
  var path: [String]

  func report(_ message: String, hint: String = "", in log: FindingLog) {
    log.add(at: origin, path: path, message, hint: hint)
  }
}
