// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// `open_options` of a layer: what the driver that opens the source is given, as texts.
enum OpenOptions {
  /// The options by name. Numbers and truth values may do without quotes; a relative path of an option whose
  /// name ends in `_FILE` is one of the folder of the file that declares it.
  static func read(_ layer: ConfigTable) -> [String: String] {
    guard layer.node("open_options") != nil else { return [:] }
    let table = layer.table("open_options")
    var options: [String: String] = [:]
    for name in table.keys {
      guard let node = table.node(name) else { continue }
      for form in [KeyShape.text(.any), .number(.measured), .boolean()] { table.shape?.add(name, form) }
      if name.isEmpty || name.contains(where: { $0 == "=" || $0.isWhitespace }) {
        table.finding(
          name, node, "is no name of an open option", hint: "write for example SEPARATOR = \"SEMICOLON\"")
      } else if let text = text(node) {
        if text.unicodeScalars.contains("\0") {
          table.finding(name, node, "must not hold a NUL character")
          continue
        }
        options[name] = isPath(name) ? FilePath.resolve(text, in: node.origin.folder) : text
      } else {
        table.finding(name, node, "must be a text, a number or true or false, found \(node.kind)")
      }
    }
    return options
  }

  /// Whether the value of an option is the path of a file.
  static func isPath(_ name: String) -> Bool { name.uppercased().hasSuffix("_FILE") }

  private static func text(_ node: ConfigNode) -> String? {
    if let bare = node.bareText { return bare }
    switch node.content {
    case .text(let text): return text
    case .integer(let value): return String(value)
    case .number(let value): return value.isFinite ? NumberText.plain(value) : nil
    case .boolean(let value): return value ? "YES" : "NO"
    case .table, .array, .date: return nil
    }
  }
}
