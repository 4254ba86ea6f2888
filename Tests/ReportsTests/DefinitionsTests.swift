// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities
import Sites
import TestSupport
import Testing

@testable import Exports
@testable import Results

/// What is defined once is written a second time here on purpose: a line for each entry of each list. A
/// change of a range, a unit, a need, a price or a column is made in both, so that nobody makes it unawares.
@Suite("Definitions")
struct DefinitionsTests {
  private func fields<Root: FieldSet>(_ title: String, _ type: Root.Type) -> [String] {
    ["", "# \(title)"]
      + Root.fields.map { field in
        let least = field.range.leastMagnitude == 1e-9 ? "" : ", down to \(field.range.leastMagnitude)"
        let marks = [
          field.isWhole ? "whole" : "", field.isRequired ? "needed" : "", field.isPrice ? "price" : "",
          field.isDecisive ? "" : "descriptive", field.formerNames.map { "formerly \($0)" }.joined(),
        ].filter { !$0.isEmpty }
        return
          ([
            field.name, field.unit.isEmpty ? "-" : field.unit, "\(field.range.words)\(least)",
          ] + marks).joined(separator: "; ")
      }
  }

  private func columns<Row>(_ title: String, _ columns: [Column<Row>]) -> [String] {
    ["", "# \(title)"]
      + columns.map { "\($0.name); \($0.kind)\($0.unit.isEmpty ? "" : "; \($0.unit)")" }
  }

  private func heads(_ table: ReportTable) -> [String] {
    ["", "# \(table.name).csv"] + table.columns.map { "\($0.name); \($0.kind)" }
  }

  @Test("Every figure that a planner may state, with unit, range, need and kind")
  func figures() {
    var lines = ["name; unit; range; marks"]
    lines += fields("[horizon]", Horizon.self) + fields("[grid]", GridParameters.self)
    lines += fields("[grid.connection_...]", ConnectionClass.self) + fields("[cost]", CostParameters.self)
    lines += fields("[estimates]", EstimateParameters.self)
    lines +=
      fields("[hardware]", SizingAssumptions.self) + fields("[design.network]", NetworkAssumptions.self)
    lines += fields("[design.power]", PowerAssumptions.self)
    lines += fields("[design.cooling]", CoolingAssumptions.self)
    lines += fields("[design.space]", SpaceAssumptions.self)
    lines += fields("[design.schedule]", ScheduleAssumptions.self)
    lines += fields("[design.ledger]", LedgerAssumptions.self)
    lines += fields("[design.carbon]", CarbonAssumptions.self)
    lines += fields("[design.performance]", PerformanceAssumptions.self)
    lines += fields("hardware file", HardwareSKU.self)
    expect(lines, "figures")
  }

  @Test(
    "Every attribute of a site, with unit and values, and every kind of rule, with words and what it bears on"
  )
  func sitesAndRules() {
    var lines = ["# attributes of sites"]
    lines += SiteAttribute.allCases.map { "\($0.rawValue); \($0.unit.isEmpty ? "-" : $0.unit); \($0.form)" }
    lines += ["", "# facts of sovereignty"] + SovereigntyFact.allCases.map { "\($0.rawValue); \($0.form)" }
    lines += ["", "# kinds of rules"]
    lines += RuleFamilies.kinds.map { kind in
      "\(kind.identifier); \(kind.label.english); \(kind.isPolicy ? "may be relaxed" : "fixed"); \(kind.inequality)"
        + (kind.gridPlace.map { "; \($0)" } ?? "") + (kind.relaxed == nil ? "" : "; own sentence")
    }
    expect(lines, "sites-and-rules")
  }

  @Test("Every column of tables and layers, with kind and unit")
  func columns() throws {
    let plan = try PlanFixture().plan
    var lines = ["name; kind; unit"]
    lines += columns("layer of chosen sites", SitesTable.layerColumns)
    lines += columns("layer of sites without decision", SitesTable.undecidedColumns)
    lines += columns("layer of connections", ConnectionsTable.columns)
    lines += columns("layer of sites left out", PlanLayers.screenedOutColumns)
    lines += columns("layer of phases", PlanLayers.phaseColumns)
    lines += columns("layer of substations", PlanLayers.substationColumns)
    lines += columns("layer of regions", PlanLayers.regionColumns)
    lines += columns("layer of differences", PlanLayers.diffColumns)
    lines += columns("summary.csv of a study", StudySummaryTable.columns(try StudyFixture.tornado()))
    lines += PlanTables.all(plan).flatMap(heads)
    expect(lines, "columns")
  }

  private func expect(_ lines: [String], _ name: String) {
    let difference = Snapshot.difference(
      lines.joined(separator: "\n") + "\n", golden: "ReportsTests/Golden/definitions/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
