// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
import Quantities
import Reports
import Sites
import Studies

@testable import Results

/// Studies made by hand, with names that would do harm in a careless writer. No figure is a fact.
enum StudyFixture {
  static let hostileName = "</script><img src=x onerror=alert(1)>&\"'"
  static let years = [2027, 2028]

  /// A chosen site of a case.
  struct Chosen {
    var id: String
    var gpus: Int
    var opens: Int
  }

  /// The file of an answered case.
  static func document(
    status: String = "optimal", depth: StudyDepth = .full, costMEUR: Double?, boundMEUR: Double? = nil,
    objective: String = "discounted_cost_eur", gpus: [Int] = [0, 0], sites: [Chosen] = [],
    notes: [String] = []
  ) -> JSONValue {
    let cost = costMEUR.map { $0 * 1e6 }
    var sums = PlanCosts()
    (sums.itEUR, sums.shellEUR, sums.energyEUR, sums.fixedOMEUR, sums.penaltiesEUR) = (1, 2, 4, 5, 6)
    sums.discountedEUR = cost ?? 0
    var file = CaseFile(PlanFile())
    (file.key, file.depth, file.notes) = ("k", depth, notes)
    (file.plan.name, file.plan.costEUR, file.plan.years) = ("Case", cost, years)
    file.plan.existingGPUs = ByYear(years, years.map { _ in 0 })
    file.plan.demandGPUs = ByYear(years, gpus)
    file.plan.basisShares = [0, 0, 1]
    file.plan.objectives = [
      .init(
        name: objective, unit: "EUR", isMaximised: false, tolerance: 0, value: cost, best: cost,
        bound: boundMEUR.map { $0 * 1e6 })
    ]
    file.plan.totals = PlanFile.Totals(
      sites: sites.count, energyMWhPerYear: 8_760, gpusByYear: ByYear(years, gpus),
      itMWByYear: ByYear(years, gpus.map { Double($0) / 20 }),
      gridMWByYear: ByYear(years, gpus.map { Double($0 / 10) }), euControlledGPUs: 7, costs: sums)
    if status == "infeasible" {
      file.plan.explanation = InfeasibilityExplanation(
        relaxations: [
          .init(
            rule: RowKey(.demand), limit: 2, needed: 1, unit: "GPU", words: "raise <b>the</b> budget")
        ], alternatives: [], isProven: true)
    }
    file.plan.sites = sites.map { site in
      var chosen = PlanFile.Site()
      (chosen.id, chosen.name) = (site.id, site.id == "a" ? hostileName : "Site \(site.id)")
      chosen.position = .init(longitude: site.id == "a" ? 2.5 : site.id == "b" ? 4.75 : -1, latitude: 47)
      (chosen.region, chosen.isSelected, chosen.isEUControlled) = ("Région", true, true)
      chosen.opensYear = site.opens
      chosen.connection = .init(
        ConnectionOption(
          voltageKV: 225, substation: "POSTE", distanceKm: 1, capacityMW: 1, firstYear: 2027, fixedEUR: 0))
      chosen.gpusByYear = ByYear(years, [0, site.gpus])
      chosen.itMWByYear = ByYear(years, [0, 1])
      chosen.gridMWByYear = ByYear(years, [0, 1])
      chosen.costs = sums
      return chosen
    }
    file.plan.status = Plan.Status(rawValue: status) ?? .unknown
    return file.json
  }

  static func record(_ document: JSONValue) throws -> CaseFile { try CaseFile(document) }

  private static func row(
    _ id: String, _ label: String, _ values: [FactorValue?], _ role: StudyCase.Role?, _ document: JSONValue
  ) throws -> StudyResult.Row {
    StudyResult.Row(
      id: id, label: label, changes: ["x=\(id)"], values: values, role: role, key: "key-\(id)",
      record: try record(document))
  }

