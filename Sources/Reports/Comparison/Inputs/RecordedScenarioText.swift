// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the canonical text of a scenario as a manifest records it into values under key paths: numbers with their basis are one value,
/// values by year stand under their years, entries of a list of tables under their names.
///
/// The text has one statement a line and one form of every value, so that a small reader will do. It knows nothing of what the keys
/// mean, and reads what a later version recorded as well.
struct RecordedScenarioText {
  /// A line that is not in canonical form.
  struct Fault: Error, Equatable {
    /// Line, from 1.
    var line: Int
  }

  /// The values, in order of their paths; a path that stands twice keeps its first value.
  let values: [RecordedValue]

  /// - Throws: `Fault` at the first line that cannot be read.
  init(_ text: String) throws(Fault) {
    var found: [RecordedValue] = []
    var heading: [String] = []
    var headingIsEmpty = false
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.utf8.isEmpty { continue }
      var reader = TOMLLineReader(line)
      if reader.take(UInt8(ascii: "[")) {
        if headingIsEmpty { found.append(Self.empty(heading)) }
        guard let path = reader.path(), reader.take(UInt8(ascii: "]")), reader.isAtEnd else {
          throw Fault(line: number)
        }
        heading = path
        headingIsEmpty = true
      } else {
        guard let path = reader.path(), reader.takeEquals(), let value = reader.value(), reader.isAtEnd else {
          throw Fault(line: number)
        }
        Self.flatten(value, path: heading + path, into: &found)
        headingIsEmpty = false
      }
    }
    if headingIsEmpty { found.append(Self.empty(heading)) }
    var seen: Set<String> = []
    var unique: [RecordedValue] = []
    for value in found where seen.insert(value.path).inserted { unique.append(value) }
    values = unique.sorted { $0.path < $1.path }
  }

  private static func empty(_ path: [String]) -> RecordedValue {
    RecordedValue(path: joined(path), value: "{}")
  }

  private static func flatten(_ value: TOMLValue, path: [String], into found: inout [RecordedValue]) {
    switch value.content {
    case .table(let members):
      if let figure = figure(members, path: path) {
        found.append(figure)
      } else if members.isEmpty {
        found.append(empty(path))
      } else {
        for member in members { flatten(member.value, path: path + [member.key], into: &found) }
      }
    case .list(let entries):
      if let names = names(of: entries) {
        for (name, entry) in zip(names, entries) { flatten(entry, path: path + [name], into: &found) }
      } else {
        found.append(
          RecordedValue(path: joined(path), value: value.source, entries: entries.map(\.source)))
      }
    case .plain:
      found.append(RecordedValue(path: joined(path), value: value.source))
    }
  }

  /// A number with its basis; nil for any other table.
  private static func figure(_ members: [TOMLValue.Member], path: [String]) -> RecordedValue? {
    var record: RecordedValue?
    for member in members where member.key == "value" {
      record = RecordedValue(path: joined(path), value: member.value.source)
    }
    guard var record else { return nil }
    var low = ""
    var high = ""
    for member in members {
      let words = member.value.text ?? member.value.source
      switch member.key {
      case "value": break
      case "unit": record.unit = words
      case "basis": record.basis = words
      case "source": record.source = words
      case "low": low = words
      case "high": high = words
      default: return nil
      }
    }
    if !low.isEmpty || !high.isEmpty { record.band = "\(low) to \(high)" }
    return record
  }

  /// Names of the entries of a list of tables: by `id` or `name` where every entry has its own, by place otherwise; nil for a list of
  /// anything else.
  private static func names(of entries: [TOMLValue]) -> [String]? {
    guard !entries.isEmpty else { return nil }
    var named: [String] = []
    for entry in entries {
      guard case .table(let members) = entry.content else { return nil }
      let name = members.first { $0.key == "id" } ?? members.first { $0.key == "name" }
      named.append(name?.value.text ?? "")
    }
    if Set(named).count < named.count || named.contains("") {
      return entries.indices.map { "[\($0 + 1)]" }
    }
    return named.map { "[\($0)]" }
  }

  /// Keys joined by dots; an entry of a list follows its list without one. A key that needs quotes gets them.
  private static func joined(_ path: [String]) -> String {
    var text = ""
    for key in path {
      if key.hasPrefix("["), key.hasSuffix("]"), !text.isEmpty {
        text += key
      } else {
        let isBare =
          !key.isEmpty
          && key.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
              || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
              || $0 == UInt8(ascii: "-")
          }
        text += (text.isEmpty ? "" : ".") + (isBare ? key : "\"\(key)\"")
      }
    }
    return text
  }
}
