// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Writes JSON as UTF-8 text: always the same bytes for the same value, on any machine and in any locale.
///
/// Layout `pretty` indents by two spaces and keeps a list or an object on one line where it holds only plain
/// values and is short, so that a file of a plan can be read by eye and compared line by line.
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// Two spaces a level; short flat lists and objects on one line.
    case pretty
    /// No spaces and no line ends.
    case compact
  }

  /// Longest line that a flat list or object may fill, in characters.
  private static let lineLimit = 100

  private let layout: Layout
  private var text = ""

  private init(_ layout: Layout) { self.layout = layout }

  /// The text of a value; `pretty` ends with a line end.
  package static func text(_ value: JSONValue, layout: Layout = .pretty) -> String {
    var writer = JSONWriter(layout)
    writer.write(value, level: 0)
    if layout == .pretty { writer.text += "\n" }
    return writer.text
  }

  private mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .string(let text): self.text += Self.quoted(text)
    case .integer(let value): text += String(value)
    case .number(let value): text += NumberText.shortest(value) ?? "null"
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      writeItems(open: "[", close: "]", value: value, count: values.count, level: level) { writer, index in
        writer.write(values[index], level: level + 1)
      }
    case .object(let members):
      writeItems(open: "{", close: "}", value: value, count: members.count, level: level) { writer, index in
        writer.text += Self.quoted(members[index].name)
        writer.text += writer.layout == .pretty ? ": " : ":"
        writer.write(members[index].value, level: level + 1)
      }
    }
  }

  private mutating func writeItems(
    open: String, close: String, value: JSONValue, count: Int, level: Int,
    item: (inout JSONWriter, Int) -> Void
  ) {
    text += open
    if count == 0 {
      text += close
      return
    }
    if layout == .compact {
      for index in 0..<count {
        if index > 0 { text += "," }
        item(&self, index)
      }
      text += close
      return
    }
    if let line = Self.flatLine(value), level * 2 + line.count <= Self.lineLimit {
      text.removeLast()
      text += line
      return
    }
    for index in 0..<count {
      text += index > 0 ? ",\n" : "\n"
      text += String(repeating: "  ", count: level + 1)
      item(&self, index)
    }
    text += "\n" + String(repeating: "  ", count: level) + close
  }

  /// A list or object of plain values on one line; nil when it holds others or cannot be short.
  private static func flatLine(_ value: JSONValue) -> String? {
    switch value {
    case .array(let values):
      guard values.count <= lineLimit / 2 else { return nil }
      var parts: [String] = []
      for value in values {
        guard let part = plain(value) else { return nil }
        parts.append(part)
      }
      return "[" + parts.joined(separator: ", ") + "]"
    case .object(let members):
      guard members.count <= lineLimit / 6 else { return nil }
      var parts: [String] = []
      for member in members {
        guard let part = plain(member.value) else { return nil }
        parts.append(quoted(member.name) + ": " + part)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    default: return nil
    }
  }

  private static func plain(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): quoted(text)
    case .integer(let value): String(value)
    case .number(let value): NumberText.shortest(value) ?? "null"
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    case .array, .object: nil
    }
  }

  /// A text in quotation marks. Control characters and the two line separators of Unicode are escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
