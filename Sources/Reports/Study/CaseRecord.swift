// SPDX-License-Identifier: GPL-3.0-or-later

/// What the file of a case, or a plan.json, says was decided and what it comes to.
public struct CaseRecord: Sendable, Equatable {
  /// An amount that was sought.
  public struct Goal: Sendable, Equatable {
    /// What counts, for example `discounted_cost`.
    public var name: String
    /// Unit of the amounts.
    public var unit: String
    /// Whether more is better.
    public var isMaximised: Bool
    /// What the plan comes to; nil without one.
    public var value: Double?
    /// No plan is better than this; nil when not known.
    public var bound: Double?
  }

  /// A chosen site.
  public struct Site: Sendable, Equatable {
    /// Identifier.
    public var id: String
    /// Name to show.
    public var name: String
    /// Longitude, degrees, WGS 84.
    public var longitude: Double
    /// Latitude, degrees, WGS 84.
    public var latitude: Double
    /// Region; empty when unknown.
    public var region: String
    /// Calendar year in which it is energised; nil where it is not.
    public var opensYear: Int?
    /// Voltage of its connection, kV; nil without one.
    public var voltageKV: Int?
    /// Substation of its connection; empty without one.
    public var substation: String
    /// Whole blocks by year and product, zero entries left out.
    public var blocks: [PlanDecisions.Blocks]
    /// GPUs in service at the end of each year.
    public var gpusByYear: [Int]
    /// Grid power at the end of the horizon, MW.
    public var gridMW: Double
    /// Whether every named owner and operator is under EU law; nil when not known.
    public var isEUControlled: Bool?
    /// Money by kind, in the order of `moneyKinds`, EUR.
    public var money: [Double]

    /// GPUs at the end of the horizon.
    public var gpus: Int { gpusByYear.last ?? 0 }
  }

  /// Digest of everything the answer depends on; empty for a plan file.
  public var key: String
  /// How much was decided again: `bound`, `resize` or `replan`; a plan file is a `replan`.
  public var depth: String
  /// `optimal`, `gap`, `limit`, `infeasible`, `unknown`, or `failed` for a case that could not be planned.
  public var status: String
  /// Remarks; for a failed case what is wrong with it.
  public var notes: [String]
  /// Title of the scenario; empty for a failed case.
  public var name: String
  /// Discounted cost, EUR; nil without a plan.
  public var costEUR: Double?
  /// What was sought and reached, in order of importance.
  public var goals: [Goal]
  /// Planning years.
  public var years: [Int]
  /// GPUs in service at the end of each year.
  public var gpusByYear: [Int]
  /// Grid power at the end of each year, MW.
  public var gridMWByYear: [Double]
  /// Energy in a year at the state of the end of the horizon, MWh.
  public var energyMWhPerYear: Double
  /// GPUs at the end of the horizon on sites under EU control.
  public var euControlledGPUs: Int
  /// Money of the plan by kind, in the order of `moneyKinds`, EUR.
  public var money: [Double]
  /// Chosen sites in ascending order of identifier.
  public var sites: [Site]
  /// What would have to give way, where there is no plan.
  public var concessions: [String]

  /// Kinds of money, as they are named in plan.json.
  public static var moneyKinds: [String] { CostsTable.kinds.map(\.name) }
  /// The same for people.
  public static var moneyLabels: [String] { CostsTable.kinds.map(\.label) }

  /// Whether there is a plan.
  public var hasPlan: Bool { status == "optimal" || status == "gap" || (status == "limit" && costEUR != nil) }
  /// Whether it failed, which is not an answer; that there is no plan is one.
  public var isFailure: Bool { status == "failed" || status == "unknown" && depth != "bound" }
  /// Best known value of what was sought first: the plan's, or the bound where only that was asked for.
  public var objective: Double? {
    guard let first = goals.first else { return nil }
    return first.value ?? (depth == "bound" ? first.bound : nil)
  }

