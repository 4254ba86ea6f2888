// SPDX-License-Identifier: GPL-3.0-or-later

extension ConfigNode {
  /// This node with another one laid over it: tables are joined key by key, anything else is replaced. A
  /// number with its basis is replaced whole, since the source of the old value says nothing about the new
  /// one.
  func overlaid(by other: ConfigNode) -> ConfigNode {
    guard let own = entries, let added = other.entries, !isFigure, !other.isFigure else { return other }
    let joined = own.merging(added) { old, new in old.overlaid(by: new) }
    return ConfigNode(.table(joined), origin: other.origin)
  }

  /// This table with the value under a path replaced; tables on the way are made where they are missing.
  ///
  /// - Returns: nil when something on the way is no table, with the keys up to it in `blocker`.
  func replacing(
    _ path: some Collection<String>, with value: ConfigNode, blocker: inout [String]
  ) -> ConfigNode? {
    guard let first = path.first else { return value }
    if let element = element(first) {
      blocker.append(first)
      let child = element.replacing(path.dropFirst(), with: value, blocker: &blocker)
      return child.flatMap { replacingElement(first, with: $0) }
    }
    guard var entries else { return nil }
    blocker.append(first)
    let rest = path.dropFirst()
    let old = entries[first]
    let parent: ConfigNode
    if let old, old.number != nil, rest.count == 1, let key = rest.first, Self.figureKeys.contains(key) {
      // A plain number gains a band, a basis or a source; `value` sets the number itself.
      parent = ConfigNode(.table(["value": old]), origin: old.origin)
    } else {
      parent = old ?? ConfigNode(.table([:]), origin: value.origin)
    }
    // A new value leaves the old source behind, as in a merge of files.
    let child =
      parent.isFigure && Array(rest) == ["value"]
      ? value : parent.replacing(rest, with: value, blocker: &blocker)
    guard let child else { return nil }
    entries[first] = child
    return ConfigNode(.table(entries), origin: origin)
  }

  /// This table without the value under a key.
  func removing(_ key: String) -> ConfigNode {
    guard var entries else { return self }
    entries[key] = nil
    return ConfigNode(.table(entries), origin: origin)
  }

  /// This tree with every node under the paths that a predicate names passed through a function.
  func mapping(
    _ transform: (_ path: [String], _ node: ConfigNode) -> ConfigNode?, path: [String] = []
  ) -> ConfigNode {
    if let changed = transform(path, self) { return changed }
    switch content {
    case .table(let entries):
      var changed: [String: ConfigNode] = [:]
      for (key, node) in entries { changed[key] = node.mapping(transform, path: path + [key]) }
      return ConfigNode(.table(changed), origin: origin)
    case .array(let nodes):
      return ConfigNode(.array(nodes.map { $0.mapping(transform, path: path + ["[]"]) }), origin: origin)
    case .text, .integer, .number, .boolean, .date:
      return self
    }
  }
}
