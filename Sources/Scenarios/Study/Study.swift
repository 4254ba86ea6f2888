// SPDX-License-Identifier: GPL-3.0-or-later

public import Studies

/// A study file that was read and checked: a base scenario and the cases that are asked of it, before they
/// are made.
///
/// `cases(stress:estimates:)` makes the list of cases.
public struct Study: Sendable, Equatable {
  /// How much is decided again in each case.
  public enum Depth: String, Sendable, CaseIterable {
    /// The linear relaxation alone.
    case bound
    /// Sites and connections of the base plan stay; blocks are decided again.
    case resize
    /// Everything is decided again.
    case replan
  }

  /// What the planner calls it.
  public var name: String
  /// What it asks; empty where nothing is said.
  public var description: String
  /// The base scenario, as seen from the working directory.
  public var base: String
  /// How much is decided again in each case.
  public var depth: Depth
  /// Gap at which the search of a case stops, a ratio; nil for that of the scenario.
  public var gap: Double?
  /// Seconds after which the search of a case stops; nil for those of the scenario.
  public var timeLimitSeconds: Double?
  /// Nodes after which the search of a case stops; nil for those of the scenario.
  public var nodeLimit: Int?
  /// Seed of all draws.
  public var seed: UInt64
  /// Changes of the scenario that every case makes first, as `--set` takes them.
  public var changes: [String]
  /// How cases are made from factors.
  public var design: StudyDesign
  /// Factors of `[[factors]]`, in the order of the file.
  public var factors: [StudyFactor]
  /// Factors that stand only as columns of the CSV file, in its order.
  public var columns: [StudyFactor]
  /// Which estimated figures are factors too; nil for none.
  public var estimates: EstimateSelection?
  /// Whether the unchanged base is the first case, called `base`.
  public var includesBase: Bool
  /// Files that were read: the study, its CSV file.
  public var files: [String]

  /// Cases of `[[cases]]`, of the CSV file and of `[[stress]]`, in that order.
  var listed: [ListedCase]
  /// Where findings about the whole design point.
  var designPlace: StudyPlace
  /// Where findings about the estimated figures point.
  var estimatesPlace: StudyPlace

  /// What is tested for, in the order of the file; the sites of the base must be known to make these cases.
  public var stresses: [Stress] { listed.compactMap(\.stress) }
}

/// One input that a study varies, with the unit of its values.
public struct StudyFactor: Sendable, Equatable {
  /// The factor.
  public var factor: Factor
  /// Unit of its values, for charts; empty where none is stated.
  public var unit: String

  /// One input that a study varies.
  public init(_ factor: Factor, unit: String = "") {
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
