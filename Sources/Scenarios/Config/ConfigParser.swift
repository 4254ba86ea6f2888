// SPDX-License-Identifier: GPL-3.0-or-later

import TOMLKit

/// Turns the text of a TOML file into nodes with places.
enum ConfigParser {
  /// Parses a file; a syntax error becomes a finding and nil is returned.
  static func parse(_ bytes: [UInt8], file: String, log: FindingLog) -> ConfigNode? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.add(
        Finding(
          file: file, message: "the file is not UTF-8 text",
          hint: "save it as UTF-8; a spreadsheet or a word processor may have written it otherwise"))
      return nil
    }
    // The parser underneath takes a C string and would silently stop at a NUL.
    guard !bytes.contains(0) else {
      log.add(Finding(file: file, message: "the file holds a NUL byte", hint: "is it a text file?"))
      return nil
    }
    do {
      let table = try TOMLTable(string: text)
      let positions = SourceLocator.positions(in: text)
      return node(table, path: [], file: file, positions: positions)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      log.add(
        Finding(
          file: file, line: begin.line, column: begin.column,
          message: "this is not TOML: \(error.description)",
          hint: "a missing quote, bracket or '=' on this line or the one before is the usual cause"))
    } catch {
      log.add(Finding(file: file, message: "this is not TOML: \(error)"))
    }
    return nil
  }

  /// Parses one value as TOML writes it, for example `[2026, 2027]`; nil when it is no TOML value.
  static func value(_ text: String, origin: ConfigOrigin) -> ConfigNode? {
    guard !text.utf8.contains(0), let table = try? TOMLTable(string: "value = \(text)"), table.count == 1
    else { return nil }
    return table["value"].map { convert($0) { _ in origin } }
  }

  private static func node(
    _ table: TOMLTable, path: [SourceLocator.Step], file: String,
    positions: [[SourceLocator.Step]: SourcePosition]
  ) -> ConfigNode {
    convert(table, path: path) { path in
      var known = path
      while positions[known] == nil, !known.isEmpty { known.removeLast() }
      return ConfigOrigin(file: file, position: positions[known])
    }
  }

  private static func convert(
    _ value: any TOMLValueConvertible, path: [SourceLocator.Step] = [],
    origin: ([SourceLocator.Step]) -> ConfigOrigin
  ) -> ConfigNode {
    let content: ConfigNode.Content =
      switch value.type {
      case .table:
        .table(
          (value.table?.keys ?? []).reduce(into: [:]) { entries, key in
            entries[key] = value.table?[key].map { convert($0, path: path + [.key(key)], origin: origin) }
          })
      case .array:
        .array(
          (0..<(value.array?.count ?? 0)).compactMap { index in
            value[index].map { convert($0, path: path + [.index(index)], origin: origin) }
          })
      case .string: .text(value.string ?? "")
      case .int: .integer(value.int ?? 0)
      case .double: .number(value.double ?? 0)
      case .bool: .boolean(value.bool ?? false)
      case .date, .time, .dateTime: .date
      }
    return ConfigNode(content, origin: origin(path))
  }
}
