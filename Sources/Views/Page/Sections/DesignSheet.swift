// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Results
import Wording

/// What the page says of one design: the lines that everybody reads, and the tables that open on demand.
struct DesignSheet {
  /// Name of the site.
  var name: String
  var specification: ClusterSpecification
  /// Year from which the plan counts on the site; nil where that is not known.
  var opensYear: Int?

  var content: [Markup] {
    let leaves = SpecificationLine.leaves(of: specification.design.lines + specification.lines)
    let lines = leaves.map(\.line).filter { $0.level == .summary || $0.level == .sheet }
    return [summary(lines)] + lines.compactMap(table)
      + [
        details(
          "Notes on the design",
          .list(
            SpecificationNotes.all(specification).map {
              .text("\(Phrase(word: $0.part)): \(Phrase(word: $0.sentence))")
            }))
      ]
  }

  /// The design in some lines.
  private func summary(_ lines: [SpecificationLine]) -> Markup {
    var table = PageTable(
      caption: "What gets built at \(name)",
      columns: [.init(title: "Part"), .init(title: "Design"), .init(title: "Rests on")])
    table.isSortable = false
    func add(_ label: Phrase, _ shown: Phrase, _ basis: Basis?) {
      table.rows.append([.text(label), .text(shown), .text(Phrase(word: (basis ?? .estimated).designWord))])
    }
    for line in lines {
      guard let shown = line.shown else { continue }
      add(line.label, line.unit.isEmpty ? shown : "\(shown) \(Phrase(word: line.unit))", line.basis)
    }
    if let opensYear {
      let latest = Double(opensYear + 1) - specification.schedule.firstOperationYears
      add("decision, to run within \(opensYear)", "in \(Int(latest.rounded(.down))) at the latest", nil)
    }
    return table.markup
  }

  /// The same lines of several things as a table that opens on demand.
  private func table(_ line: SpecificationLine) -> Markup? {
    guard case .rows(let rows) = line.value, let first = rows.first else { return nil }
    func columns(_ row: [SpecificationLine]) -> [SpecificationLine] { row.filter { $0.level != .file } }
    var table = PageTable(
      caption: "\(line.label): \(name)",
      columns: columns(first).map { .init(title: $0.label, isNumber: $0.isNumber) })
    table.isSortable = false
    for row in rows { table.rows.append(columns(row).map { .text($0.shown ?? .none) }) }
    return details(line.label, table.markup)
  }

  /// A part that opens on demand.
  private func details(_ title: Phrase, _ content: Markup) -> Markup {
    .element(
      "details", [:],
      [.element("summary", [:], [.text(title), .verbatim(" \u{2013} "), .data(name)]), content])
  }
}
