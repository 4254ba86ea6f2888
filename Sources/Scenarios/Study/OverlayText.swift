// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies

/// Writes changes of a study in the form of the command line, one form for each change.
enum OverlayText {
  /// A change that gives a value to a factor; nil where the path of the factor is none.
  static func text(_ factor: Factor, _ value: FactorValue) -> String? {
    guard let path = ChangePath.parsed(factor.path) else { return nil }
    return text(path, verb(factor.verb), self.value(value))
  }

  /// A change. What ends like an operator keeps a space before the operator.
  static func text(_ path: [NamePattern], _ verb: ChangeVerb, _ value: String) -> String {
    var text = ChangePath.text(path)
    if let last = text.last, "*+-".contains(last) { text += " " }
    return switch verb {
    case .set: "\(text)=\(value)"
    case .multiply: "\(text)*=\(value)"
    case .add: "\(text)+=\(value)"
    case .remove: "\(text)-=\(value)"
    case .delete: "\(text)=null"
    }
  }

  /// A value as TOML writes it; a number in the fewest digits that read as the same number.
  static func value(_ value: FactorValue) -> String {
    switch value {
    case .number, .bool: value.description
    case .text(let text): CanonicalTOML.quoted(text)
    }
  }

  private static func verb(_ verb: Factor.Verb) -> ChangeVerb {
    switch verb {
    case .set: .set
    case .multiply: .multiply
    case .add: .add
    }
  }

  /// Whether a change can be read, as far as that can be said without the scenario; what is wrong is reported
  /// at a place of the study.
  @discardableResult
  static func check(_ text: String, at place: StudyPlace, log: FindingLog) -> Bool {
    let own = FindingLog()
    if let change = Change(argument: text, log: own), change.target == .site {
      _ = SiteChangeReader(log: own).read(change)
    }
    for finding in own.all where finding.severity == .error {
      let key = finding.keyPath.isEmpty ? "'\(text)'" : finding.keyPath
      place.report("\(key) \(finding.message)", hint: finding.hint, in: log)
    }
    return !own.hasErrors
  }
}
