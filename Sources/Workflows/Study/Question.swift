// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Reports
import Studies

/// One line that a session is asked; docs/serve.md describes it.
struct Question {
  /// What is asked.
  enum Operation {
    /// A plan, or as much of one as the depth says.
    case plan(StudyDepth, CaseLimits)
    /// What there is to ask about.
    case describe
  }

  /// Given back with the answer.
  var id: JSONValue
  var operation: Operation
  /// Changes of the scenario, as `--set` takes them.
  var changes: [String]

  private static let keys = ["id", "op", "set", "depth", "gap", "time_limit_s", "node_limit"]

  /// Reads a line.
  ///
  /// - Throws: `QuestionError` with everything that is wrong with it.
  init(_ line: [UInt8]) throws(QuestionError) {
    let document: JSONValue
    do {
      document = try JSONReader.value(line)
    } catch {
      // The place within the file would be that within the line.
      throw QuestionError(
        id: .null, findings: ["the line is not JSON: column \(error.column): \(error.message)"])
    }
    guard let members = document.members else {
      throw QuestionError(
        id: .null,
        findings: ["a question is an object such as {\"op\": \"describe\"}, this is \(document.kind)"])
    }
    id = document["id"] ?? .null
    var findings: [String] = []
    for member in members where !Self.keys.contains(member.name) {
      let hint = nearestName(to: member.name, among: Self.keys).map { "; did you mean '\($0)'?" } ?? ""
      findings.append("unknown member '\(member.name)'\(hint)")
    }
    changes = Self.changes(document["set"], &findings)
    let limits = CaseLimits(
      gap: Self.number(document, "gap", 0...0.999, &findings),
      timeLimitSeconds: Self.number(document, "time_limit_s", 0.001...1e7, &findings),
      nodeLimit: Self.count(document, "node_limit", 0...1_000_000_000_000, &findings))
    let depth = Self.choice(
      document, "depth", StudyDepth.allCases.map(\.rawValue), formerly: StudyDepth.formerNames, &findings)
    let name = Self.choice(document, "op", ["plan", "describe"], &findings)
    operation =
      name == "describe" ? .describe : .plan(depth.flatMap { StudyDepth(rawValue: $0) } ?? .full, limits)
    if !findings.isEmpty { throw QuestionError(id: id, findings: findings) }
  }

  private static func changes(_ value: JSONValue?, _ findings: inout [String]) -> [String] {
    guard let value, !value.isNull else { return [] }
    guard let list = value.array else {
      findings.append("'set' is a list of texts such as \"grid.route_factor=1.3\", this is \(value.kind)")
      return []
    }
    var changes: [String] = []
    for item in list {
      if let text = item.string {
        changes.append(text)
      } else {
        findings.append("'set' holds \(item.kind); each change is a text")
      }
    }
    return changes
  }

  private static func number(
    _ document: JSONValue, _ name: String, _ range: ClosedRange<Double>, _ findings: inout [String]
  ) -> Double? {
    guard let value = document[name], !value.isNull else { return nil }
    if let number = value.double, range.contains(number) { return number }
    let ends = [range.lowerBound, range.upperBound].map { NumberText.shortest($0) ?? "\($0)" }
    findings.append("'\(name)' must be a number from \(ends[0]) to \(ends[1])")
    return nil
  }

  private static func count(
    _ document: JSONValue, _ name: String, _ range: ClosedRange<Int>, _ findings: inout [String]
  ) -> Int? {
    guard let value = document[name], !value.isNull else { return nil }
    if let number = value.int, range.contains(number) { return number }
    findings.append("'\(name)' must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private static func choice(
    _ document: JSONValue, _ name: String, _ valid: [String], formerly: [String: String] = [:],
    _ findings: inout [String]
  ) -> String? {
    guard let value = document[name], !value.isNull else { return nil }
    if let text = value.string, valid.contains(text) { return text }
    let near = value.string.flatMap { text in
      formerly[text].map { "; '\(text)' is now '\($0)'" }
        ?? nearestName(to: text, among: valid).map { "; did you mean '\($0)'?" }
    }
    findings.append("'\(name)' is one of \(valid.joined(separator: ", "))\(near ?? "")")
    return nil
  }
}

/// What is wrong with a question.
struct QuestionError: Error {
  var id: JSONValue
  var findings: [String]
}
