// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import GDAL
import Reports
import TestSupport

/// One changed file of a result.
struct Mutation: Sendable {
  /// What was changed, for a person.
  var words: String
  var file: String
  /// The changed bytes; nil for a file that was removed.
  var bytes: [UInt8]?
}

/// Changes of a JSON document, generated over every key: each place of a kind (list indices apart) at its
/// first and at its last occurrence.
struct JSONMutations {
  private enum Step {
    case member(Int)
    case index(Int)
  }

  private let document: JSONValue
  private var changes: [(words: String, value: JSONValue)] = []
  private var seen: [String: Int] = [:]
  private let most: Int

  /// - Parameter most: Occurrences of a place that are changed.
  init(_ document: JSONValue, most: Int = 1) {
    self.document = document
    self.most = most
    visit(document, path: "", steps: [])
  }

  /// The changed documents as files.
  func files(_ name: String, layout: (JSONValue) -> String = { JSONWriter.text($0) }) -> [Mutation] {
    changes.map { Mutation(words: "\(name): \($0.words)", file: name, bytes: Array(layout($0.value).utf8)) }
  }

  private mutating func visit(_ value: JSONValue, path: String, steps: [Step]) {
    let count = (seen[path] ?? 0) + 1
    seen[path] = count
    if count <= most { mutate(value, path: path, steps: steps) }
    switch value {
    case .object(let members):
      for (place, member) in members.enumerated() {
        visit(member.value, path: "\(path).\(member.name)", steps: steps + [.member(place)])
      }
    case .array(let values):
      for (place, entry) in values.enumerated() {
        visit(entry, path: "\(path)[]", steps: steps + [.index(place)])
      }
    default: break
    }
  }

  /// One change of a place; what is done to lists and objects takes turns.
  private mutating func mutate(_ value: JSONValue, path: String, steps: [Step]) {
    func add(_ words: String, _ changed: JSONValue) {
      changes.append(("\(path) \(words)", Self.replacing(document, steps[...], changed)))
    }
    let turn = changes.count
    switch value {
    case .object(let members):
      if turn.isMultiple(of: 3) || members.isEmpty {
        add("with a key nobody knows", .object(members + [.init("unknown", 1)]))
      } else {
        var fewer = members
        let gone = fewer.remove(at: turn % members.count)
        add("without '\(gone.name)'", .object(fewer))
      }
    case .array(let values):
      if let last = values.last {
        if turn.isMultiple(of: 3), values.count > 1, values[0] != values[1] {
          var turned = values
          turned.swapAt(0, 1)
          add("with two entries exchanged", .array(turned))
        } else if turn.isMultiple(of: 2) {
          add("with its last entry twice", .array(values + [last]))
        } else {
          add("without its last entry", .array(values.dropLast()))
        }
      } else {
        add("with an entry", .array(["x"]))
      }
    case .string(let text): add("'\(text.prefix(20))' changed", .string(text + "x"))
    case .integer(let number):
      add("\(number) and one more", .integer(number + 1))
    case .number(let number):
      switch path.count % 3 {
      case 0: add("\(number) by the least step", .number(number.nextUp))
      case 1: add("\(number) by a cent", .number(number + 0.01))
      default: add("\(number) by one", .number(number - 1))
      }
    case .bool(let flag): add("not \(flag)", .bool(!flag))
    case .null: add("no longer null", .integer(0))
    }
  }

  private static func replacing(
    _ value: JSONValue, _ steps: ArraySlice<Step>, _ changed: JSONValue
  ) -> JSONValue {
    guard let step = steps.first else { return changed }
    switch (step, value) {
    case (.member(let place), .object(var members)):
      members[place].value = replacing(members[place].value, steps.dropFirst(), changed)
      return .object(members)
    case (.index(let place), .array(var values)):
      values[place] = replacing(values[place], steps.dropFirst(), changed)
      return .array(values)
    default: return value
    }
  }
}

