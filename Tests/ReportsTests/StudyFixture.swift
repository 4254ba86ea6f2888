// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import Results
import Studies

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
    let sums: [JSONValue.Member] = CaseRecord.moneyKinds.enumerated().map { index, name in
      .init(name, .number(name == "discounted_eur" ? cost ?? 0 : Double(index)))
    }
    func byYear(_ values: [Int]) -> JSONValue {
      .object(zip(years, values).map { .init(String($0), .integer($1)) })
    }
    return [
      "schema": 1, "key": "k", "depth": .string(depth.rawValue), "status": .string(status),
      "notes": .array(notes.map { .string($0) }), "name": "Case", "objective": .optional(cost),
      "objectives": [
        [
          "name": .string(objective), "unit": "EUR", "sense": "minimise", "value": .optional(cost),
          "bound": .optional(boundMEUR.map { $0 * 1e6 }),
        ]
      ],
      "years": .array(years.map { .integer($0) }),
      "totals": [
        "gpus_by_year": byYear(gpus), "grid_mw_by_year": byYear(gpus.map { $0 / 10 }),
        "energy_mwh_per_year": 8_760, "eu_controlled_gpus": 7, "cost": .object(sums),
      ],
      "explanation": [
        "relaxations": status == "infeasible" ? [["sentence": .string("raise <b>the</b> budget")]] : []
      ],
      "sites": .array(
        sites.map { site in
          [
            "id": .string(site.id), "selected": true,
            "name": .string(site.id == "a" ? hostileName : "Site \(site.id)"),
            "lon": .number(site.id == "a" ? 2.5 : site.id == "b" ? 4.75 : -1), "lat": 47, "region": "Région",
            "opens_year": .integer(site.opens),
            "connection": ["voltage_kv": 225, "substation": "POSTE"],
            "gpus_by_year": byYear([0, site.gpus]), "grid_mw": 1, "eu_controlled": true,
            "cost": .object(sums), "blocks": [],
          ]
        }),
    ]
  }

  static func record(_ document: JSONValue) throws -> CaseRecord { try CaseRecord(document) }

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
      name: "Bounds", description: "", depth: .bound, factors: [.init(name: "energy", unit: "EUR/MWh")],
      rows: try [40.0, 80, 120].map { price in
        try row(
          "\(price)", "", [.number(price)], nil,
          document(status: "unknown", depth: .bound, costMEUR: nil, boundMEUR: 500 + price))
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
