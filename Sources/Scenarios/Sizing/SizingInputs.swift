// SPDX-License-Identifier: GPL-3.0-or-later

public import Clusters
public import Figures

/// What a planner says about the sizing of one cluster without a scenario: changes of the defaults, each a `path=value` with the keys
/// that a scenario has in `[hardware]`, `[cost]` and `[design]`.
public struct SizingInputs: Sendable, Equatable {
  /// The numbers beside the catalogue.
  public var assumptions: SizingAssumptions
  /// The figures and choices behind the detailed design.
  public var design: DesignAssumptions
  /// Which end of the price bands the design is priced at.
  public var priceLevel: PriceLevel
  /// Price of electricity, EUR/MWh, without the excise; nil for the default of the ledger.
  public var energyEURPerMWh: Figure?
  /// Excise on electricity, EUR/MWh; nil for the default of the ledger.
  public var exciseEURPerMWh: Figure?
  /// Staff and maintenance, EUR per MW of IT power and year; nil for the default of the ledger.
  public var upkeepEURPerITMWYear: Figure?

  /// Reads changes.
  ///
  /// - Throws: `ScenarioFailure` with everything that is wrong with any of them.
  public init(overlays: [String]) throws(ScenarioFailure) {
    let log = FindingLog()
    let origin = ConfigOrigin(file: "", position: nil)
    var tree = ChangedTree(tree: ConfigNode(.table([:]), origin: origin))
    tree.apply(overlays.compactMap { Change(argument: $0, log: log) }, log: log)
    for change in tree.late {
      change.finding(
        "names a site or a product, and a sizing reads neither",
        hint: "write a product file and name it with --catalogue", in: log)
    }
    let root = ConfigTable(tree.tree, in: origin, log: log, reportsMissing: false)
    let costTable = root.table("cost")
    let hardware = HardwareBlock(root.table("hardware"), cost: costTable)
    let cost = CostBlock(costTable)
    design = DesignBlock(root.table("design")).assumptions
    root.reportUnknownAndMissing()
    assumptions = hardware.assumptions
    priceLevel = hardware.priceLevel
    energyEURPerMWh = cost.energyEURPerMWh
    exciseEURPerMWh = cost.exciseEURPerMWh
    upkeepEURPerITMWYear = cost.fixedOpexEURPerITMWYear
    if log.hasErrors { throw ScenarioFailure(findings: log.sorted) }
  }
}
