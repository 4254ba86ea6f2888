// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Greenhouse gases of a cluster: what making it emits once, and what its electricity emits every year, t of
/// CO2 equivalent.
package struct CarbonAccount: Sendable, Equatable, Codable {
  /// Making the systems, t.
  package let systemsT: ValueBand
  /// Making network and storage, t.
  package let networkAndStorageT: ValueBand
  /// Making the building, t.
  package let buildingT: ValueBand
  /// Making the electrical plant, t.
  package let electricalT: ValueBand
  /// Making the cooling plant, t.
  package let coolingT: ValueBand
  /// Electricity at the meter, t a year.
  package let operationalTPerYear: ValueBand
  /// Life of the systems, years: the period of the life cycle.
  package let lifeYears: Double
  /// Of the whole over the life of the systems, t: systems, network and storage in full, plant and building
  /// for the part of their own lives that passes, and the electricity.
  package let lifeCycleT: ValueBand
  /// Over the life cycle, g for each used hour of a GPU.
  package let gramsPerGPUHour: ValueBand
  /// The worst basis behind what is emitted once.
  package let embodiedBasis: Basis
  /// The worst basis behind what is emitted every year.
  package let operationalBasis: Basis
  /// What a reader must know.
  package let notes: [CarbonNote]

  /// Everything that is emitted once, t.
  package var embodiedT: ValueBand { systemsT + networkAndStorageT + buildingT + electricalT + coolingT }

  /// The account of a cluster.
  ///
  /// - Parameters:
  ///   - design: The cluster: GPUs, power and energy.
  ///   - buildingM2: Built floor, m2; at least zero.
  ///   - energyMWhPerYear: Energy at the meter, MWh a year; nil for the design's own.
  ///   - utilisation: Share of all GPU-hours that is used; nil for the assumption of the ledger.
  ///   - assumptions: Figures of carbon; checked by the caller (`findings()`).
  ///   - ledger: Lives and utilisation, so that money and carbon count the same years.
  /// - Throws: `SizingError` for a value that is not finite, negative or out of range.
  package init(
    design: ClusterDesign, buildingM2: Double, energyMWhPerYear: Double? = nil, utilisation: Double? = nil,
    assumptions: borrowing CarbonAssumptions = CarbonAssumptions(),
    ledger: borrowing LedgerAssumptions = LedgerAssumptions()
  ) throws {
    guard buildingM2.isFinite else { throw SizingError.notFinite("built floor in m2") }
    guard buildingM2 >= 0 else { throw SizingError.negative("built floor in m2", buildingM2) }
    let energy = energyMWhPerYear ?? design.energyMWhPerYear
    guard energy.isFinite else { throw SizingError.notFinite("energy in MWh a year") }
    guard energy >= 0 else { throw SizingError.negative("energy in MWh a year", energy) }
    let used = utilisation ?? ledger.utilisation.value
    try SizingError.checkPositive("utilisation", used)
    try SizingError.check("utilisation", used, in: 0...1)
    try SizingError.checkGPUs(design.gpus)

    let perGPU = ValueBand(assumptions.embodiedKgPerGPU) * ValueBand(assumptions.systemOverGPUBoards)
    let systems = perGPU * (Double(design.gpus) / 1_000)
    let outside = systems * ValueBand(assumptions.networkAndStorageOverSystems)
    let building = ValueBand(assumptions.buildingKgPerM2) * (buildingM2 / 1_000)
    // kg per kW are t per MW.
    let electrical = ValueBand(assumptions.electricalKgPerKW) * design.gridMW
    let cooling = ValueBand(assumptions.coolingKgPerKW) * design.gridMW
    // MWh times g per kWh are kg.
    let operational = ValueBand(assumptions.gridGPerKWh) * (energy / 1_000)

    let life = max(1, ledger.itLifeYears.value)
    func part(of own: Quantity) -> Double { life / max(life, own.value) }
    var whole = systems + outside + operational * life
    whole = whole + building * part(of: ledger.buildingLifeYears)
    whole = whole + electrical * part(of: ledger.electricalLifeYears)
    whole = whole + cooling * part(of: ledger.coolingLifeYears)
    let gpuHours = Double(design.gpus) * ClusterDesign.hoursPerYear * used * life
    let grams = whole * (1e6 / gpuHours)
    try grams.check("carbon of a GPU-hour in g")

    systemsT = systems
    networkAndStorageT = outside
    buildingT = building
    electricalT = electrical
    coolingT = cooling
    operationalTPerYear = operational
    lifeYears = life
    lifeCycleT = whole
    gramsPerGPUHour = grams
    embodiedBasis = max(
      assumptions.embodiedKgPerGPU.basis, assumptions.systemOverGPUBoards.basis,
      assumptions.networkAndStorageOverSystems.basis,
      max(
        assumptions.buildingKgPerM2.basis, assumptions.electricalKgPerKW.basis,
        assumptions.coolingKgPerKW.basis))
    operationalBasis = max(design.basis.energy, assumptions.gridGPerKWh.basis)
    notes = [.embodiedIsAssumed, .gridAverage(gramsPerKWh: assumptions.gridGPerKWh.value), .notCounted]
  }
}
