// SPDX-License-Identifier: GPL-3.0-or-later

/// A written rule that fills one missing attribute of a site. It sees the table and proposes a value; it is never asked
/// where a value is already known, so it cannot overwrite a published figure.
protocol EstimateRule {
  /// The attribute it fills.
  var attribute: SiteAttribute { get }
  /// The value it proposes for a site, or nil when it has nothing to go by.
  func estimate(row: Int, in table: SiteTable) -> SiteValue?
}

extension SiteTable {
  /// Fills missing attributes by the written rules, in their order, and leaves every known value as it is.
  ///
  /// Power comes before area because an unknown area is derived from a known power, and the other way round.
  ///
  /// - Parameters:
  ///   - parameters: Figures behind the rules.
  ///   - grid: Lead times and largest power by voltage.
  /// - Returns: A table in which every filled value has basis `estimated`.
  public func fillingMissing(
    with parameters: EstimateParameters, grid: GridParameters
  ) throws(SiteTable.Fault) -> SiteTable {
    let rules: [any EstimateRule] = [
      PowerUsageEstimate(parameters: parameters),
      PowerEstimate(parameters: parameters, grid: grid),
      AreaEstimate(parameters: parameters),
      ConnectionYearEstimate(parameters: parameters, grid: grid),
      JurisdictionEstimate(),
    ]
    var table = self
    for rule in rules {
      let name = rule.attribute.rawValue
      let known =
        table.column(name)?.values
        ?? Array(repeating: .missing("not in the site source"), count: table.count)
      var filled = known
      for row in 0..<table.count where known[row].isMissing {
        if var value = rule.estimate(row: row, in: table) {
          value.isFilled = true
          filled[row] = value
        }
      }
      try table.set(Column(name: name, unit: rule.attribute.unit, values: filled))
    }
    return table
  }
}