  /// Reads a case file or a plan.json.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  public init(_ document: JSONValue) throws(PlanReadingError) {
    guard document.members != nil, document["schema"]?.int == CaseDocument.schema else {
      throw PlanReadingError(findings: [
        .init(path: "schema", message: "this is no plan and no case of this version of Arpent")
      ])
    }
    var reader = PlanFieldReader()
    key = document["key"]?.string ?? ""
    depth = document["depth"]?.string ?? "replan"
    status = reader.text("status", of: document, at: "")
    notes = (document["notes"]?.array ?? []).compactMap(\.string)
    name = document["name"]?.string ?? ""
    costEUR = nil
    goals = []
    years = []
    gpusByYear = []
    gridMWByYear = []
    energyMWhPerYear = 0
    euControlledGPUs = 0
    money = CaseRecord.moneyKinds.map { _ in 0 }
    sites = []
    concessions = []
    if status != "failed" { readAnswer(document, &reader) }
    if !reader.findings.isEmpty { throw PlanReadingError(findings: reader.findings) }
  }

  private mutating func readAnswer(_ document: JSONValue, _ reader: inout PlanFieldReader) {
    costEUR = reader.optionalNumber("objective", of: document, at: "")
    for entry in reader.list("goals", of: document, at: "") {
      goals.append(
        Goal(
          name: reader.text("name", of: entry, at: "goals"),
          unit: reader.text("unit", of: entry, at: "goals"),
          isMaximised: reader.text("sense", of: entry, at: "goals") == "maximise",
          value: reader.optionalNumber("value", of: entry, at: "goals"),
          bound: reader.optionalNumber("bound", of: entry, at: "goals")))
    }
    years = reader.list("years", of: document, at: "").compactMap(\.int)
    let totals = reader.present("totals", of: document, at: "") ?? .null
    gpusByYear = Self.byYear(totals["gpus_by_year"]).map { Int($0) }
    gridMWByYear = Self.byYear(totals["grid_mw_by_year"])
    energyMWhPerYear = reader.optionalNumber("energy_mwh_per_year", of: totals, at: "totals") ?? 0
    euControlledGPUs = totals["eu_controlled_gpus"]?.int ?? 0
    money = Self.money(totals["cost"])
    concessions = (document["explanation"]?["concessions"]?.array ?? []).compactMap { $0["sentence"]?.string }
    for entry in reader.list("sites", of: document, at: "") where entry["selected"]?.bool == true {
      sites.append(Self.site(entry, &reader))
    }
    sites.sort { $0.id < $1.id }
  }

  private static func byYear(_ object: JSONValue?) -> [Double] {
    (object?.members ?? []).map { $0.value.double ?? 0 }
  }

  private static func money(_ object: JSONValue?) -> [Double] {
    moneyKinds.map { object?[$0]?.double ?? 0 }
  }

  private static func site(_ entry: JSONValue, _ reader: inout PlanFieldReader) -> Site {
    let id = reader.text("id", of: entry, at: "sites")
    let path = "sites[\(id)]"
    var blocks: [PlanDecisions.Blocks] = []
    for block in reader.list("blocks", of: entry, at: path) {
      guard let year = block["year"]?.int, let count = block["blocks"]?.int, let sku = block["sku"]?.string
      else {
        reader.report("\(path).blocks", "needs year, sku and blocks")
        continue
      }
      blocks.append(PlanDecisions.Blocks(year: year, skuID: sku, blocks: count))
    }
    return Site(
      id: id, name: reader.text("name", of: entry, at: path),
      longitude: reader.optionalNumber("lon", of: entry, at: path) ?? 0,
      latitude: reader.optionalNumber("lat", of: entry, at: path) ?? 0,
      region: reader.text("region", of: entry, at: path), opensYear: entry["opens_year"]?.int,
      voltageKV: entry["connection"]?["voltage_kv"]?.int,
      substation: entry["connection"]?["substation"]?.string ?? "", blocks: blocks,
      gpusByYear: byYear(entry["gpus_by_year"]).map { Int($0) },
      gridMW: reader.optionalNumber("grid_mw", of: entry, at: path) ?? 0,
      isEUControlled: entry["eu_controlled"]?.bool, money: money(entry["cost"]))
  }
}
