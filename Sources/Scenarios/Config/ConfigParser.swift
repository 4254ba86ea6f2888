// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

/// Turns the text of a TOML file into nodes with places.
enum ConfigParser {
  /// Parses a file; whatever is wrong with it becomes findings and nil is returned.
  static func parse(_ bytes: [UInt8], file: String, log: FindingLog) -> ConfigNode? {
    do throws(TOMLFailure) {
      return node(try TOMLValue(document: bytes), at: nil) { ConfigOrigin(file: file, position: $0) }
    } catch {
      for fault in error.faults {
        log.add(
          Finding(
            file: file, line: fault.place.line, column: fault.place.column,
            message: (fault.kind == .syntax ? "this is not TOML: " : "") + fault.message, hint: fault.hint))
      }
      return nil
    }
  }

  /// Parses one value as TOML writes it, for example `[2026, 2027]`; nil when it is no TOML value.
  static func value(_ text: String, origin: ConfigOrigin) -> ConfigNode? {
    guard let value = try? TOMLValue(value: text) else { return nil }
    return node(value, at: nil) { _ in origin }
  }

  /// What keeps a text from being one TOML value; nil where nothing does.
  static func fault(_ text: String) -> TOMLFault? {
    do throws(TOMLFailure) {
      _ = try TOMLValue(value: text)
      return nil
    } catch {
      return error.faults.first
    }
  }

  /// - Parameters:
  ///   - place: Where the key of the value stands; nil for an element of a list, which stands for itself.
  ///   - origin: What a place means.
  private static func node(
    _ value: TOMLValue, at place: TextPlace?, origin: (SourcePosition) -> ConfigOrigin
  ) -> ConfigNode {
    let content: ConfigNode.Content =
      switch value.content {
      case .table(let members):
        .table(
          members.reduce(into: [:]) { entries, member in
            entries[member.key] = node(member.value, at: member.place, origin: origin)
          })
      case .array(let elements): .array(elements.map { node($0, at: nil, origin: origin) })
      case .text(let text): .text(text)
      case .integer(let value): .integer(value)
      case .number(let value): .number(value)
      case .boolean(let value): .boolean(value)
      case .moment(let moment): .date(moment.text)
      }
    let shown = place ?? value.place
    return ConfigNode(content, origin: origin(SourcePosition(line: shown.line, column: shown.column)))
  }
}
