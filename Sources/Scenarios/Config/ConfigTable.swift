// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One table of a configuration while it is read. Every key that is asked for is remembered, so that at the
/// end whatever was not asked for is an unknown key, and the valid names for its hint are exactly those that
/// the reader knows.
///
/// A reference type because the sub-tables of a table report their unknown keys together with it; it lives
/// within one call.
final class ConfigTable {
  /// Whether a key must be there.
  enum Need {
    case required
    case optional
  }

  /// Source of a number that a planner writes without one.
  static let plannersSource = "set in the scenario"

  /// Keys from the root to this table.
  let path: [String]
  /// Where the table was written.
  let origin: ConfigOrigin
  /// Where findings go.
  let log: FindingLog
  /// Whether missing keys are findings. They are not in one file of a chain, since another file may have
  /// them.
  let reportsMissing: Bool
  /// Where a probe keeps what it is asked for; nil for a table of a file.
  let shape: TableShape?

  private let isWritten: Bool
  private let entries: [String: ConfigNode]
  private var known: Set<String> = []
  private var missing: [String: String] = [:]
  private var children: [ConfigTable] = []

  /// A table at a path; anything that is no table reads as an empty one.
  init(_ node: ConfigNode?, path: [String] = [], in file: ConfigOrigin, log: FindingLog, reportsMissing: Bool)
  {
    self.path = path
    self.log = log
    self.reportsMissing = reportsMissing
    origin = node?.origin ?? file
    entries = node?.entries ?? [:]
    isWritten = node?.entries != nil
    shape = nil
  }

  /// A probe, whose findings mean nothing.
  init(probing shape: TableShape) {
    path = []
    log = FindingLog()
    reportsMissing = false
    origin = Self.probed.origin
    entries = [:]
    isWritten = true
    self.shape = shape
  }

  /// Whether the table was written at all.
  var isPresent: Bool {
    shape?.isOptional = true
    return isWritten
  }

  /// Keys that were written, in order.
  var keys: [String] { isProbe ? [TableShape.anyName] : entries.keys.sorted() }

  /// The value of a key, which stays unknown: for keys whose meaning depends on what is there.
  func entry(_ key: String) -> ConfigNode? { isProbe ? Self.probed : entries[key] }

  /// The value of a key, which counts as known from now on.
  func node(_ key: String) -> ConfigNode? {
    if let shape {
      shape.note(key)
      return Self.probed
    }
    known.insert(key)
    return entries[key]
  }

  /// The value of a key; a missing one is a finding if it is needed.
  func node(_ key: String, _ need: Need, example: String) -> ConfigNode? {
    if need == .required { shape?.note(key) { $0.isRequired = true } }
    if let node = node(key) { return node }
    if need == .required { noteMissing(key, hint: "for example \(key) = \(example)") }
    return nil
  }

  /// Remembers a missing key; it is reported with the unknown keys, unless one of those was meant for it.
  func noteMissing(_ key: String, hint: String) {
    if reportsMissing { missing[key] = hint }
  }

  /// Reports a key that has another name now; the value is not read.
  func refuse(_ former: String, whichIsNow key: String) {
    shape?.formerNames[former] = key
    guard !isProbe, let node = entries[former] else { return }
    known.insert(former)
    missing[key] = nil
    finding(former, node, Self.renamed(key).message, hint: Self.renamed(key).hint)
  }

  /// What is said of a key that is called `key` now.
  static func renamed(_ key: String) -> (message: String, hint: String) {
    ("is called '\(key)' now", "write \(key) in its place")
  }

  /// A table under a key, empty where there is none; anything else under the key is a finding.
  ///
  /// - Parameter need: Whether it is read even where it is absent.
  func table(_ key: String, _ need: Need = .required) -> ConfigTable {
    let node = node(key)
    if need == .required { shape?.note(key) { $0.isBlock = true } }
    if let node, node.entries == nil {
      finding(key, node, "must be a block or table, found \(node.kind)")
    }
    return subtable(key, node)
  }

  /// A table of a value that was already looked at.
  ///
  /// - Parameter number: Which element of a list it is, from 1; nil for a table of its own.
  func subtable(_ key: String, _ node: ConfigNode?, number: Int? = nil) -> ConfigTable {
    if let shape { return ConfigTable(probing: shape.child(key)) }
    let table = ConfigTable(
      node, path: path + [key] + (number.map { [String($0)] } ?? []), in: origin.withoutPosition, log: log,
      reportsMissing: reportsMissing)
    children.append(table)
    return table
  }

  /// Reports something about the value of a key.
  func finding(
    _ key: String, _ node: ConfigNode, _ message: String, hint: String = "",
    severity: Finding.Severity = .error
  ) {
    log.add(severity, at: node.origin, path: path + [key], message, hint: hint)
  }

  /// Reports every key of this table and of the tables below it that nobody asked for, and every key that was
  /// needed and is not there. To be called once, when everything is read.
  func reportUnknownAndMissing() {
    let valid = known.sorted()
    for key in keys where !known.contains(key) {
      guard let node = entries[key] else { continue }
      reportUnknown(key, node, valid: valid)
    }
    for (key, hint) in missing.sorted(by: { $0.key < $1.key }) {
      log.add(at: origin, path: path + [key], "is missing", hint: hint)
    }
    for child in children { child.reportUnknownAndMissing() }
  }

  private func reportUnknown(_ key: String, _ node: ConfigNode, valid: [String]) {
    let free = valid.filter { entries[$0] == nil }
    if let other = UnitNames.sameInOtherUnit(key, among: valid) {
      missing[other] = nil
      var hint = "use '\(other)', \(UnitNames.words(for: other))"
      if let value = node.number, let converted = UnitNames.converted(value, from: key, to: other) {
        hint += ": \(other) = \(NumberText.plain(converted))"
      }
      finding(key, node, "has the wrong unit", hint: hint)
    } else if let near = nearestName(to: key, among: free) ?? nearestName(to: key, among: valid)
      ?? valid.first(where: { $0.hasPrefix(key + "_") || key.hasPrefix($0 + "_") })
    {
      missing[near] = nil
      finding(key, node, "unknown key", hint: "did you mean '\(near)'?")
    } else {
      let list = valid.isEmpty ? "this table has no keys" : "valid here: \(valid.joined(separator: ", "))"
      finding(key, node, "unknown key", hint: list)
    }
  }
}

extension ConfigOrigin {
  /// The same file without a place in it, for what is not there.
  var withoutPosition: ConfigOrigin {
    var origin = self
    origin.position = nil
    return origin
  }
}
