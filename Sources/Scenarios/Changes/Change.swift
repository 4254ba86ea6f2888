// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// One change of a scenario, from the command line or from `[[changes]]` of a file.
struct Change: Equatable {
  /// Keys of what it changes.
  var path: [NamePattern]
  var verb: ChangeVerb
  /// What is set, multiplied by, added or removed; of no meaning for `delete`.
  var value: ConfigNode

  /// Where the change was written.
  var origin: ConfigOrigin { value.origin }

  /// The keys, if each is one name.
  var literalPath: [String]? { path.allSatisfy(\.isLiteral) ? path.map(\.text) : nil }

  /// Keys as findings name them: patterns as written.
  var shownPath: [String] { path.map(\.text) }

  /// The keys in the form of the command line.
  var pathText: String { ChangePath.text(path) }

  /// The change in the form of the command line, without passwords.
  var written: String {
    let shown = ShownValue.text(value, path: shownPath)
    return switch verb {
    case .set: "\(pathText)=\(shown)"
    case .multiply: "\(pathText)*=\(shown)"
    case .add: "\(pathText)+=\(shown)"
    case .remove: "\(pathText)-=\(shown)"
    case .delete: "\(pathText)=null"
    }
  }

  /// Where it stands, before what it says.
  var place: String {
    if origin.file.hasPrefix(ConfigOrigin.overlayPrefix) { return "--set" }
    guard let line = origin.position?.line else { return "\(origin.file):" }
    return "\(origin.file):\(line):"
  }

  /// Reports what is wrong with the change as a whole.
  func finding(_ message: String, hint: String = "", in log: FindingLog) {
    log.add(
      Finding(
        file: origin.file, line: origin.position?.line, column: origin.position?.column, keyPath: pathText,
        message: message, hint: hint))
  }

  /// What it did.
  func report(_ matches: [ChangeReport.Match]) -> ChangeReport {
    ChangeReport(place: place, written: written, verb: verb, matches: matches)
  }
}

/// Values as they are shown to a person and kept in results.
enum ShownValue {
  /// The value as TOML writes it, without passwords.
  static func text(_ node: ConfigNode, path: [String]) -> String {
    if let key = path.last, Credentials.isSecret(name: key) { return Credentials.mask }
    return Credentials.hidden(in: CanonicalTOML.value(node))
  }
}
