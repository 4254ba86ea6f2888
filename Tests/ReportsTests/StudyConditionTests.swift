// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import Studies
import Testing

@testable import Results

/// Statistics of a study say what they are conditioned on, and are refused where the cases do not carry them.
@Suite struct StudyConditionTests {
  /// Draws of two factors beside the base: cost is x + 10 y in MEUR, and above 60 there is no plan.
  static func draws(_ count: Int, limit: Double = 60) throws -> StudyResult {
    let factors = ["x", "y"].map {
      Factor($0, path: $0, domain: .distribution(.uniform(low: 0, high: $0 == "x" ? 50 : 5)))
    }
    let cases = try CaseDesign.latinHypercube(samples: count, seed: 5).cases(factors)
    var rows = [
      StudyResult.Row(
        id: "base", label: "base", changes: [], values: [nil, nil], role: .base, origin: .base, key: "b",
        record: try StudyFixture.record(StudyFixture.document(costMEUR: 30, gpus: [1, 2])))
    ]
    for item in cases {
      let cost = (item.value(ofFactor: 0)?.number ?? 0) + 10 * (item.value(ofFactor: 1)?.number ?? 0)
      let none = cost > limit
      rows.append(
        StudyResult.Row(
          id: item.id, label: item.label, changes: [], values: item.assignments.map(\.value), origin: .draw,
          key: "k\(item.id)",
          record: try StudyFixture.record(
            StudyFixture.document(
              status: none ? "infeasible" : "optimal", costMEUR: none ? nil : cost, gpus: [1, 2]))))
    }
    return StudyResult(
      name: "Draws", description: "", depth: .full,
      factors: [.init(name: "x", unit: "MEUR"), .init(name: "y", unit: "")], rows: rows)
  }

  @Test func theProbabilityOfAPlanComesFirstAndTheBaseIsNoDraw() throws {
    let result = try Self.draws(40)
    let without = result.count(.infeasible)
    let share = Double(40 - without) / 40
    let report = StudyFixture.report(result)
    let said = report.json["reading"]?["probability_of_plan"]
    #expect(said?["share"]?.double == share && said?["decided"]?.int == 40 && said?["of_draws"]?.bool == true)
    let lines = report.text().split(separator: "\n").map(String.init)
    #expect(lines[2].hasPrefix("Probability of a plan: ") && lines[2].contains("\(40 - without) of 40 draws"))
    #expect(
      lines[3].contains("Amounts, sites and years are those of cases with a plan; the \(without) cases"))
    let page = try #require(report.text(of: "report.html"))
    #expect(page.contains("<dl class=\"facts\"><div><dt>Probability of a plan</dt>"))
  }

  @Test func correlationsCountWhatHasNoPlanAsWorst() throws {
    let report = StudyFixture.report(try Self.draws(40))
    let reported = try #require(report.json["reading"]?["rank_correlations"]?.array)
    let without = try Self.draws(40).count(.infeasible)
    for entry in reported {
      #expect((entry["coefficient"]?.double ?? -1) > 0.3, "\(entry)")
      #expect((entry["coefficient_with_plan"]?.double ?? 1) < -0.2)
      #expect(entry["cases"]?.int == 40 && entry["cases_without_plan"]?.int == without)
    }
    #expect(report.text().contains("(40 cases, no plan counted worst)"))
    #expect(report.text().contains("with having a plan"))
    #expect(report.text(of: "report.html")?.contains("count as worse than any plan") == true)
  }

  @Test func casesByHandAndFewDrawsHaveNoCorrelations() throws {
    var byHand = try Self.draws(40)
    for index in byHand.rows.indices { byHand.rows[index].origin = .chosen }
    let few = try Self.draws(9)
    for (result, words) in [(byHand, "chosen by hand"), (few, "9 answered cases of the design are too few")] {
      let report = StudyFixture.report(result)
      #expect(report.json["reading"]?["rank_correlations"]?.array?.isEmpty == true)
      #expect(report.json["reading"]?["rank_correlations_refused"]?.string?.contains(words) == true)
      #expect(report.text().contains("No correlations: ") && report.text().contains(words))
      #expect(report.text(of: "report.html")?.contains(words) == true)
    }
  }

  @Test func aBaseBesideDrawsDoesNotMakeEveryFactorWorthEverything() throws {
    let result = try Self.draws(200, limit: 1_000)
    let ids = result.rows.map(\.id)
    // P2 costs 25 in every case, P1 what x is: knowing x is worth much, knowing y nothing.
    let x = result.rows.map { $0.values[0]?.number ?? 25 }
    let table = try DecisionTable(
      portfolios: ["P1", "P2"], cases: ids, costs: [x.map { $0 * 1e6 }, x.map { _ in 25e6 }])
    let regret = try #require(StudyFixture.report(result, regret: table).json["reading"]?["regret"])
    let perfect = try #require(regret["evpi_eur"]?.double)
    let factors = try #require(regret["factors"]?.array)
    #expect(
      factors[0]["factor"]?.string == "x" && (factors[0]["evppi_eur"]?.double ?? 0) > 0.85 * perfect)
    #expect((factors[1]["evppi_eur"]?.double ?? perfect) < 0.4 * perfect)
    #expect(factors.allSatisfy { $0["bins"]?.int == 5 })
    #expect(regret["averaged_cases"]?.int == 200)
  }
}
