// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import Studies
import Testing

@testable import Results
@testable import Views

@Suite struct StudyReadingTests {
  @Test func theTornadoAndTheQuantilesAreThoseOfTheHand() throws {
    let reading = StudyFixture.report(try StudyFixture.tornado()).json["reading"]
    let bars = try #require(reading?["tornado"]?["bars"]?.array)
    #expect(bars.map { $0["swing"]?.double } == [300e6, 90e6])
    #expect(bars[0]["factor"]?.string == "energy" && bars[0]["low_value"]?.double == 40)
    #expect(reading?["tornado"]?["base"]?.double == 1_000e6)
    let quantiles = reading?["quantiles"]
    #expect(quantiles?["min"]?.double == 900e6 && quantiles?["max"]?.double == 1_200e6)
    #expect(quantiles?["median"]?.double == 1_000e6 && quantiles?["cases"]?.int == 5)
    // Between 900 and 950, a fifth of the way.
    #expect(quantiles?["p05"]?.double == 910e6)
  }

  @Test func theFanIsThatOfTheHand() throws {
    let years = try #require(
      StudyFixture.report(try StudyFixture.tornado()).json["reading"]?["gpus_by_year"]?.array)
    #expect(years.map { $0["year"]?.int } == [2027, 2028])
    // Of 100, 200, 300, 400, 500.
    let names = ["p05", "p25", "median", "p75", "p95"]
    for (name, value) in zip(names, [120.0, 200, 300, 400, 480]) {
      let found = try #require(years[1][name]?.double)
      #expect((found - value).magnitude < 1e-9, "\(name)")
    }
  }

  @Test func sitingsAreTakenTogetherByConnectionAndYear() throws {
    let result = try StudyFixture.tornado()
    let portfolios = StudyPortfolio.table(of: result)
    #expect(portfolios.map(\.name) == ["P1", "P2", "P3"])
    #expect(portfolios.map(\.cases) == [["base", "e-low", "c-high"], ["e-high"], ["c-low"]])
    #expect(portfolios[0].key == "key-base" && portfolios[0].sites.map(\.id) == ["a", "b"])
    #expect(portfolios[2].sites.map(\.opensYear) == [2027, 2027])
    #expect(try StudyPortfolio.table(of: StudyFixture.bounds()).isEmpty)
  }

  @Test func regretAndInformationAreThoseOfTheHand() throws {
    // Best by case: 10, 20; P1 regrets 0 and 10, P2 regrets 6 and 0. Equal weights: P2 is chosen now, knowing
    // saves 3.
    let table = try DecisionTable(
      portfolios: ["P1", "P2"], cases: ["e-low", "e-high"], costs: [[10e6, 30e6], [16e6, 20e6]])
    let report = StudyFixture.report(try StudyFixture.tornado(), regret: table)
    let regret = report.json["reading"]?["regret"]
    #expect(regret?["minimax"]?.string == "P2" && regret?["least_mean"]?.string == "P2")
    let maxima = try #require(regret?["portfolios"]?.array).map { $0["maximum_eur"]?.double }
    #expect(maxima == [10e6, 6e6])
    #expect(regret?["evpi_eur"]?.double == 3e6)
    let factors = try #require(regret?["factors"]?.array)
    #expect(factors[0]["factor"]?.string == "energy" && factors[0]["evppi_eur"]?.double == 3e6)
    #expect(factors[1]["evppi_eur"]?.double == 0 && factors[0]["uncertain"]?.bool == true)
    let page = try #require(report.text(of: "report.html"))
    #expect(page.contains("P2</bdi></th><td class=\"number\">6.00</td>"))
    #expect(page.contains("likely too high") && !page.contains("--regret"))
    #expect(page.contains("Only these 2 sitings were costed"))
    #expect(report.text().contains("\nCosted               2 of 3 sitings, those best in the most cases"))
    #expect(regret?["sitings_found"]?.double == 3)
    #expect(report.text().contains("\nSafest siting        P2: regretted by at most 6.00 MEUR\n"))
    #expect(report.text().contains("\nKnowing beforehand   saves 3.00 MEUR on average\n"))
  }

  @Test func aTableOfRegretWithoutASafeChoiceOrWithForeignCasesSaysSo() throws {
    let hopeless = try DecisionTable(
      portfolios: ["P1", "P2"], cases: ["e-low", "e-high"], costs: [[1, nil], [nil, 1]])
    let page = StudyFixture.report(try StudyFixture.tornado(), regret: hopeless).text(of: "report.html")
    #expect(page?.contains("none is safe") == true)
    #expect(page?.contains("There is no value of perfect information (EVPI): every portfolio fails") == true)
    let foreign = try DecisionTable(portfolios: ["X"], cases: ["elsewhere"], costs: [[1]])
    let document = StudyFixture.report(try StudyFixture.tornado(), regret: foreign).json
    let factors = try #require(document["reading"]?["regret"]?["factors"]?.array)
    #expect(factors.allSatisfy { $0["evppi_eur"]?.isNull == true })
  }

  @Test func casesWithAnotherObjectiveStayOutOfTheStatistics() throws {
    var result = try StudyFixture.tornado()
    result.rows[2].record = try StudyFixture.record(StudyFixture.document(costMEUR: 5, objective: "sites"))
    let report = StudyFixture.report(result)
    #expect(report.reading.otherObjectives == 1 && report.reading.outcomes[2] == nil)
    #expect(report.json["reading"]?["quantiles"]?["cases"]?.int == 4)
    #expect(report.text(of: "report.html")?.contains("1 cases seek something else") == true)
  }

  @Test func axesHoldTheirValuesBetweenRoundTicks() {
    for values in [
      [0.0], [5], [-3, 3], [0.001, 0.0013], [1_000_000, 1_000_000], [1e9, 3.7e9], [], [.nan, 2, .infinity],
      [-7], [99.99, 100.01], [1e-300, 2e-300],
    ] {
      let axis = ChartAxis(values)
      #expect(axis.low < axis.high && axis.ticks.count >= 2 && axis.ticks.count < 15, "\(values)")
      for value in values where value.isFinite {
        #expect((-1e-9...1 + 1e-9).contains(axis.share(value)), "\(value)")
      }
    }
    let axis = ChartAxis([902, 1_198])
    #expect(axis.ticks.map(axis.text) == ["900", "950", "1,000", "1,050", "1,100", "1,150", "1,200"])
  }
}
