// SPDX-License-Identifier: GPL-3.0-or-later

/// All blocks of a scenario as they are written, before files are opened and values are held against each other.
struct ScenarioBlocks {
  var name: String?
  var description: String
  var sites: SitesBlock
  var layers: LayersBlock
  var screening: ScreeningBlock
  var horizon: HorizonBlock
  var demand: DemandBlock
  var hardware: HardwareBlock
  var grid: GridBlock
  var sovereignty: SovereigntyBlock
  var limits: LimitsBlock
  var cost: CostBlock
  var estimates: EstimatesBlock
  var solver: SolverBlock

  /// Reads the blocks and reports everything that a single value, taken alone, has wrong.
  init(_ root: ConfigTable, purpose: ScenarioReader.Purpose) {
    _ = root.node("schema")
    _ = root.node("extends")
    name = root.text("name", .required, example: "\"My plan\"")
    description = root.text("description") ?? ""
    sites = SitesBlock(root.table("sites"))
    layers = LayersBlock(root.table("layers"))
    screening = ScreeningBlock(root.table("screening"))
    horizon = HorizonBlock(root.table("horizon"))
    demand = DemandBlock(root.table("demand"), purpose: purpose)
    let costTable = root.table("cost")
    hardware = HardwareBlock(root.table("hardware"), cost: costTable)
    grid = GridBlock(root.table("grid"))
    sovereignty = SovereigntyBlock(root.table("sovereignty"))
    limits = LimitsBlock(root.table("limits"))
    cost = CostBlock(costTable)
    estimates = EstimatesBlock(root.table("estimates"))
    solver = SolverBlock(root.table("solver"), objective: root.table("objective"))
    root.reportUnknownAndMissing()
  }
}
