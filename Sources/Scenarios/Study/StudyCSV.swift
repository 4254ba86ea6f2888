// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies

/// Cases from a CSV file: a column for each input, a row for each case, and a row `default` that fills empty
/// cells.
struct StudyCSV {
  /// What a column changes.
  private struct Column {
    var path: [NamePattern]
    var verb: ChangeVerb
    /// Name of the factor, and the heading if it is none of the file's own.
    var name: String
  }

  /// What a cell says.
  private struct Content {
    var overlay: String
    var value: FactorValue?
  }

  /// The file, as seen from the working directory.
  var file: String
  var log: FindingLog
  /// Factors that a heading may name.
  var factors: [StudyFactor]
  /// Factors that stand only as columns, in their order.
  private(set) var columns: [StudyFactor] = []
  /// Cases in the order of the rows.
  private(set) var cases: [ListedCase] = []

  init(file: String, log: FindingLog, factors: [StudyFactor]) {
    self.file = file
    self.log = log
    self.factors = factors
  }

  /// Reads the file; faults are in the log.
  mutating func read(_ bytes: [UInt8]) {
    let rows = CSVText.rows(bytes, file: file, log: log)
    guard let header = rows.first else {
      if !log.all.contains(where: { $0.file == file }) {
        log.add(Finding(file: file, message: "the file is empty", hint: Self.headerHint))
      }
      return
    }
    guard let head = headings(header) else { return }
    var whole: [[CSVText.Cell]] = []
    for row in rows.dropFirst() {
      if row.count == header.count { whole.append(row) } else { reportLength(row, header.count) }
    }
    let defaults = whole.filter { $0[0].text == "default" }
    for extra in defaults.dropFirst() {
      place(extra[0]).report("there are two rows named 'default'", hint: "join them to one", in: log)
    }
    if let row = defaults.first { _ = contents(row, nil, head.columns) }
    for row in whole where row[0].text != "default" {
      cases.append(makeCase(row, defaults.first, head.columns, hasLabel: head.hasLabel))
    }
    if whole.count == defaults.count, whole.count == rows.count - 1 {
      place(header[0]).report(
        "the file holds no case", hint: "write a row for each case below the headings", in: log)
    }
  }

  private static let headerHint = "begin with a line of headings: name,label,cost.energy_eur_per_mwh"

  private func place(_ cell: CSVText.Cell, _ path: [String] = []) -> StudyPlace {
    StudyPlace(origin: ConfigOrigin(file: file, position: cell.position), path: path)
  }

  private func reportLength(_ row: [CSVText.Cell], _ count: Int) {
    let found = row.count == 1 ? "1 cell" : "\(row.count) cells"
    place(row[0]).report(
      "the row has \(found) and the headings \(count)",
      hint:
        "put quotes around a cell that holds what separates the cells; an empty cell still needs its separator",
      in: log)
  }

  /// What the columns behind `name` and `label` change; nil where the headings cannot be used.
  private mutating func headings(_ row: [CSVText.Cell]) -> (columns: [Column?], hasLabel: Bool)? {
    guard row[0].text == "name" else {
      place(row[0]).report(
        "the first heading must be 'name', found '\(row[0].text.prefix(40))'", hint: Self.headerHint, in: log)
      return nil
    }
    let hasLabel = row.count > 1 && row[1].text == "label"
    var seen: Set<String> = []
    var found: [Column?] = []
    for cell in row.dropFirst(hasLabel ? 2 : 1) {
      guard let column = column(cell) else {
        found.append(nil)
        continue
      }
      guard seen.insert(OverlayText.text(column.path, column.verb, "")).inserted else {
        place(cell).report("two columns change the same in the same way", hint: "join them to one", in: log)
        found.append(nil)
        continue
      }
      if !factors.contains(where: { $0.factor.name == column.name }) { columns.append(Self.factor(column)) }
      found.append(column)
    }
    return (found, hasLabel)
  }

