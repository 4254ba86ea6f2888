// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents

/// One place where two documents differ: used to hold a file against the one made again from its inputs.
/// Numbers are compared exactly: the same inputs give the same numbers.
package struct PlanDifference: Sendable, Equatable, CustomStringConvertible {
  /// Where, for example `sites[cambrai].gpus`. Entries of a list are named by their id, or by name, scope and
  /// year, so that one entry too many does not make all later ones differ.
  package var path: String
  /// Value of the first document, made from the inputs; nil where it has none.
  package var expected: JSONValue?
  /// Value of the second document, read from the file; nil where it has none.
  package var found: JSONValue?

  package var description: String {
    switch (expected, found) {
    case (let expected?, nil): "\(path): is missing in the file; the inputs give \(Self.short(expected))"
    case (nil, let found?): "\(path): the inputs give no such value; the file says \(Self.short(found))"
    case (let expected, let found):
      "\(path): the inputs give \(expected.map(Self.short) ?? "nothing"), "
        + "the file says \(found.map(Self.short) ?? "nothing")"
    }
  }

  /// Every difference between two documents, in the order of the first.
  ///
  /// - Parameters:
  ///   - expected: The document made from the inputs.
  ///   - found: The document read from the file.
  ///   - ignored: Names of top-level members that are not compared, for example `explanation`.
  package static func all(
    expected: JSONValue, found: JSONValue, ignoring ignored: Set<String> = []
  ) -> [PlanDifference] {
    var comparison = Comparison()
    comparison.compare(
      without(ignored, expected), without(ignored, found), path: "")
    return comparison.differences
  }

  private static func without(_ names: Set<String>, _ value: JSONValue) -> JSONValue {
    guard let members = value.members else { return value }
    return .object(members.filter { !names.contains($0.name) })
  }

  private static func short(_ value: JSONValue) -> String {
    let text = JSONWriter.text(value, layout: .compact)
    return text.count > 80 ? String(text.prefix(77)) + "..." : text
  }

  private struct Comparison {
    var differences: [PlanDifference] = []

    mutating func compare(_ expected: JSONValue, _ found: JSONValue, path: String) {
      switch (expected, found) {
      case (.object(let first), .object(let second)):
        keyed(
          first.map { ($0.name, $0.value) }, second.map { ($0.name, $0.value) }
        ) { path.isEmpty ? $0 : "\(path).\($0)" }
      case (.array(let first), .array(let second)):
        if let firstKeys = Self.keys(first), let secondKeys = Self.keys(second) {
          keyed(Array(zip(firstKeys, first)), Array(zip(secondKeys, second))) { "\(path)[\($0)]" }
          order(firstKeys, secondKeys, path: path)
        } else {
          keyed(
            first.enumerated().map { (String($0), $1) }, second.enumerated().map { (String($0), $1) }
          ) { "\(path)[\($0)]" }
        }
      default:
        if expected != found {
          differences.append(PlanDifference(path: path, expected: expected, found: found))
        }
      }
    }

    private mutating func keyed(
      _ first: [(String, JSONValue)], _ second: [(String, JSONValue)], place: (String) -> String
    ) {
      let others = Dictionary(second, uniquingKeysWith: { value, _ in value })
      for (key, value) in first {
        if let other = others[key] {
          compare(value, other, path: place(key))
        } else {
          differences.append(PlanDifference(path: place(key), expected: value, found: nil))
        }
      }
      let known = Set(first.map(\.0))
      for (key, value) in second where !known.contains(key) {
        differences.append(PlanDifference(path: place(key), expected: nil, found: value))
      }
    }

    /// Tells when the same entries stand in another order: in a list it counts.
    private mutating func order(_ first: [String], _ second: [String], path: String) {
      guard first != second, Set(first) == Set(second) else { return }
      differences.append(
        PlanDifference(
          path: "\(path), order", expected: .array(first.map { .string($0) }),
          found: .array(second.map { .string($0) })))
    }

    /// Names of the entries of a list of objects; nil when they have none or when two share one.
    private static func keys(_ values: [JSONValue]) -> [String]? {
      var keys: [String] = []
      for value in values {
        guard let key = key(value) else { return nil }
        keys.append(key)
      }
      return Set(keys).count == keys.count ? keys : nil
    }

    private static func key(_ value: JSONValue) -> String? {
      if let id = value["id"]?.string { return id }
      let parts = ["name", "sku", "scope", "year"].compactMap { name -> String? in
        value[name].flatMap { $0.string ?? $0.int.map(String.init) }
      }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }
}
