// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
import Quantities
import Results
import Testing

/// A member of the document to be replaced, and what must be said about it.
struct Case: Sendable {
  var path: [String]
  var value: JSONValue
  var words: String

  init(_ path: [String], _ value: JSONValue, _ words: String) {
    self.path = path
    self.value = value
    self.words = words
  }
}

@Suite("plan.json") struct PlanFileTests {
  let fixture: PlanFixture
  let document: JSONValue

  init() throws {
    fixture = try PlanFixture()
    document = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).json
  }

  /// The document with one member replaced.
  private func doctored(_ path: [String], _ value: JSONValue) throws -> JSONValue {
    func replace(_ node: JSONValue, _ path: ArraySlice<String>) throws -> JSONValue {
      guard let step = path.first else { return value }
      if let members = node.members {
        #expect(members.contains { $0.name == step }, "no member \(step)")
        return .object(
          try members.map {
            .init($0.name, $0.name == step ? try replace($0.value, path.dropFirst()) : $0.value)
          })
      }
      let values = try #require(node.array)
      return .array(
        try values.enumerated().map { index, entry in
          entry["id"]?.string == step || String(index) == step ? try replace(entry, path.dropFirst()) : entry
        })
    }
    return try replace(document, path[...])
  }

  @Test func hasWhatIsPromised() throws {
    for name in [
      "schema", "status", "objective", "bound", "gap", "termination", "sites", "totals", "constraints",
      "audit",
      "data_basis",
    ] { #expect(document[name] != nil, "\(name)") }
    let sites = try #require(document["sites"]?.array)
    #expect(sites.map { $0["id"]?.string } == ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"])
    let alpha = sites[0]
    #expect(alpha["selected"]?.bool == true)
    #expect(alpha["gpus"]?.int == 16 * 576 + 2 * 256)
    #expect(alpha["gpus_by_year"]?["2026"]?.int == 4 * 576)
    #expect(alpha["opens_year"]?.int == 2026)
    #expect(alpha["connection"]?["voltage_kv"]?.int == 225)
    #expect(alpha["connection"]?["distance_km"]?.double == 5.25)
    #expect(alpha["design"]?["systems"]?.int == 16 * 8 + 2 * 32)
    #expect(sites[4]["status"]?.string == "excluded")
    #expect(sites[4]["pue"]?.isNull == true, "what is not known is null, not zero")
    #expect(sites[1]["cost"]?.isNull == true)
    #expect(document["totals"]?["sites"]?.int == 2)
  }

  @Test func sumsAgreeWithTheSites() throws {
    let sites = try #require(document["sites"]?.array)
    func sum(_ path: String...) -> Double {
      sites.reduce(0) { total, site in
        total + (path.reduce(site as JSONValue?) { $0?[$1] }?.double ?? 0)
      }
    }
    #expect(document["totals"]?["gpus"]?.double == sum("gpus"))
    let capex = try #require(document["totals"]?["cost"]?["capex_eur"]?.double)
    #expect(abs(capex - sum("cost", "capex_eur")) < 1e-6 * capex)
    let objective = try #require(document["objective"]?.double)
    #expect(abs(objective - sum("cost", "discounted_eur")) < 1e-6 * objective)
    let basis = try #require(document["data_basis"])
    let shares = ["published", "derived", "estimated"].compactMap { basis[$0]?.double }.reduce(0, +)
    #expect(abs(shares - 1) < 1e-9)
  }

  @Test func constraintsHaveTheNearerLimit() throws {
    for constraint in try #require(document["constraints"]?.array) {
      let activity = try #require(constraint["activity"]?.double)
      let slack = constraint["slack"]?.double
      let limit = constraint["limit"]?.double
      if let slack, let limit { #expect(abs(abs(activity - limit) - abs(slack)) < 1e-6) }
    }
  }

  @Test func decisionsComeBack() throws {
    let text = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).text
    let decisions = try PlanFile(JSONReader.value(text))
    #expect(decisions.name == fixture.plan.name)
    #expect(decisions.outcome == PlanFixture.outcome)
    #expect(try decisions.placement(in: fixture.problem) == fixture.plan.placement)
  }

  @Test func thePlanMadeAgainIsTheSame() throws {
    let text = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).text
    let file = try JSONReader.value(text)
    let decisions = try PlanFile(file)
    let again = try fixture.builder.plan(decisions.placement(in: fixture.problem), outcome: decisions.outcome)
    let made = PlanFile(again, problem: fixture.problem, table: fixture.table).json
    #expect(PlanDifference.all(expected: made, found: file).isEmpty)
  }

  static let aDoctoredFileIsFoundCases: [Case] = [
    Case(["objective"], .number(1), "objective"),
    Case(["sites", "alpha", "gpus"], 20_000, "sites[alpha].gpus"),
    Case(["sites", "alpha", "connection", "fixed_eur"], 1.5, "sites[alpha].connection.fixed_eur"),
    Case(["sites", "bravo", "reasons"], ["because"], "sites[bravo].reasons[0]"),
    Case(["sites", "delta", "name"], "Delta ", "sites[delta].name"),
    Case(["totals", "cost", "capex_eur"], .null, "totals.cost.capex_eur"),
    Case(["audit", "passed"], "yes", "audit.passed"),
  ]

  @Test(arguments: aDoctoredFileIsFoundCases)
  func aDoctoredFileIsFound(_ doctoring: Case) throws {
    let file = try doctored(doctoring.path, doctoring.value)
    let found = PlanDifference.all(expected: document, found: file)
    #expect(found.map(\.path).contains(doctoring.words), "\(found)")
    #expect(found.allSatisfy { $0.path.hasPrefix(doctoring.words.prefix(8)) })
    #expect(found.first.map { "\($0)".contains(doctoring.words) } == true)
  }

  @Test func aMissingSiteIsOneDifference() throws {
    let sites = try #require(document["sites"]?.array)
    let file = try doctored(["sites"], .array(sites.filter { $0["id"]?.string != "bravo" }))
    let found = PlanDifference.all(expected: document, found: file)
    #expect(found.map(\.path) == ["sites[bravo]"])
    #expect(found[0].found == nil)
    #expect(PlanDifference.all(expected: file, found: document).map(\.path) == ["sites[bravo]"])
    #expect(PlanDifference.all(expected: document, found: file, ignoring: ["sites"]).isEmpty)
  }

  @Test func numbersAreComparedExactlyAndOrderCountsInLists() {
    #expect(PlanDifference.all(expected: ["v": 2], found: ["v": 2.0]).isEmpty)
    let first: JSONValue = ["v": 1e12]
    #expect(PlanDifference.all(expected: first, found: ["v": .number((1e12).nextUp)]).count == 1)
    #expect(PlanDifference.all(expected: ["v": 0], found: ["v": 1e-300]).count == 1)
    let list: JSONValue = ["l": [["id": "a"], ["id": "b"]]]
    let turned: JSONValue = ["l": [["id": "b"], ["id": "a"]]]
    #expect(PlanDifference.all(expected: list, found: turned).map(\.path) == ["l, order"])
  }

  static let faultsOfAFileAreNamedCases: [Case] = [
    Case(["schema"], .integer(99), "schema"),
    Case(["status"], "great", "status"),
    Case(["sites", "alpha", "id"], "bravo", "sites[bravo]"),
    Case(
      ["sites", "bravo", "blocks"], [["year": 2026, "sku": "rack-72", "blocks": 1]], "sites[bravo].blocks"),
    Case(
      ["sites", "alpha", "blocks"], [["year": 2026, "sku": "rack-72", "blocks": -1]],
      "sites[alpha].blocks[0].blocks"),
    Case(
      ["sites", "alpha", "blocks"], [["year": 2026, "sku": "rack-72", "blocks": 1e30]],
      "sites[alpha].blocks[0].blocks"),
    Case(
      ["sites", "alpha", "blocks"], [["year": 2026, "sku": "rack-72", "blocks": 1.5]],
      "sites[alpha].blocks[0].blocks"),
    Case(["sites", "alpha", "blocks"], "many", "sites[alpha].blocks"),
    Case(["sites", "alpha", "opens_year"], "soon", "sites[alpha].opens_year"),
    Case(["sites", "alpha", "connection"], ["substation": "North"], "sites[alpha].connection.voltage_kv"),
  ]

  @Test(arguments: faultsOfAFileAreNamedCases)
  func faultsOfAFileAreNamed(_ doctoring: Case) throws {
    let file = try doctored(doctoring.path, doctoring.value)
    let error = #expect(throws: PlanReadingError.self) { try PlanFile(file) }
    #expect(error?.findings.contains { $0.path == doctoring.words } == true, "\(String(describing: error))")
  }

  static let decisionsThatDoNotFitTheInputsAreNamedCases: [Case] = [
    Case(["sites", "alpha", "id"], "alpah", "did you mean 'alpha'?"),
    Case(["sites", "alpha", "id"], "foxtrot2", "no such site"),
    Case(["sites", "alpha", "connection", "voltage_kv"], 90, "only 225 or 400 kV"),
    Case(["sites", "alpha", "opens_year"], 2027, "no planning year"),
    Case(["sites", "alpha", "blocks", "0", "sku"], "rack-73", "did you mean 'rack-72'?"),
    Case(["sites", "alpha", "blocks", "0", "year"], 2027, "no planning year"),
  ]

  @Test(arguments: decisionsThatDoNotFitTheInputsAreNamedCases)
  func decisionsThatDoNotFitTheInputsAreNamed(_ doctoring: Case) throws {
    let decisions = try PlanFile(doctored(doctoring.path, doctoring.value))
    let error = #expect(throws: PlanReadingError.self) { try decisions.placement(in: fixture.problem) }
    #expect(error.map { "\($0)".contains(doctoring.words) } == true, "\(String(describing: error))")
  }

  @Test func aSelectedSiteThatTheInputsExcludeSaysWhy() throws {
    var decisions = try PlanFile(document)
    decisions.sites[0].id = "foxtrot"
    let error = #expect(throws: PlanReadingError.self) { try decisions.placement(in: fixture.problem) }
    #expect(error.map { "\($0)".contains("sites.force_out") } == true)
  }

  @Test(arguments: ["[]", "3", "{}", "{\"schema\": 1}", "{\"schema\": 1, \"sites\": [3, {}, null]}"])
  func anythingThatIsNoPlanIsRefused(text: String) throws {
    let value = try JSONReader.value(text)
    #expect(throws: PlanReadingError.self) { try PlanFile(value) }
  }

  @Test func anInfeasiblePlanTellsItsExplanation() throws {
    let explanation = Fixtures.explanation()
    let plan = try fixture.infeasible(explanation)
    let json = PlanFile(plan, problem: fixture.problem, table: fixture.table).json
    #expect(json["status"]?.string == "infeasible")
    #expect(json["objective"]?.isNull == true && json["gap"]?.isNull == true)
    #expect(json["explanation"]?["relaxations"]?.array?.first?["needed"]?.double == 8_000)
    #expect(try PlanFile(json).placement(in: fixture.problem).sites.isEmpty)
  }
}

enum Fixtures {
  /// An explanation as a solver would give it.
  static func explanation() -> InfeasibilityExplanation {
    InfeasibilityExplanation(
      relaxations: [
        .init(
          rule: RowKey(.demand, year: 2028), limit: 10_000, needed: 8_000, unit: "GPU",
          words: "at most 8,000 of <b>10,000</b> GPUs")
      ], alternatives: [], isProven: true)
  }
}
