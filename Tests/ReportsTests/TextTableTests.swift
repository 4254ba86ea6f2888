// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Results
import Sites
import Testing
import Views

@Suite struct TextTableTests {
  static let table = TextTable(
    columns: [.init("name", shrinksTo: 4), .init("MW", .right), .init("note", shrinksTo: 6)],
    rows: [["Loon-Plage", "1,200.5", "beside the port"], ["Lyon", "9", ""]])

  @Test func alignsColumns() {
    #expect(
      Self.table.text() == """
        name             MW  note
        ----------  -------  ---------------
        Loon-Plage  1,200.5  beside the port
        Lyon              9

        """)
  }

  @Test(arguments: [20, 24, 30, 36, 80])
  func respectsAWidth(width: Int) {
    let lines = Self.table.text(width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= max(width, 4 + 7 + 6 + 4) })
    #expect(lines.contains { $0.contains("1,200.5") }, "numbers are never cut")
    #expect(width >= 36 || lines.contains { $0.contains("\u{2026}") })
  }

  @Test func widthsCountWhatATerminalShows() {
    let text = TextTable(
      columns: [.init("a"), .init("b")],
      rows: [["e\u{301}te\u{301}", "x"], ["\u{6771}\u{4EAC}", "x"], ["abcd", "x"]]
    ).text()
    let lines = text.split(separator: "\n").dropFirst(2)
    #expect(lines.map(String.init) == ["e\u{301}te\u{301}   x", "\u{6771}\u{4EAC}  x", "abcd  x"])
  }

  @Test func controlAndDirectionMarksCannotReachTheTerminal() {
    let text = TextTable(columns: [.init("a")], rows: [["\u{1B}[31mred\u{7}\r\n\u{202E}x"]]).text()
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.contains("\u{202E}") && text.contains("red"))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test func aTableWithHeadersFindsItsNumbers() {
    let text = TextTable(headers: ["item", "n"], rows: [["GPU", "18,000"], ["rack", "9"]]).text(indent: 2)
    #expect(text == "  item       n\n  ----  ------\n  GPU   18,000\n  rack       9\n")
    #expect(TextTable(headers: [], rows: [["GPU", "5", "MW"]]).text() == "GPU  5  MW\n")
    #expect(TextTable(headers: [], rows: []).text() == "")
  }

  @Test func columnsGoOutInTheirOrderWhereCuttingDoesNotDo() {
    let table = TextTable(
      columns: [
        .init("site", shrinksTo: 6), .init("kV", goesOut: 2), .init("rests on", goesOut: 1), .init("GPUs"),
      ],
      rows: [["Former station", "225", "published", "18,432"]])
    func head(_ width: Int) -> String {
      table.text(width: width).split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(head(100).contains("rests on") && head(30).contains("rests on") && head(30).contains("kV"))
    #expect(head(29).contains("kV") && !head(29).contains("rests on"))
    #expect(!head(18).contains("kV") && head(18).contains("GPUs") && head(18).contains("site"))
    for width in 14...60 {
      #expect(table.text(width: width).split(separator: "\n").allSatisfy { $0.count <= width })
    }
  }

  @Test(arguments: [40, 60, 80, 100, 200])
  func theSummaryKeepsToTheTerminal(width: Int) throws {
    let fixture = try PlanFixture()
    let basemap = PlanFixture.context.basemap
    let text = PlanSummaryText.text(fixture.plan, basemap: basemap, width: width)
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    let none = PlanSummaryText.text(try fixture.infeasible(Fixtures.explanation()), width: width)
    for line in none.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func emphasisChangesNoWord() throws {
    let fixture = try PlanFixture()
    for plan in [fixture.plan, try fixture.infeasible(Fixtures.explanation())] {
      let plain = PlanSummaryText.text(plan)
      #expect(!plain.contains("\u{1B}"))
      var emphasised = PlanSummaryText.text(plan, isEmphasised: true)
      #expect(emphasised != plain)
      for code in ["1", "32", "31", "0"] { emphasised = emphasised.replacing("\u{1B}[\(code)m", with: "") }
      #expect(emphasised == plain)
    }
  }

  @Test func thePlanIsSummedUp() throws {
    let fixture = try PlanFixture()
    let text = PlanSummaryText.text(fixture.plan, width: 100)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(text.contains(NumberText.grouped(fixture.plan.totals.gpusByYear[1])))
    #expect(text.contains("Delta") && text.contains("Audit"))
    #expect(!text.contains("\u{202E}"))
    let none = PlanSummaryText.text(try fixture.infeasible(Fixtures.explanation()))
    #expect(none.contains("at most 8,000") && !none.contains("Capital"))
  }

  @Test func sitesShowWhatTheirFiguresRestOn() throws {
    let text = SiteTableText.text(try PlanFixture.sites())
    let alpha = try #require(text.split(separator: "\n").first { $0.hasPrefix("alpha") })
    #expect(alpha.contains(" 120 ") && alpha.contains(" 2026? ") && alpha.contains(" 5.3* "))
    #expect(try #require(text.split(separator: "\n").first { $0.hasPrefix("echo") }).hasSuffix("-"))
  }

  @Test(arguments: [
    (1_234_567.0, 0, "1,234,567"), (999.5, 0, "1,000"), (-1_234.56, 1, "-1,234.6"), (-0.01, 1, "0.0"),
    (0.05, 2, "0.05"), (1e300, 0, "1e+300"), (1_000_000, 1, "1,000,000.0"), (99.96, 1, "100.0"),
  ])
  func numbersForPeople(value: Double, decimals: Int, text: String) {
    #expect(NumberText.grouped(value, decimals: decimals) == text)
  }
}
