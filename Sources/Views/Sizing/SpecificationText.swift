// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Results

/// Lines of a cluster for a terminal: a section for each title, values in a column, tables, running text.
struct SpecificationText {
  private var out = ""
  /// Names, values and units that are not written yet.
  private var rows: [[String]] = []
  private var followsTitle = true
  /// What stands below the lines of a discipline, by its key.
  private var foundations: [String: String]

  /// The text.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - foundations: What stands below the lines of a discipline, by its key.
  static func text(_ lines: [SpecificationLine], foundations: [String: String] = [:]) -> String {
    var text = SpecificationText(foundations: foundations)
    text.add(lines, isInSection: false)
    text.end()
    return text.out
  }

  private init(foundations: [String: String]) { self.foundations = foundations }

  private mutating func add(_ lines: [SpecificationLine], isInSection: Bool) {
    for line in lines {
      switch line.value {
      case .group(let inner):
        if !line.label.isEmpty {
          begin(line.label)
          if inner == nil { paragraph("none stated") }
        }
        add(inner ?? [], isInSection: isInSection || !line.label.isEmpty)
      case .kinds(let kinds):
        if kinds.count == 1, kinds[0].count == 1 {
          add(kinds[0].lines, isInSection: isInSection)
        } else {
          add(SpecificationLine.side(by: kinds), counts: kinds.map(\.count))
        }
      default:
        guard line.isForTerminals else { continue }
        if !isInSection, case .rows(let rows) = line.value, !rows.isEmpty { begin(line.label) }
        add(line, isCaptioned: isInSection)
      }
      if !isInSection, let foundation = foundations[line.key] { paragraph(foundation) }
    }
  }

  private mutating func add(_ line: SpecificationLine, isCaptioned: Bool) {
    let label = line.label.english
    switch line.value {
    case .rows(let all) where !all.isEmpty:
      let visible = all.map { $0.filter(\.isForTerminals) }
      if visible.allSatisfy({ $0.allSatisfy(\.isRunningText) }) {
        for line in visible.joined() { add(line, isCaptioned: false) }
      } else {
        let table = TextTable(
          headers: visible[0].map(\.label.english), rows: visible.map { $0.map { $0.shown?.english ?? "-" } })
        block((isCaptioned ? "  \(label):\n" : "") + table.text(indent: 2))
      }
    case .sentence(let sentence): paragraph(label.isEmpty ? sentence : "\(label): \(sentence)")
    case .sentences(let sentences):
      for sentence in sentences { paragraph("\(label): \(SpecificationNotes.closed(sentence))") }
    default:
      guard let shown = line.shown else { return }
      rows.append([label] + (line.isWords ? ["", shown.english] : [shown.english, line.unitWithBasis]))
    }
  }

  /// Several kinds side by side, with their sum where they add up.
  private mutating func add(_ sides: [SpecificationLine.Side], counts: [Int]) {
    var title = Phrase.empty
    var texts: [String] = []
    for side in sides where side.sum.isForTerminals {
      for case .sentence(let text)? in side.each.map({ $0?.value }) {
        let text = "\(side.sum.label.english): \(text)"
        if !texts.contains(text) { texts.append(text) }
      }
      guard let sum = side.sum.shown else { continue }
      if side.title != title {
        begin(side.title)
        rows.append([""] + counts.map { "each of \(NumberText.grouped($0))" } + ["all", ""])
        title = side.title
      }
      let isWords = side.sum.isWords
      let each = side.each.map { isWords ? "" : $0?.shown?.english ?? "-" }
      rows.append(
        [side.sum.label.english] + each
          + (isWords ? ["", sum.english] : [side.sum.adds ? sum.english : "", side.sum.unitWithBasis]))
    }
    for text in texts { paragraph(text) }
  }

  private mutating func begin(_ title: Phrase) {
    end()
    out += (out.isEmpty ? "" : "\n") + title.english + "\n"
    followsTitle = true
  }

  /// Writes the values that wait. They keep to the right, names and units to the left.
  private mutating func end() {
    guard let first = rows.first else { return }
    let columns = first.indices.map { index in
      TextTable.Column("", index == 0 || index == first.count - 1 ? .left : .right)
    }
    let table = TextTable(columns: columns, rows: rows)
    rows = []
    block(table.text(indent: 2))
  }

  private mutating func block(_ text: String) {
    end()
    out += (followsTitle ? "" : "\n") + text
    followsTitle = false
  }

  private mutating func paragraph(_ text: String) {
    end()
    out += TextParagraph.text(text, rest: "    ")
    followsTitle = false
  }
}

extension SpecificationLine {
  fileprivate var isForTerminals: Bool { level == .detail || level == .summary }

  fileprivate var isWords: Bool {
    if case .text = value { true } else { false }
  }

  fileprivate var isRunningText: Bool {
    switch value {
    case .sentence, .sentences: true
    default: false
    }
  }

  fileprivate var unitWithBasis: String {
    [unit, basis.map { "(\($0.designWord))" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
