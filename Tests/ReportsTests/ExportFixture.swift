// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Planning
import PlanningModel
import Testing

@testable import Exports
@testable import Results

/// The small plan made by hand, exported with an outline for each region, one of them a square with a hole.
struct ExportFixture {
  let fixture: PlanFixture
  let folder: TemporaryFolder

  init() throws {
    fixture = try PlanFixture()
    folder = try TemporaryFolder()
  }

  static func outlines() throws -> [RegionOutline] {
    try ["Nord", "Sud", "Centre", "Ouest", "Est"].enumerated().map { index, name in
      let x = Double(index) + 0.125
      // Outer rings clockwise, against the right-hand rule.
      let square = try Geometry.polygon(
        outer: [(x, 44), (x, 45), (x + 0.5, 45), (x + 0.5, 44), (x, 44)].map { Coordinate(x: $0.0, y: $0.1) },
        holes: index == 0
          ? [
            [(x + 0.1, 44.2), (x + 0.2, 44.2), (x + 0.2, 44.4), (x + 0.1, 44.2)].map {
              Coordinate(x: $0.0, y: $0.1)
            }
          ] : [])
      return try RegionOutline(name: name, polygons: [square])
    }
  }

  func layers(_ layers: [ExportLayer] = ExportLayer.allCases) throws -> PlanLayers {
    var made = PlanLayers(
      layers, of: fixture.plan, substations: PlanFixture.context.substations, regions: try Self.outlines())
    if layers.contains(.diff) { made.addDiff(from: try side(planBefore()), to: try side(fixture.plan)) }
    return made
  }

  /// Another plan of the same sites: `alpha` smaller, `bravo` in the place of `delta`.
  func planBefore() throws -> Plan {
    func index(_ id: String) throws -> Int {
      try #require(fixture.problem.sites.firstIndex { $0.id == id })
    }
    return try fixture.builder.plan(
      Placement(
        sites: [
          Placement.Site(site: try index("alpha"), connection: 0, opensYear: 0, blocks: [[4, 10], [0, 0]]),
          Placement.Site(site: try index("bravo"), connection: 0, opensYear: 1, blocks: [[0, 2], [0, 0]]),
        ].sorted { $0.site < $1.site }), outcome: PlanFixture.outcome)
  }

  /// A plan as one side of `diff`, by way of its file.
  func side(_ plan: Plan) throws -> ComparedPlan {
    let text = JSONWriter.text(PlanFile(plan, problem: fixture.problem, table: fixture.table).json)
    return try ComparedPlan(JSONReader.value(Array(text.utf8)), path: "plan.json")
  }

  /// Exports, and gives what was said before and after.
  @discardableResult
  func export(
    _ format: String?, to name: String, layers: [ExportLayer] = [], options: [String] = [],
    styles: Bool = false,
    force: Bool = false
  ) throws -> (before: [String], outcome: PlanExport.Outcome) {
    var export = try PlanExport(
      format: format, output: name == "-" ? name : "\(folder.path)/\(name)", layers: layers.map(\.rawValue),
      options: options, withStyles: styles, force: force, isOfTwoPlans: layers.contains(.diff),
      planFolders: ["/nowhere"])
    let before = try export.rehearse()
    return (before, try export.write(try self.layers(export.layers)))
  }

  /// What an export refuses.
  func fault(
    _ format: String?, to name: String, layers: [String] = [], options: [String] = [], styles: Bool = false
  ) -> ExportFault? {
    do {
      var export = try PlanExport(
        format: format, output: name == "-" ? name : "\(folder.path)/\(name)", layers: layers,
        options: options,
        withStyles: styles, force: false, planFolders: ["/nowhere"])
      _ = try export.rehearse()
      return nil
    } catch {
      return error
    }
  }
}
