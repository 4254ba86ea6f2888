// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// A value of a year with the place where it stands.
struct YearValue {
  var year: Int
  var value: Double
  var node: ConfigNode
}

extension ConfigTable {
  /// Values by year, such as `{ 2026 = 4_000, 2027 = 18_000 }`, ascending by year; empty when absent or
  /// wrong.
  func byYear(
    _ key: String, _ range: NumberRange, _ need: Need = .optional, whole: Bool = false
  ) -> [YearValue] {
    guard let node = node(key, need, example: "{ 2027 = 18_000 }") else { return [] }
    return byYear(key, node, range, whole: whole)
  }

  /// Values by year of a value that was already looked at.
  func byYear(_ key: String, _ node: ConfigNode, _ range: NumberRange, whole: Bool = false) -> [YearValue] {
    guard node.entries != nil else {
      let hint = node.number.map { "write \(key) = { 2027 = \(NumberText.plain($0)) }" } ?? ""
      finding(key, node, "must give a number for each year, found \(node.kind)", hint: hint)
      return []
    }
    let table = subtable(key, node)
    if let years = table.shape {
      years.isNeverEmpty = true
      years.add(TableShape.anyYear, .quantity(range, unit: "", .plainOrTable, isWhole: whole))
      return []
    }
    if table.keys.isEmpty { finding(key, node, "names no year") }
    return table.keys.compactMap { name -> YearValue? in
      guard let entry = table.node(name) else { return nil }
      guard let year = Int(name), String(year) == name, NumberRange.year.contains(Double(year)) else {
        table.finding(name, entry, "is no year", hint: "years are \(NumberRange.year.words)")
        return nil
      }
      guard let value = table.figure(name, entry, unit: "", range)?.value else { return nil }
      if whole, table.whole(name, entry, value) == nil { return nil }
      return YearValue(year: year, value: value, node: entry)
    }
    .sorted { $0.year < $1.year }
  }

  /// Years, some of them in quotes, as they would be written; nil where one of them is no year.
  private static func quotedYears(_ nodes: [ConfigNode]) -> String? {
    var years: [Int] = []
    for node in nodes {
      let number = node.number.flatMap { Int(exactly: $0) } ?? node.text.flatMap { Int($0) }
      guard let year = number, NumberRange.year.contains(Double(year)) else { return nil }
      years.append(year)
    }
    return years.map(String.init).joined(separator: ", ")
  }

  /// A list of years, ascending and without repeats; empty when it is absent or anything in it is wrong.
  func years(_ key: String, _ need: Need = .required) -> [Int] {
    guard let node = node(key, need, example: "[2026, 2027, 2028]") else { return [] }
    shape?.note(key) { ($0.isNeverEmpty, $0.isUnique) = (true, true) }
    guard let nodes = list(key, node) else {
      let written = node.number.map(NumberText.plain) ?? Self.quotedYears([node])
      let hint = written.map { "write \(key) = [\($0)]" } ?? ""
      finding(key, node, "must be a list of years, found \(node.kind)", hint: hint)
      return []
    }
    if nodes.isEmpty { finding(key, node, "must not be an empty list") }
    let before = log.reports
    if nodes.contains(where: { $0.text != nil }), let written = Self.quotedYears(nodes) {
      finding(
        key, node,
        "must be a list of years, and years are numbers, found \(nodes.first { $0.text != nil }?.kind ?? "")",
        hint: "write them without quotes: \(key) = [\(written)]")
      return []
    }
    var years: [Int] = []
    for element in nodes {
      guard let value = checked(key, element, .year, isElement: true), let year = whole(key, element, value)
      else { continue }
      if years.contains(year) {
        finding(key, element, "\(year) stands twice in the list")
      } else {
        if let last = years.last, year < last {
          finding(key, element, "\(year) follows \(last)", hint: "write the years in ascending order")
        }
        years.append(year)
      }
    }
    return log.reports == before ? years : []
  }

  /// A day of the calendar, as a TOML date or as a text of that form.
  func day(_ key: String, _ need: Need = .optional) -> CalendarDay? {
    let example = "2026-12-01"
    guard let node = node(key, need, example: example) else { return nil }
    shape?.add(key, .text(.day))
    if isProbe { return CalendarDay(year: 2026, month: 12, day: 1) }
    let written: String
    switch node.content {
    case .date(let text): written = text
    case .text(let text): written = text
    default:
      finding(key, node, "must be a date, found \(node.kind)", hint: "for example \(key) = \(example)")
      return nil
    }
    if let vintage = Vintage(written), vintage.isDay { return vintage.end }
    finding(
      key, node, "'\(written.prefix(40))' is no day of the calendar",
      hint: "write year, month and day: \(key) = \(example)")
    return nil
  }
}
