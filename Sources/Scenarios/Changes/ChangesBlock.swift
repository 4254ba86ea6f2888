// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// `[[changes]]`: what a file changes in the scenario that it extends, in the order of the list.
enum ChangesBlock {
  /// The changes of a file; faults are in the log.
  static func read(_ root: ConfigTable) -> [Change] {
    guard let node = root.node("changes") else { return [] }
    guard let tables = root.tables("changes", node) else {
      root.finding(
        "changes", node, "must be a list of tables",
        hint: "write [[changes]], and below it path = \"...\" and multiply = 1.2")
      return []
    }
    return tables.compactMap(change)
  }

  private static func change(_ table: ConfigTable) -> Change? {
    let path = table.text("path")
    table.shape?.note("path") { $0.isRequired = true }
    table.shape?.add(ChangeVerb.multiply.rawValue, .number(.measured))
    table.shape?.add(ChangeVerb.delete.rawValue, .boolean(isAlwaysTrue: true))
    let written = ChangeVerb.allCases.compactMap { verb in table.node(verb.rawValue).map { (verb, $0) } }
    if table.entry("path") == nil {
      table.log.add(
        at: table.origin, path: table.path + ["path"], "is missing",
        hint: "for example path = \"sites.cambrai-*.power_mw_max\"")
    }
    guard let path else { return nil }
    let names = ChangeVerb.allCases.map(\.rawValue).joined(separator: ", ")
    // A key that no verb has is reported as such.
    if written.isEmpty, table.keys.contains(where: { $0 != "path" }) { return nil }
    guard written.count == 1, let (verb, node) = written.first else {
      table.log.add(
        at: table.origin, path: table.path,
        written.isEmpty
          ? "does not say what to do" : "says \(written.map(\.0.rawValue).joined(separator: " and "))",
        hint: "write exactly one of \(names)")
      return nil
    }
    guard let segments = ChangePath.parsed(path) else {
      if let node = table.node("path") {
        table.finding(
          "path", node, "'\(path)' is no key path",
          hint: "keys are joined by dots, for example \"grid.route_factor\"")
      }
      return nil
    }
    if verb == .delete, node.content != .boolean(true) {
      table.finding("delete", node, "must be true, found \(node.kind)")
      return nil
    }
    let change = Change(path: segments, verb: verb, value: node)
    return change.isAllowed(log: table.log) ? change : nil
  }
}
