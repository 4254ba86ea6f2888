// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A planner's replacement of one attribute of one site, for example from
/// `--set sites.cambrai-e-valley.power_mw_max=1200`.
package struct SiteOverride: Sendable, Equatable, Codable {
  /// Site it speaks of.
  package var siteID: String
  /// Attribute it replaces.
  package var attribute: SiteAttribute
  /// The new value, a number or a text.
  package var content: SiteValue.Content

  /// A planner's replacement of one attribute of one site.
  package init(siteID: String, attribute: SiteAttribute, content: SiteValue.Content) {
    self.siteID = siteID
    self.attribute = attribute
    self.content = content
  }
}

extension SiteTable {
  /// A table with a planner's replacements in place, marked as the planner's.
  ///
  /// - Parameter overrides: Replacements, applied in order; one that names an unknown site is passed over,
  ///   since the scenario reader reports it.
  /// - Throws: `Fault.wrongLength`, never for a consistent table.
  package func applying(_ overrides: [SiteOverride]) throws(Fault) -> SiteTable {
    var table = self
    for override in overrides {
      guard let row = table.row(of: override.siteID) else { continue }
      let name = override.attribute.rawValue
      if table.column(name) == nil {
        try table.set(
          Column(
            name: name, unit: override.attribute.unit,
            values: Array(repeating: .missing("not in the site source"), count: table.count)))
      }
      table.set(
        SiteValue(override.content, basis: .estimated, source: "set in the scenario by the planner"),
        column: name, row: row)
      // Published steps lead to the published power; another power makes them void unless new ones come with
      // it.
      let steps = SiteAttribute.powerSteps
      let hasSteps = overrides.contains { $0.siteID == override.siteID && $0.attribute == steps }
      if override.attribute == .powerMaxMW, !hasSteps {
        table.set(.missing("the planner set another power"), column: steps.rawValue, row: row)
      }
    }
    return table
  }
}
