// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A written rule that fills one missing attribute of a site. It sees the table and proposes a value; it is
/// never asked where a value is already known, so it cannot overwrite a published figure.
protocol EstimateRule {
  /// The attribute it fills.
  var output: DerivedAttribute { get }
  /// The value it proposes for a site; a missing value that says why; or nil to leave what was said before.
  func estimate(row: Int, in table: SiteTable) -> SiteValue?
}

extension DerivedAttribute {
  /// An attribute that planning reads, in its unit.
  init(_ attribute: SiteAttribute) { self.init(attribute.rawValue, unit: attribute.unit) }
}

extension SiteTable {
  /// Fills missing attributes by the written rules, in their order, and leaves every known value as it is.
  ///
  /// Power comes before area because an unknown area is derived from a known power, and the other way round.
  /// Prices of connections get one column a voltage, round-trip times one a hub that the table has a distance
  /// to.
  ///
  /// - Parameters:
  ///   - parameters: Figures behind the rules.
  ///   - grid: Lead times, prices, reach and largest power by voltage.
  ///   - decision: Day from which lead times count.
  /// - Returns: A table in which every filled value has basis `estimated`.
  package func fillingMissing(
    with parameters: EstimateParameters, grid: GridParameters, decision: CalendarDay
  ) throws(SiteTable.Fault) -> SiteTable {
    let inputs = parameters.derivedInputs
    var rules: [any EstimateRule] = [
      PowerUsageEstimate(parameters: parameters),
      PowerEstimate(parameters: parameters, grid: grid),
      AreaEstimate(parameters: parameters),
      ConnectionYearEstimate(parameters: parameters, grid: grid, decision: decision),
      JurisdictionEstimate(),
      FreeCoolingEstimate(parameters: inputs),
      HazardCostEstimate(parameters: inputs),
    ]
    rules += grid.connections.map { option -> any EstimateRule in
      ConnectionCostEstimate(
        option: option, routeFactor: grid.routeFactor, referenceMW: inputs.connectionReferenceMW)
    }
    rules += LatencyEstimate.hubs(in: self).map { hub -> any EstimateRule in
      LatencyEstimate(hub: hub, parameters: inputs)
    }
    var table = self
    for rule in rules {
      let name = rule.output.name
      let known =
        table.column(name)?.values
        ?? Array(repeating: .missing("not in the site source"), count: table.count)
      var filled = known
      for row in 0..<table.count where known[row].isMissing {
        if var value = rule.estimate(row: row, in: table) {
          value = value.used(parameters.use, as: name)
          value.isFilled = !value.isMissing
          filled[row] = value
        }
      }
      try table.set(Column(name: name, unit: rule.output.unit, values: filled))
    }
    return table
  }
}