  /// One at a time, two factors, five plans and one case that failed. Base 1,000 MEUR; energy moves it to 900
  /// and 1,200, chips to 950 and 1,040. Site a is in all plans, b in four of five, c in one.
  static func tornado() throws -> StudyResult {
    let ab = [Chosen(id: "a", gpus: 60, opens: 2027), Chosen(id: "b", gpus: 40, opens: 2028)]
    let bLater = [Chosen(id: "a", gpus: 90, opens: 2027), Chosen(id: "b", gpus: 20, opens: 2027)]
    let ac = [Chosen(id: "a", gpus: 30, opens: 2028), Chosen(id: "c", gpus: 10, opens: 2028)]
    return StudyResult(
      name: "Study & \(hostileName)", description: "What if <energy>?", depth: .full,
      factors: [
        .init(name: "energy", unit: "EUR/MWh"), .init(name: "chips \(hostileName)", unit: "kUSD"),
      ],
      rows: [
        try row(
          "base", "as it is", [nil, nil], .base,
          document(costMEUR: 1_000, boundMEUR: 990, gpus: [10, 300], sites: ab)),
        try row(
          "e-low", "cheap", [.number(40), nil], .low(factor: 0),
          document(costMEUR: 900, gpus: [20, 100], sites: ab)),
        try row(
          "e-high", "dear", [.number(120), nil], .high(factor: 0),
          document(costMEUR: 1_200, gpus: [30, 500], sites: ac)),
        try row(
          "c-low", hostileName, [nil, .number(30)], .low(factor: 1),
          document(costMEUR: 950, gpus: [40, 200], sites: bLater)),
        try row(
          "c-high", "x,y", [nil, .number(70)], .high(factor: 1),
          document(costMEUR: 1_040, gpus: [50, 400], sites: ab)),
        StudyResult.Row(
          id: "broken", label: "no such path", changes: ["=,="], values: [nil, nil], key: "",
          findings: ["nothing matches '\(hostileName)'", "second fault"]),
      ])
  }

  /// A price curve: one factor, three plans and a share that no plan reaches.
  static func curve() throws -> StudyResult {
    let costs: [(Double, Double?)] = [(0, 1_000), (100, nil), (50, 1_100), (25, 1_010)]
    return StudyResult(
      name: "Sovereignty", description: "", depth: .full, factors: [.init(name: "eu_share", unit: "%")],
      rows: try costs.enumerated().map { index, cost in
        try row(
          "\(index)", "share \(cost.0)", [.number(cost.0)], nil,
          document(
            status: cost.1 == nil ? "infeasible" : "gap", costMEUR: cost.1, boundMEUR: cost.1.map { $0 - 10 },
            gpus: [5, 10], sites: cost.1 == nil ? [] : [Chosen(id: "b", gpus: 10, opens: 2027)]))
      })
  }

  /// Bounds alone.
  static func bounds() throws -> StudyResult {
    StudyResult(
      name: "Bounds", description: "", depth: .relaxation, factors: [.init(name: "energy", unit: "EUR/MWh")],
      rows: try [40.0, 80, 120].map { price in
        try row(
          "\(price)", "", [.number(price)], nil,
          document(status: "unknown", depth: .relaxation, costMEUR: nil, boundMEUR: 500 + price))
      })
  }

  /// A study in which everything failed, in every way.
  static func failed() throws -> StudyResult {
    StudyResult(
      name: "Failed", description: "", depth: .full, factors: [.init(name: "f", unit: "")],
      rows: [
        .init(id: "1", label: "", changes: [], values: [.text("a")], findings: ["no such key"]),
        .init(id: "2", label: "", changes: [], values: [.text("b")], key: "k", findings: ["boom"]),
        try row("3", "", [.text("c")], nil, document(status: "unknown", costMEUR: nil)),
        .init(id: "4", label: "", changes: [], values: [.text("d")]),
      ])
  }

  static let empty = StudyResult(name: "Empty", description: "", depth: .full, factors: [], rows: [])

  static func all() throws -> [StudyResult] {
    let whole = try tornado()
    var one = whole
    one.rows = [whole.rows[1]]
    return [whole, try curve(), try bounds(), try failed(), empty, one]
  }

  static func report(_ result: StudyResult, regret: DecisionTable? = nil) -> StudyReport {
    StudyReport(result: result, context: ReportContext(toolVersion: "9.9"), regret: regret)
  }
}

extension StudyReport {
  /// The text of a file; nil where there is none or a library writes it.
  func text(of name: String) -> String? {
    for file in files() where file.name == name {
      if case .bytes(let bytes) = file.content { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }
}
