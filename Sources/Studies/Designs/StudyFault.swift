// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that keeps a study from having cases.
package enum StudyFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// There are no factors.
  case noFactors
  /// The factor at a position, from 1, has no name, or one with control characters or spaces at its ends.
  case factorName(position: Int)
  /// Two factors have one name.
  case repeatedFactor(String)
  /// A path is empty, has an empty segment, an equals sign or control characters.
  case path(factor: String, path: String)
  /// A factor's list of levels is empty.
  case noLevels(factor: String)
  /// A grid would hold the same case twice.
  case repeatedLevel(factor: String, value: FactorValue)
  /// A number is infinite or none.
  case valueNotFinite(factor: String)
  /// A text, or a yes or no, cannot be multiplied with or added.
  case valueNotNumber(factor: String, verb: Factor.Verb, value: FactorValue)
  /// A distribution is none, with the reason.
  case distribution(factor: String, problem: String)
  /// The design needs stated levels.
  case levelsNeeded(factor: String, design: String)
  /// The design needs levels or a distribution.
  case domainNeeded(factor: String, design: String)
  /// Zipped lists differ in length.
  case unequalLevels(factor: String, count: Int, expected: Int)
  /// A list of explicit cases is empty.
  case noCases
  /// The number of samples is not positive.
  case samples(Int)
  /// There are more cases than `CaseDesign.limit`; the count is nil where it is beyond all reckoning.
  case tooManyCases(Int?)
  /// There are more factors than the Sobol sequence has dimensions.
  case tooManyDimensions(Int)
  /// A case name is empty, too long, starts with a dot, or has a slash or control characters.
  case caseName(String)
  /// Two cases have one name.
  case repeatedCase(String)
  /// An explicit case names a factor that is not there; with the nearest that is.
  case unknownFactor(case: String, factor: String, nearest: String?)

  /// What is wrong, where, and what to do.
  package var description: String {
    switch self {
    case .noFactors: "the study varies nothing; state at least one factor"
    case .factorName(let position): "factor \(position) has no proper name; give it a short text of its own"
    case .repeatedFactor(let name): "two factors are called '\(name)'; rename one"
    case .path(let factor, let path):
      "factor '\(factor)': '\(path)' is no path; write keys with dots between, such as cost.energy_eur_per_mwh"
    case .noLevels(let factor): "factor '\(factor)' has an empty list of levels; state at least one"
    case .repeatedLevel(let factor, let value):
      "factor '\(factor)' has the level \(value) twice, so the grid would repeat its cases; remove one"
    case .valueNotFinite(let factor): "factor '\(factor)' has a value that is no finite number"
    case .valueNotNumber(let factor, let verb, let value):
      "factor '\(factor)': the verb '\(verb.rawValue)' needs numbers, but '\(value)' is none; use 'set' or a number"
    case .distribution(let factor, let problem): "factor '\(factor)': \(problem)"
    case .levelsNeeded(let factor, let design):
      "factor '\(factor)' has no list of levels, which \(design) needs; state levels or choose a sampled design"
    case .domainNeeded(let factor, let design):
      "factor '\(factor)' has neither levels nor a distribution; \(design) needs one of them"
    case .unequalLevels(let factor, let count, let expected):
      "factor '\(factor)' has \(count) levels and the first factor \(expected); zipped lists need the same length"
    case .noCases: "the list of cases is empty; state at least one"
    case .samples(let count): "\(count) samples cannot be drawn; ask for at least 1"
    case .tooManyCases(let count):
      "the study has \(count.map(String.init) ?? "countless") cases and at most \(CaseDesign.limit) are allowed; "
        + "use fewer levels or a sampled design"
    case .tooManyDimensions(let count):
      "\(count) factors are more than the \(CaseDesign.sobolFactorLimit) dimensions of the Sobol sequence; "
        + "use a Latin hypercube or Monte Carlo"
    case .caseName(let name):
      "'\(name)' cannot name a case; use 1 to 100 bytes without slash or control characters, not starting with a dot"
    case .repeatedCase(let name): "two cases are called '\(name)'; rename one"
    case .unknownFactor(let name, let factor, let nearest):
      "case '\(name)' gives a value to '\(factor)', which is no factor"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
  }
}

/// Every fault of a study at once.
package struct StudyFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// The faults in the order of what was written; never empty.
  package var faults: [StudyFault]

  /// Faults, at least one.
  package init(faults: [StudyFault]) { self.faults = faults }

  /// One fault a line.
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
