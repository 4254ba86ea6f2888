// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a scenario makes different in a product, as the scenario would write it.
struct ProductDifference {
  /// Values that differ or are new, as a table of the product; nil where there are none.
  var table: ConfigNode?
  /// Keys that are gone.
  var deleted: [[String]] = []

  init(from old: ConfigNode, to new: ConfigNode) {
    var deleted: [[String]] = []
    table = Self.difference(old, new, path: [], &deleted)
    self.deleted = deleted
  }

  private static func difference(
    _ old: ConfigNode, _ new: ConfigNode, path: [String], _ deleted: inout [[String]]
  ) -> ConfigNode? {
    // What is the same to the last place it stands at needs no comparison of texts.
    if old == new || old.saysSame(as: new) { return nil }
    guard let before = old.entries, let after = new.entries, !old.isFigure, !new.isFigure else { return new }
    for key in before.keys.sorted() where after[key] == nil { deleted.append(path + [key]) }
    var entries: [String: ConfigNode] = [:]
    for key in after.keys.sorted() {
      guard let node = after[key] else { continue }
      guard let old = before[key] else {
        entries[key] = node
        continue
      }
      entries[key] = difference(old, node, path: path + [key], &deleted)
    }
    return entries.isEmpty ? nil : ConfigNode(.table(entries), origin: new.origin)
  }

  /// Key paths of everything that differs, as a scenario names them.
  func paths(of id: String) -> [String] {
    ((table?.leaves() ?? []) + deleted).map { ConfigPath.text(["skus", id] + $0) }
  }

  /// The deletions as `[[changes]]` of a file writes them.
  func deletions(of id: String) -> [ConfigNode] {
    let origin = ConfigOrigin(file: "", position: nil)
    return deleted.map { keys in
      let path = ConfigPath.text(["skus", id] + keys)
      return ConfigNode(
        .table([
          "path": ConfigNode(.text(path), origin: origin),
          "delete": ConfigNode(.boolean(true), origin: origin),
        ]), origin: origin)
    }
  }
}
