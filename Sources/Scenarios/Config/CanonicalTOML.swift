// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Writes a tree of values as TOML in one way only: keys in order, one form of every value. Two scenarios
/// that say the same give the same text, and reading the text gives the same tree.
enum CanonicalTOML {
  /// The text of a root table. Its keys come first, then its tables as blocks.
  static func text(_ root: ConfigNode) -> String {
    var lines: [String] = []
    block(root, path: [], into: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func block(_ node: ConfigNode, path: [String], into lines: inout [String]) {
    let entries = (node.entries ?? [:]).sorted { before($0.key, $1.key, isRoot: path.isEmpty) }
    let plain = entries.filter { !isBlock($0.value) }
    if !path.isEmpty, !plain.isEmpty || entries.isEmpty {
      lines.append("")
      lines.append("[\(ConfigPath.text(path))]")
    }
    for (key, value) in plain {
      lines.append("\(ConfigPath.quotedIfNeeded(key)) = \(inline(value))")
    }
    for (key, value) in entries where isBlock(value) {
      block(value, path: path + [key], into: &lines)
    }
  }

  /// `schema` opens a file; everything else is in order of the keys.
  private static func before(_ a: String, _ b: String, isRoot: Bool) -> Bool {
    if isRoot, (a == "schema") != (b == "schema") { return a == "schema" }
    return a < b
  }

  /// Figures and values by year stay on their line; other tables become blocks.
  private static func isBlock(_ node: ConfigNode) -> Bool {
    guard let entries = node.entries else { return false }
    if node.isFigure { return false }
    return entries.isEmpty || !entries.keys.allSatisfy { Int($0) != nil }
  }

  /// One value as it stands behind its key.
  static func value(_ node: ConfigNode) -> String { inline(node) }

  private static func inline(_ node: ConfigNode) -> String {
    switch node.content {
    case .table(let entries):
      let parts = entries.sorted { $0.key < $1.key }.map { key, value in
        "\(ConfigPath.quotedIfNeeded(key)) = \(inline(value))"
      }
      return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
    case .array(let nodes): return "[\(nodes.map(inline).joined(separator: ", "))]"
    case .text(let text): return quoted(text)
    case .integer(let value): return String(value)
    case .number(let value): return number(value)
    case .boolean(let value): return value ? "true" : "false"
    case .date(let text): return quoted(text)
    }
  }

  /// The shortest text that reads as the same number; TOML writes infinity and not-a-number as Swift does.
  private static func number(_ value: Double) -> String { value.description }

  /// A text in double quotes with what TOML wants escaped.
  static func quoted(_ text: String) -> String { TOMLText.quoted(text) }
}