/// Changes of the other files of a result.
enum FileMutations {
  /// Every column of a table once, and its lines.
  static func table(_ name: String, _ bytes: [UInt8]) -> [Mutation] {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let header = lines[0].split(separator: ",").map(String.init)
    func mutation(_ words: String, _ lines: [String]) -> Mutation {
      Mutation(words: "\(name): \(words)", file: name, bytes: Array(lines.joined(separator: "\n").utf8))
    }
    var made = [mutation("a column renamed", [lines[0] + "x"] + lines.dropFirst())]
    guard lines.count > 2 else { return made }
    for column in header.indices {
      let row = 1 + column % (lines.count - 2)
      var cells = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard column < cells.count, !lines[row].contains("\"") else { continue }
      cells[column] =
        Double(cells[column]).map { column.isMultiple(of: 2) ? "\($0 + 0.01)" : "\($0.nextUp)" }
        ?? cells[column] + "x"
      var changed = lines
      changed[row] = cells.joined(separator: ",")
      made.append(mutation("line \(row + 1), \(header[column])", changed))
    }
    made.append(mutation("a line twice", lines + [lines[1]]))
    made.append(mutation("without its last line", lines.dropLast(2) + [""]))
    return made
  }

  /// So many texts of a page, and its scripts.
  static func page(_ name: String, _ bytes: [UInt8], texts: Int) -> [Mutation] {
    let text = String(decoding: bytes, as: UTF8.self)
    let ends = text.indices.filter { text[$0] == ">" && text.index(after: $0) < text.endIndex }
    let spoken = ends.filter { text[text.index(after: $0)].isNumber || text[text.index(after: $0)].isLetter }
    var made: [Mutation] = []
    for number in 0..<texts {
      let place = text.index(after: spoken[number * spoken.count / texts])
      var changed = text
      changed.replaceSubrange(place...place, with: text[place] == "7" ? "8" : "7")
      made.append(
        Mutation(words: "\(name): '\(text[place...].prefix(20))'", file: name, bytes: Array(changed.utf8)))
    }
    let scripted = text.replacing("</body>", with: "<script>alert(1)</script></body>", maxReplacements: 1)
    made.append(Mutation(words: "\(name): a script more", file: name, bytes: Array(scripted.utf8)))
    let commented = text.replacing("</main>", with: "<!-- cheaper --></main>", maxReplacements: 1)
    made.append(Mutation(words: "\(name): a comment", file: name, bytes: Array(commented.utf8)))
    made.append(Mutation(words: "\(name): its end", file: name, bytes: Array(bytes.dropLast(9))))
    return made
  }

  /// Every column of every table of a GeoPackage once, a row less, and a table more.
  static func geoPackage(_ name: String, _ bytes: [UInt8]) throws -> [Mutation] {
    let folder = MemoryFolder()
    let original = try folder.write(bytes, as: "original.gpkg")
    var statements: [String] = ["CREATE TABLE more (a INTEGER)"]
    try Dataset.withOpen(original, contents: .vector, options: ["LIST_ALL_TABLES": "YES"]) { dataset in
      for layer in try dataset.layers() {
        for field in layer.fields {
          statements.append(
            "UPDATE \"\(layer.name)\" SET \"\(field.name)\" = CASE typeof(\"\(field.name)\") WHEN 'text' THEN "
              + "\"\(field.name)\" || 'x' WHEN 'null' THEN 1 ELSE \"\(field.name)\" + 1 END WHERE rowid = 1")
        }
        statements.append("DELETE FROM \"\(layer.name)\" WHERE rowid = 1")
        if layer.geometryType != .none {
          statements.append("UPDATE \"\(layer.name)\" SET geom = NULL WHERE rowid = 1")
        }
      }
    }
    var made: [Mutation] = []
    for statement in statements {
      let path = try folder.write(bytes, as: "changed.gpkg")
      let dataset = try Dataset.open(path, access: .update, contents: .vector)
      // A statement without a result is reported as a failure after it was done.
      _ = try? dataset.withSQLResult(statement) { _ in }
      try dataset.close()
      let changed = try VirtualFile.read(path)
      if changed != bytes {
        made.append(Mutation(words: "\(name): \(statement)", file: name, bytes: changed))
      }
    }
    return made
  }
}
