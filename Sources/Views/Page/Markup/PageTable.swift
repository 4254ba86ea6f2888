// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// A table of the page: caption, column heads, row heads in the first column, numbers to the right. Where
/// scripts run, its columns sort.
struct PageTable {
  struct Column {
    var title: Phrase
    var isNumber = false
  }

  var caption: Phrase
  var columns: [Column]
  var rows: [[Markup]] = []
  /// Index of a row that sums up the others; nil for none.
  var totalRow: Int?
  /// Whether a reader may want some rows only.
  var isFilterable = false
  /// Whether its columns sort; not where the rows have an order of their own, such as months.
  var isSortable = true

  /// The table, in a box that scrolls sideways on a narrow screen.
  var markup: Markup {
    let head = Markup.element(
      "thead", [:],
      [
        .element(
          "tr", [:],
          columns.map { column in
            .element("th", ["scope": "col", "class": style(column)], [.text(column.title)])
          })
      ])
    let body = Markup.element("tbody", [:], rows.enumerated().map(row))
    let table = Markup.element(
      "table", ["class": isFilterable ? "sortable filterable" : isSortable ? "sortable" : "ordered"],
      [.element("caption", [:], [.text(caption)]), head, body])
    return .element("div", ["class": "scroll", "role": "region", "tabindex": "0"], label: caption, [table])
  }

  private func row(_ index: Int, _ cells: [Markup]) -> Markup {
    .element(
      "tr", ["class": index == totalRow ? "total" : "row"],
      zip(columns, cells).enumerated().map { position, pair in
        position == 0
          ? .element("th", ["scope": "row"], [pair.1]) : .element("td", ["class": style(pair.0)], [pair.1])
      })
  }

  private func style(_ column: Column) -> String { column.isNumber ? "number" : "text" }
}