  private func column(_ cell: CSVText.Cell) -> Column? {
    let heading = cell.text
    if let known = factors.first(where: { $0.factor.name == heading })?.factor {
      guard let text = OverlayText.text(known, .bool(true)), let split = ChangePath.split(text) else {
        return nil
      }
      return Column(path: split.path, verb: split.verb, name: heading)
    }
    guard let split = ChangePath.split(heading + "="), split.text.isEmpty else {
      let names = ["name", "label"] + factors.map(\.factor.name)
      place(cell).report(
        heading.isEmpty ? "the heading is empty" : "the heading '\(heading)' is no key path",
        hint: nearestName(to: heading, among: names).map { "did you mean '\($0)'?" }
          ?? "write the path of an input, with *, + or - behind it to multiply, add or subtract", in: log)
      return nil
    }
    let sample = OverlayText.text(split.path, split.verb, "1")
    let isSite = Change(argument: sample, log: FindingLog())?.target == .site
    if !isSite, !OverlayText.check(sample, at: place(cell), log: log) { return nil }
    if split.path.count == 1, let name = split.path.first?.text {
      let near = nearestName(to: name, among: ["name", "label"] + factors.map(\.factor.name))
      place(cell).report(
        "the heading '\(heading)' is neither a factor nor the path of an input",
        hint: near.map { "did you mean '\($0)'?" } ?? "paths have dots: cost.energy_eur_per_mwh", in: log)
      return nil
    }
    return Column(path: split.path, verb: split.verb, name: heading)
  }

  private static func factor(_ column: Column) -> StudyFactor {
    let verb: Factor.Verb =
      switch column.verb {
      case .set, .delete: .set
      case .multiply: .multiply
      case .add, .remove: .add
      }
    return StudyFactor(Factor(column.name, path: ChangePath.text(column.path), verb: verb, domain: .open))
  }

  private func makeCase(
    _ row: [CSVText.Cell], _ defaults: [CSVText.Cell]?, _ columns: [Column?], hasLabel: Bool
  ) -> ListedCase {
    let label = hasLabel && !row[1].text.isEmpty ? row[1].text : row[0].text
    var item = ListedCase(id: row[0].text, label: label, place: place(row[0]))
    for (column, content) in contents(row, defaults, columns) {
      item.overlays.append(content.overlay)
      item.values[column.name] = content.value
    }
    return item
  }

  private func contents(
    _ row: [CSVText.Cell], _ defaults: [CSVText.Cell]?, _ columns: [Column?]
  ) -> [(Column, Content)] {
    let first = row.count - columns.count
    var contents: [(Column, Content)] = []
    for (index, column) in columns.enumerated() {
      guard let column else { continue }
      var cell = row[first + index]
      if cell.text.allSatisfy(\.isWhitespace), let defaults { cell = defaults[first + index] }
      guard !cell.text.allSatisfy(\.isWhitespace), let content = content(cell, column) else { continue }
      contents.append((column, content))
    }
    return contents
  }

  /// What a cell says, written as in TOML; a text may do without quotes.
  private func content(_ cell: CSVText.Cell, _ column: Column) -> Content? {
    let place = place(cell)
    let text = cell.text
    if PlainNumber.hasDecimalComma(text) {
      place.report("'\(text)' has a decimal comma", hint: PlainNumber.hint(for: text), in: log)
      return nil
    }
    var content = Content(overlay: OverlayText.text(column.path, column.verb, text), value: .text(text))
    if let node = ConfigParser.value(text, origin: place.origin) {
      var value: FactorValue?
      switch node.content {
      case .integer, .number: value = node.number.map { .number($0) }
      case .boolean(let bool): value = .bool(bool)
      case .text(let quoted): value = .text(quoted)
      case .table, .array: content.value = .text(CanonicalTOML.value(node))
      case .date: break
      }
      if case .number(let number)? = value, !number.isFinite {
        place.report("'\(text)' is no finite number", in: log)
        return nil
      }
      var verb = column.verb
      if verb == .remove, case .number(let number)? = value {
        verb = .add
        value = .number(-number)
      }
      if let value {
        content = Content(
          overlay: OverlayText.text(column.path, verb, OverlayText.value(value)), value: value)
      }
    } else if column.verb == .set, text == "null" {
      content = Content(overlay: OverlayText.text(column.path, .delete, ""), value: .text("null"))
    }
    return OverlayText.check(content.overlay, at: place, log: log) ? content : nil
  }
}
