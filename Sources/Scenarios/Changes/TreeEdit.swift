// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Makes one change in a tree of values.
struct TreeEdit {
  var change: Change
  /// Keys of the change that lead into the tree; all of them for the tree of a scenario.
  var path: [NamePattern]
  /// Keys from the scenario to the tree.
  var prefix: [String] = []
  var log: FindingLog

  init(_ change: Change, log: FindingLog) {
    self.change = change
    path = change.path
    self.log = log
  }

  /// Changes the tree.
  ///
  /// - Returns: What was changed; empty where nothing was, with the reason in the log unless it is that
  ///   nothing matches.
  func apply(to tree: inout ConfigNode) -> [ChangeReport.Match] {
    if let literal = change.literalPath, change.verb == .set || tree.appends(change, path) {
      return set(Array(literal.dropFirst(prefix.count)), in: &tree)
    }
    var matches: [ChangeReport.Match] = []
    for path in tree.paths(matching: path) where !isFixed(path) {
      guard let old = tree.node(at: path) else { continue }
      if change.verb == .delete {
        tree = tree.removing(path)
        matches.append(match(path, old, nil))
        continue
      }
      guard let new = edited(old, path) else { continue }
      var blocker: [String] = []
      guard let changed = tree.replacing(path, with: new, blocker: &blocker) else { continue }
      tree = changed
      matches.append(match(path, old, new))
    }
    return matches
  }

  private func isFixed(_ path: [String]) -> Bool {
    prefix.isEmpty && ["schema", "extends", "changes"].contains(path.first ?? "")
  }

  private func set(_ path: [String], in tree: inout ConfigNode) -> [ChangeReport.Match] {
    var blocker: [String] = []
    let old = tree.node(at: path)
    guard let changed = tree.replacing(path, with: change.value, blocker: &blocker) else {
      let kind = tree.node(at: blocker)?.kind ?? "no table"
      log.add(
        at: change.origin, path: prefix + path,
        "cannot be set: '\(ConfigPath.text(prefix + blocker))' is \(kind)",
        hint: "set '\(ConfigPath.text(prefix + blocker))' itself")
      return []
    }
    tree = changed
    return [match(path, old, change.value)]
  }

  private func match(_ path: [String], _ old: ConfigNode?, _ new: ConfigNode?) -> ChangeReport.Match {
    let whole = prefix + path
    return ChangeReport.Match(
      path: ConfigPath.text(whole), old: old.map { ShownValue.text($0, path: whole) },
      new: new.map { ShownValue.text($0, path: whole) })
  }

  /// A value after the change; nil where it cannot be changed so, with the reason in the log.
  private func edited(_ old: ConfigNode, _ path: [String]) -> ConfigNode? {
    switch change.verb {
    case .set, .delete: return change.value
    case .multiply: return computed(old, path, change.value.number.map { .times($0) })
    case .add, .remove:
      guard case .array(let elements) = old.content else {
        let amount = change.value.number.flatMap { $0.isFinite ? $0 : nil }
        return computed(old, path, amount.map { .plus(change.verb == .add ? $0 : -$0) })
      }
      return change.verb == .add ? appended(elements) : without(elements, path)
    }
  }

  private func computed(_ old: ConfigNode, _ path: [String], _ arithmetic: NumberChange?) -> ConfigNode? {
    guard let arithmetic else {
      fault(path, "\(change.verb.rawValue) needs a number here, found \(change.value.kind)")
      return nil
    }
    if let new = old.changed(by: arithmetic, origin: change.origin) { return new }
    fault(
      path, "is \(old.kind), which has no number to \(arithmetic.word)",
      hint: old.entries == nil ? "" : "name the values in it, for example with \(pathHint(path))")
    return nil
  }

  private func pathHint(_ path: [String]) -> String { ConfigPath.text(prefix + path) + ".*" }

  private var values: [ConfigNode] {
    if case .array(let elements) = change.value.content { elements } else { [change.value] }
  }

  private func appended(_ elements: [ConfigNode]) -> ConfigNode {
    ConfigNode(.array(elements + values), origin: change.origin)
  }

  private func without(_ elements: [ConfigNode], _ path: [String]) -> ConfigNode? {
    var left = elements
    for value in values {
      guard let index = left.firstIndex(where: { Self.isSame($0, value) }) else {
        let near = value.text.flatMap { nearestName(to: $0, among: left.compactMap(\.text)) }
        fault(
          path, "does not hold \(CanonicalTOML.value(value))",
          hint: near.map { "did you mean '\($0)'?" }
            ?? "it holds \(left.map { CanonicalTOML.value($0) }.joined(separator: ", "))")
        return nil
      }
      left.remove(at: index)
    }
    return ConfigNode(.array(left), origin: change.origin)
  }

  private static func isSame(_ a: ConfigNode, _ b: ConfigNode) -> Bool {
    if let text = a.text, text == b.bareText { return true }
    if let one = a.number, let other = b.number { return one == other }
    return CanonicalTOML.value(a) == CanonicalTOML.value(b)
  }

  private func fault(_ path: [String], _ message: String, hint: String = "") {
    log.add(at: change.origin, path: prefix + path, message, hint: hint)
  }
}

extension NumberChange {
  /// What is done, in words.
  fileprivate var word: String {
    switch self {
    case .times: "multiply"
    case .plus: "add to"
    }
  }
}

extension ConfigNode {
  /// Whether a change appends a list to a list that is not written, whose default is empty.
  fileprivate func appends(_ change: Change, _ path: [NamePattern]) -> Bool {
    guard change.verb == .add, case .array = change.value.content else { return false }
    return paths(matching: path).isEmpty
  }
}
