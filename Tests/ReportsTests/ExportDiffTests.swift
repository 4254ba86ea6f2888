// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Planning
import PlanningModel
import Testing

@testable import Exports
@testable import Results

@Suite("The layer diff of two plans")
struct ExportDiffTests {
  let export: ExportFixture

  init() throws { export = try ExportFixture() }

  private func rows(_ before: ComparedPlan, _ after: ComparedPlan) throws -> [String: [String: JSONValue]] {
    var layers = PlanLayers()
    layers.addDiff(from: before, to: after)
    let table = try #require(layers.contents.first).table
    var rows: [String: [String: JSONValue]] = [:]
    for row in table.rows {
      var values: [String: JSONValue] = [:]
      for (column, cell) in zip(table.columns, row) { values[column.name] = cell.json }
      rows[values["id"]?.string ?? ""] = values
    }
    return rows
  }

  /// The fixture's document with members of one site replaced.
  private func document(_ plan: Plan, site id: String, _ changes: [String: JSONValue]) throws -> JSONValue {
    let whole = PlanFile(plan, problem: export.fixture.problem, table: export.fixture.table).json
    let sites = try #require(whole["sites"]?.array).map { site -> JSONValue in
      guard site["id"]?.string == id else { return site }
      return .object((site.members ?? []).map { JSONValue.Member($0.name, changes[$0.name] ?? $0.value) })
    }
    return .object(
      (whole.members ?? []).map { JSONValue.Member($0.name, $0.name == "sites" ? .array(sites) : $0.value) })
  }

  @Test("Sites that joined, left and changed, with figures before and after that are those of the two plans")
  func changes() throws {
    let (old, new) = (try export.planBefore(), export.fixture.plan)
    let rows = try rows(export.side(old), export.side(new))
    #expect(
      rows.mapValues { $0["status"]?.string } == ["alpha": "changed", "bravo": "left", "delta": "joined"])
    for (id, row) in rows {
      let before = old.sites.first { $0.id == id }
      let after = new.sites.first { $0.id == id }
      for (name, site) in [("before", before), ("after", after)] {
        let site = try #require(site)
        #expect(row["gpus_" + name]?.int == site.gpus, "\(id)")
        #expect(row["it_mw_" + name]?.double == site.itMW, "\(id)")
        #expect(row["grid_mw_" + name]?.double == site.gridMW, "\(id)")
        #expect(row["opens_year_" + name]?.int == site.opensYear ?? 0, "\(id)")
        #expect(row["connection_kv_" + name]?.int == site.connection?.voltageKV ?? 0, "\(id)")
        #expect(row["status_" + name]?.string == site.status.rawValue, "\(id)")
        let cost = try #require(row["discounted_cost_eur_\(name)"]?.double)
        #expect(abs(cost - site.costs.discountedEUR) < 1e-6, "\(id)")
      }
      for (name, slack) in [("gpus", 0), ("it_mw", 1e-6), ("grid_mw", 1e-6), ("discounted_cost_eur", 0.01)] {
        let first = try #require(row[name + "_before"]?.double)
        let second = try #require(row[name + "_after"]?.double)
        let change = try #require(row[name + "_change"]?.double)
        #expect(abs(change - (second - first)) <= slack, "\(id) \(name)")
      }
      #expect(row["year"]?.int == 2028 && row["reason"]?.string?.isEmpty == false, "\(id)")
      #expect(!row.values.contains(.null), "\(id)")
    }
    #expect(rows["alpha"]?["reason"]?.string?.hasPrefix("gpus 2028: ") == true)
    // The other way round what joined has left.
    let back = try self.rows(export.side(new), export.side(old))
    #expect(back["bravo"]?["status"] == "joined" && back["delta"]?["status"] == "left")
    #expect(back["alpha"]?["gpus_change"]?.int == rows["alpha"]?["gpus_change"]?.int.map { -$0 })
  }

  @Test("A site that neither chose is there where its status changed, and only then; equal plans keep all")
  func statuses() throws {
    let plan = export.fixture.plan
    let same = try rows(export.side(plan), export.side(plan))
    #expect(same.mapValues { $0["status"]?.string } == ["alpha": "kept", "delta": "kept"])
    let other = try ComparedPlan(
      document(plan, site: "foxtrot", ["status": "not_chosen"]), path: "plan.json")
    let row = try #require(try rows(other, export.side(plan))["foxtrot"])
    #expect(row["status"] == "status_changed" && row["status_before"] == "not_chosen")
    #expect(row["status_after"] == "excluded" && row["gpus_after"]?.int == 0)
  }

  @Test("A file that is no plan, or has a site twice or without its status, is reported by the place")
  func faults() throws {
    #expect(throws: PlanReadingError.self) { try PlanFile("text") }
    let plan = export.fixture.plan
    do {
      _ = try PlanFile(
        document(plan, site: "foxtrot", ["id": "echo", "status": .null, "it_mw_by_year": ["soon": 1]]))
      Issue.record("a fault was expected")
    } catch let error as PlanReadingError {
      #expect(
        error.findings.map(\.path)
          == ["sites[echo].status", "sites[echo].it_mw_by_year.soon", "sites[echo]"])
    }
  }

  @Test("The layer is asked for with a second plan only, and is alone unless others are named")
  func request() throws {
    func layers(_ names: [String], two: Bool) throws -> [String] {
      try PlanExport(
        format: "geojson", output: "/tmp/x", layers: names, options: [], withStyles: false, force: false,
        isOfTwoPlans: two, planFolders: []
      ).layers.map(\.rawValue)
    }
    #expect(try layers([], two: true) == ["diff"])
    #expect(try layers(["diff"], two: true) == ["diff"])
    #expect(try layers(["sites"], two: true) == ["sites", "diff"])
    #expect(try !layers([], two: false).contains("diff"))
    let fault = export.fault("geojson", to: "x", layers: ["diff"])
    #expect(fault?.findings.first?.contains("--against") == true)
  }
}
