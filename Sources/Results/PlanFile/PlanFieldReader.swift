// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Quantities

/// Reads members of a JSON object and collects what is wrong with them instead of stopping at the first
/// fault.
package struct PlanFieldReader {
  /// What was found so far.
  package var findings: [PlanReadingError.Finding] = []

  /// A reader that has found nothing yet.
  package init(findings: [PlanReadingError.Finding] = []) {
    self.findings = findings
  }

  package mutating func report(_ path: String, _ message: String) {
    findings.append(PlanReadingError.Finding(path: path, message: message))
  }

  /// A text; "" after a fault.
  package mutating func text(_ name: String, of object: JSONValue, at path: String) -> String {
    guard let value = present(name, of: object, at: path) else { return "" }
    if let text = value.string { return text }
    report(Self.join(path, name), "a text is needed, this is \(value.kind)")
    return ""
  }

  /// A word of a closed set; nil after a fault.
  package mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, of object: JSONValue, at path: String
  ) -> Word? {
    let text = text(name, of: object, at: path)
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    if object[name]?.string != nil { report(Self.join(path, name), "'\(text)' is none of \(known)") }
    return nil
  }

  /// True or false; false after a fault.
  mutating func flag(_ name: String, of object: JSONValue, at path: String) -> Bool {
    guard let value = present(name, of: object, at: path) else { return false }
    if let flag = value.bool { return flag }
    report(Self.join(path, name), "true or false is needed, this is \(value.kind)")
    return false
  }

  /// A number, or nil for `null` and after a fault.
  package mutating func optionalNumber(_ name: String, of object: JSONValue, at path: String) -> Double? {
    guard let value = present(name, of: object, at: path), !value.isNull else { return nil }
    if let number = value.double { return number }
    report(Self.join(path, name), "a number or null is needed, this is \(value.kind)")
    return nil
  }

  /// A whole number within a range, or nil after a fault.
  mutating func whole(
    _ name: String, of object: JSONValue, in allowed: ClosedRange<Int>, at path: String
  ) -> Int? {
    guard let value = present(name, of: object, at: path) else { return nil }
    if let number = value.int, allowed.contains(number) { return number }
    let found = value.double.flatMap(NumberText.shortest) ?? value.kind
    report(
      Self.join(path, name),
      "a whole number from \(allowed.lowerBound) to \(allowed.upperBound) is needed, this is \(found)")
    return nil
  }

  /// A list; empty after a fault.
  package mutating func list(_ name: String, of object: JSONValue, at path: String) -> [JSONValue] {
    guard let value = present(name, of: object, at: path) else { return [] }
    if let list = value.array { return list }
    report(Self.join(path, name), "a list is needed, this is \(value.kind)")
    return []
  }

  /// A member that must be there, `null` or not.
  mutating func present(_ name: String, of object: JSONValue, at path: String) -> JSONValue? {
    if let value = object[name] { return value }
    report(Self.join(path, name), "is missing")
    return nil
  }

  static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
