// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// All blocks of a scenario as they are written, before files are opened and values are held against each
/// other.
struct ScenarioBlocks {
  var name: String?
  var description: String
  var sites: SitesBlock
  var layers: LayersBlock
  var screening: ScreeningBlock
  var horizon: HorizonBlock
  var objective: ObjectiveBlock
  var demand: DemandBlock
  var existing: ExistingBlock
  var hardware: HardwareBlock
  var design: DesignBlock
  var grid: GridBlock
  var limits: LimitsBlock
  var cost: CostBlock
  var estimates: EstimatesBlock
  var families: RuleFamiliesBlock
  var solver: SolverBlock
  /// What one file changes in the scenario that it extends; none once the files are merged.
  var changes: [Change]
  /// Changes of sites, in order; they are read when all files are merged.
  var siteChanges: [(change: SiteChange, place: ChangePlace)] = []

  /// What a scenario may hold.
  static var shape: TableShape { TableShape { _ = ScenarioBlocks($0, purpose: .sites) } }

  /// Reads the blocks and reports everything that a single value, taken alone, has wrong.
  init(_ root: ConfigTable, purpose: ScenarioPurpose) {
    root.schemaVersion()
    _ = root.node("extends").flatMap { root.text("extends", $0, .path) }
    name = root.text("name", .required, example: "\"My plan\"")
    description = root.text("description") ?? ""
    sites = SitesBlock(root.table("sites"))
    layers = LayersBlock(root.table("layers"))
    screening = ScreeningBlock(root.table("screening"))
    horizon = HorizonBlock(root.table("horizon"))
    objective = ObjectiveBlock(root.table("objective"))
    let demandTable = root.table("demand")
    demand = DemandBlock(demandTable, purpose: purpose, seeksMost: objective.seeksMost)
    existing = ExistingBlock(root.tables("existing"))
    let costTable = root.table("cost")
    hardware = HardwareBlock(root.table("hardware"), cost: costTable)
    design = DesignBlock(root.table("design"))
    let gridTable = root.table("grid")
    grid = GridBlock(gridTable)
    let limitsTable = root.table("limits")
    limits = LimitsBlock(limitsTable)
    cost = CostBlock(costTable)
    estimates = EstimatesBlock(root.table("estimates"))
    families = RuleFamiliesBlock(
      root, grid: gridTable, demand: demandTable, sovereignty: root.table("sovereignty"), limits: limitsTable)
    solver = SolverBlock(root.table("solver"))
    changes = ChangesBlock.read(root)
    // What it says of products is checked with the hardware files.
    _ = root.node("skus")
    root.shape?.child("skus").add(TableShape.anyName, .table(HardwareFile.shape.partial))
    root.reportUnknownAndMissing()
  }
}
