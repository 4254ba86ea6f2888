// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Values of a scenario as a manifest records it, under key paths: numbers with their basis are one value,
/// values by year stand under their years, entries of a list of tables under their names. It knows nothing of
/// what the keys mean, and reads what a later version recorded as well.
struct RecordedScenarioValues {
  /// The values, in order of their paths.
  let values: [RecordedValue]

  /// - Throws: `TOMLFailure` where the text is no TOML.
  init(_ text: String) throws(TOMLFailure) {
    let bytes = Array(text.utf8)
    let document = try TOMLValue(document: bytes)
    var found: [RecordedValue] = []
    let reading = Reading(bytes: bytes)
    for member in document.members ?? [] { reading.flatten(member.value, path: [member.key], into: &found) }
    values = found.sorted { $0.path < $1.path }
  }
}

/// Takes values of one text apart.
private struct Reading {
  let bytes: [UInt8]

  /// A value as it is written.
  private func source(_ value: TOMLValue) -> String { String(decoding: bytes[value.source], as: UTF8.self) }

  private func empty(_ path: [String]) -> RecordedValue {
    RecordedValue(path: joined(path), value: "{}")
  }

  func flatten(_ value: TOMLValue, path: [String], into found: inout [RecordedValue]) {
    switch value.content {
    case .table(let members):
      if let figure = figure(members, path: path) {
        found.append(figure)
      } else if members.isEmpty {
        found.append(empty(path))
      } else {
        for member in members { flatten(member.value, path: path + [member.key], into: &found) }
      }
    case .array(let entries):
      if let names = names(of: entries) {
        for (name, entry) in zip(names, entries) { flatten(entry, path: path + [name], into: &found) }
      } else {
        found.append(
          RecordedValue(path: joined(path), value: source(value), entries: entries.map(source)))
      }
    case .text, .integer, .number, .boolean, .moment:
      found.append(RecordedValue(path: joined(path), value: source(value)))
    }
  }

  /// A number with its basis; nil for any other table.
  private func figure(_ members: [TOMLValue.Member], path: [String]) -> RecordedValue? {
    var record: RecordedValue?
    for member in members where member.key == "value" {
      record = RecordedValue(path: joined(path), value: source(member.value))
    }
    guard var record else { return nil }
    var low = ""
    var high = ""
    for member in members {
      let words = member.value.text ?? source(member.value)
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

  /// Names of the entries of a list of tables: by `id` or `name` where every entry has its own, by place
  /// otherwise; nil for a list of anything else.
  private func names(of entries: [TOMLValue]) -> [String]? {
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
  private func joined(_ path: [String]) -> String {
    var text = ""
    for key in path {
      if key.hasPrefix("["), key.hasSuffix("]"), !text.isEmpty {
        text += key
      } else {
        text += (text.isEmpty ? "" : ".") + TOMLText.key(key)
      }
    }
    return text
  }
}
