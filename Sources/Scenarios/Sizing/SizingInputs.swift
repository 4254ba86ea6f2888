// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Planning
package import Quantities

/// What a planner says about the sizing of one cluster without a scenario: changes of the defaults, each a
/// `path=value` with the keys that a scenario has in `[hardware]`, `[cost]` and `[design]`.
package struct SizingInputs: Sendable, Equatable {
  /// The numbers beside the catalogue. Here and below, prices are those of the price level.
  package var assumptions: SizingAssumptions
  /// The figures and choices behind the detailed design.
  package var design: DesignAssumptions
  /// Which end of the bands of prices is counted at.
  package var priceLevel: PriceLevel
  /// Price of electricity, EUR/MWh, without the excise; nil for the default of the ledger.
  package var energyEURPerMWh: Quantity?
  /// Excise on electricity, EUR/MWh; nil for the default of the ledger.
  package var exciseEURPerMWh: Quantity?
  /// Fixed O&M, EUR per MW of IT power and year; nil for the default of the ledger.
  package var fixedOMEURPerITMWYear: Quantity?

  /// Reads changes.
  ///
  /// - Throws: `InputFailure` with everything that is wrong with any of them.
  package init(overlays: [String]) throws(InputFailure) {
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
    let cost = CostBlock(costTable).stated
    let designed = DesignBlock(root.table("design")).assumptions
    root.reportUnknownAndMissing()
    let level = hardware.priceLevel
    priceLevel = level
    assumptions = hardware.assumptions.priced(at: level)
    design = designed.priced(at: level)
    energyEURPerMWh = cost.energyEURPerMWh.ifStated?.priced(at: level)
    exciseEURPerMWh = cost.exciseEURPerMWh.ifStated?.priced(at: level)
    fixedOMEURPerITMWYear = cost.fixedOMEURPerITMWYear.ifStated?.priced(at: level)
    if log.hasErrors { throw InputFailure(findings: log.sorted) }
  }
}
