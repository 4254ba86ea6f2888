// SPDX-License-Identifier: GPL-3.0-or-later

import Studies
import Testing

@testable import Results
@testable import Views

@Suite struct StudyTextTests {
  @Test func theTextSaysCountsSpreadFactorsAndSites() throws {
    var result = try StudyFixture.tornado()
    result.name = "Two factors"
    result.factors[1].name = "chips"
    for row in 0..<5 { result.rows[row].record?.plan.sites[0].name = "Port A" }
    let expected = """
      Two factors
      6 cases at depth full: 5 with a plan, 1 failed

      status   cases  least MEUR   median     most
      -------  -----  ----------  -------  -------
      optimal      5       900.0  1,000.0  1,200.0
      failed       1           -        -        -
      all          6       900.0  1,000.0  1,200.0

      One factor at a time; base 1,000.0 MEUR
      factor  low         there  high           there  swing MEUR
      ------  ----------  -----  -----------  -------  ----------
      energy  40 EUR/MWh  900.0  120 EUR/MWh  1,200.0       300.0
      chips   30 kUSD     950.0  70 kUSD      1,040.0        90.0

      Sites in all plans   1: Port A
      Sites in most plans  1: Site b
      Sites in some plans  1: Site c
      Different sitings    3

      Failed
        broken: nothing matches '\(StudyFixture.hostileName)' (and 1 more)

      """
    #expect(StudyText.text(result) == expected)
  }

  @Test func theTextOfOneNumericFactorIsItsCurve() throws {
    let text = StudyText.text(try StudyFixture.curve())
    #expect(text.contains("4 cases at depth full: 3 with a plan, 1 proven to have no plan"))
    #expect(text.contains("\n        100                no plan  infeasible\n"))
  }

  @Test func everyTextIsShortAndFitsTheTerminal() throws {
    var results = try StudyFixture.all()
    var large = try StudyFixture.curve()
    let row = large.rows[0]
    large.rows = (0..<500).map { index in
      var copy = row
      copy.id = "\(index)"
      copy.values = [.number(Double(index))]
      if index % 3 == 0 {
        copy.record = nil
        copy.findings = [String(repeating: "long ", count: 100), "more"]
      }
      return copy
    }
    results.append(large)
    for result in results {
      let lines = StudyText.text(result, width: 100).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count < 40 && lines.count > 1, "\(result.name)")
      #expect(lines.dropFirst(2).allSatisfy { $0.count <= 100 }, "\(result.name)")
      #expect(lines.allSatisfy { $0.last != " " })
    }
    #expect(StudyText.text(StudyFixture.empty) == "Empty\nNo cases\n")
  }

  @Test func numbersOfAnySizeReadWell() {
    let words: [(Double, String)] = [
      (0, "0"), (25, "25"), (1_234_567, "1,234,567"), (0.125, "0.125"), (1.0 / 3, "0.33333"),
      (12_345.678, "12,346"), (-2.5, "-2.5"), (1e-9, "1e-09"), (.infinity, "inf"),
    ]
    for (value, text) in words { #expect(StudyReading.number(value) == text) }
  }
}
