// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The compute fabric of one cluster of one product: switches, cables, modules and power.
package struct ComputeFabric: Sendable, Equatable, Codable {
  /// The product.
  package let skuID: String
  /// Systems that are connected.
  package let systems: Int
  /// GPUs that are connected.
  package let gpus: Int
  /// Scalable units begun.
  package let units: Int
  /// Ports of the fabric that the systems use, all planes together.
  package let endpoints: Int
  /// How the switches were counted.
  package let rule: FabricRule
  /// The switch of all tiers.
  package let switchModel: SwitchModel
  /// Tiers: two or three.
  package let tiers: Int
  /// Switches by tier, all planes together.
  package let switches: FabricSwitches
  /// What the counts rest on.
  package let origin: FabricOrigin
  /// The document of the row, or of the table that the rule explains.
  package let source: String
  /// Cables by tier.
  package let cables: FabricCables
  /// Cables by length.
  package let lengths: FabricCableLengths
  /// Pluggable modules.
  package let optics: FabricOptics
  /// Electric power.
  package let power: FabricPower
  /// Height of all switches, rack units.
  package let rackUnits: Int
  /// Racks of switches at the assumed height per rack.
  package let racks: Int
  /// What a reader must know.
  package let notes: [FabricNote]
  /// Prices of its parts, for weighing the items.
  let prices: FabricPrices

  /// The fabric of a number of systems; the last unit may be incomplete. Nil where the product states no
  /// fabric.
  ///
  /// - Throws: `SizingError` for no systems or too many GPUs; `SizingError.networkTier` past three tiers.
  package init?(
    _ sku: borrowing HardwareSKU, systems: Int,
    assumptions: borrowing NetworkAssumptions = NetworkAssumptions()
  ) throws {
    try sku.checkSystems(systems)
    guard let arithmetic = FabricArithmetic(sku) else { return nil }
    let design = arithmetic.design
    let units = arithmetic.units(systems: systems)
    guard let byRule = arithmetic.switches(units: units, systems: systems),
      let tiersByRule = arithmetic.tiers(units: units)
    else {
      throw SizingError.networkTier(
        skuID: sku.id, systems: systems,
        limit: arithmetic.maximumUnits(tiers: 3) * arithmetic.systemsPerUnit, tiers: 3,
        model: design.switchModel.rawValue)
    }
    let row = arithmetic.row(systems: systems)
    skuID = sku.id
    self.systems = systems
    gpus = systems * arithmetic.gpusPerSystem
    self.units = units
    endpoints = systems * arithmetic.endpointsPerSystem * design.rule.planes
    rule = design.rule
    switchModel = design.switchModel
    if let row {
      switches = FabricSwitches(leaf: row.leaf, spine: row.spine, core: row.core)
      tiers = row.core > 0 ? 3 : 2
      origin = row.basis == .published ? .published(units: row.units) : .derivedRow(units: row.units)
      source = row.source
    } else {
      switches = byRule
      tiers = tiersByRule
      origin = Self.origin(design, systems: systems)
      source = design.published.first?.source ?? design.endpointsPerGPU.source
    }
    cables = Self.cables(arithmetic, systems: systems, units: units, tiers: tiers, row: row)
    lengths = FabricCableLengths(cables: cables, racks: sku.racks(systems: systems), assumptions: assumptions)
    optics = FabricOptics(cables: cables, lengths: lengths, planes: design.rule.planes)
    power = Self.power(
      design.switchModel, switches: switches.total, optics: optics, assumptions: assumptions)
    rackUnits = switches.total * design.switchModel.rackUnits
    racks = assumptions.racks(rackUnits: rackUnits, kW: power.totalKW)
    prices = FabricPrices(design.switchModel, assumptions)
    notes = Self.notes(
      design, row: row, systems: systems, units: units, perUnit: arithmetic.systemsPerUnit)
  }

  /// Trust in the counts of switches; the power has a basis of its own.
  package var basis: Basis { origin.basis }
}
