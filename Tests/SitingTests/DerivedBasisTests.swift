// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@Suite("What a layer says its values rest on")
struct DerivedBasisTests {
  private func column(_ name: String, _ contents: [SiteValue.Content]) -> SiteTable.Column {
    SiteTable.Column(
      name: name, unit: "",
      values: contents.map { content in
        if case .missing(let reason) = content { return .missing(reason) }
        return SiteValue(content, basis: .derived, source: "layer")
      })
  }

  @Test(
    "A value takes the weaker of derived and the word beside it, and the words are no column of their own")
  func weaker() throws {
    let level = column("level", [.number(4), .number(3), .number(2), .number(1), .missing(reason: "no row")])
    let words = column(
      "level_basis",
      [
        .text("estimated"), .text("derived"), .text("published"), .missing(reason: "empty"),
        .missing(reason: "no row"),
      ])
    let folded = try BasisColumns.folded([words, level, column("name", [.text("a")])])
    #expect(folded.map(\.name) == ["level", "name"])
    #expect(folded[0].values.map(\.basis) == [.estimated, .derived, .derived, .derived, nil])
    #expect(folded[0].values.map(\.content) == level.values.map(\.content))
  }

  @Test("A column whose name ends alike but that has no partner stays")
  func partnerless() throws {
    let columns = [column("tax_basis", [.text("net")]), column("_basis", [.text("estimated")])]
    #expect(try BasisColumns.folded(columns) == columns)
  }

  @Test("A word that is no basis is a fault, also a number, but not where there is no value to speak of")
  func unknownWord() throws {
    let level = column("level", [.number(4)])
    #expect(throws: BasisColumns.Fault(column: "level_basis", word: "guess")) {
      try BasisColumns.folded([level, column("level_basis", [.text("guess")])])
    }
    #expect(throws: BasisColumns.Fault(column: "level_basis", word: "3.0")) {
      try BasisColumns.folded([level, column("level_basis", [.number(3)])])
    }
    let unknown = column("level", [.missing(reason: "no row")])
    #expect(try BasisColumns.folded([unknown, column("level_basis", [.text("guess")])]) == [unknown])
    #expect(
      "\(BasisColumns.Fault(column: "c", word: "w"))"
        == "c holds 'w'; wanted one of published, derived, estimated")
  }
}
