// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Planning
package import Quantities
package import Sites

/// A scenario that was read, merged and checked: everything a plan needs apart from the content of the
/// layers.
package struct Scenario: Sendable, Equatable {
  /// What the planner calls it.
  package var name: String
  /// What it is about; empty where nothing is said.
  package var description: String
  /// Where the candidate sites come from.
  package var sites: LayerSource
  /// Authority code of the projected system in which distances and areas are measured; nil for the one that
  /// suits the sites.
  package var measureCRS: String?
  /// Field of the site source that holds the identifier.
  package var idField: String
  /// Field of the site source that holds the name.
  package var nameField: String
  /// Columns of the site source by the attribute that they hold, where it has another name.
  package var siteColumns: [String: String] = [:]
  /// Further tables of candidate sites, put beside the first.
  package var addedSites: [SiteSource] = []
  /// Site attributes that the planner replaces, in order of site and attribute.
  package var siteOverrides: [SiteOverride]
  /// Changes of site attributes that follow them, in order, for `stating(_:)`.
  package var siteChanges: [SiteChange] = []
  /// Where each of the changes was written, in the same order.
  package var siteChangePlaces: [ChangePlace] = []
  /// Layers from which indicators are derived, in order of name, their sources resolved.
  package var layers: [LayerSource]
  /// Rules that exclude sites and scores that rank them; nil where the scenario has no `[screening]`.
  package var screening: ScreeningParameters?
  /// Products that can be used; those in use are `parameters.skus`.
  package var catalogue: HardwareCatalogue
  /// Which end of their bands prices are counted at. Every price here, in `assumptions`, `design`,
  /// `parameters` and `catalogue`, stands at it.
  package var priceLevel: PriceLevel
  /// The numbers that sizing needs beside the catalogue.
  package var assumptions: SizingAssumptions
  /// The figures and choices behind the detailed design of each cluster.
  package var design: DesignAssumptions
  /// What the planner decides or assumes about the portfolio.
  package var parameters: SitingParameters
  /// When the search may stop.
  package var solve: SolveSettings
  /// Every file that was read, in the order of reading: the scenario, its bases, the layer pack, the
  /// hardware. The layers themselves are read elsewhere.
  package var files: [String]
  /// The whole scenario as one TOML text in canonical form, without `extends` and with paths relative to the
  /// scenario's folder. Read in that folder it gives the same scenario; the layer pack and the hardware are
  /// still files.
  package var effectiveText: String
  /// Sites and zones that the scenario names, for `findings(forKnownSites:)` and `findings(forKnownZones:)`.
  package var mentions: [NameMention]

  /// All tables of candidate sites, in order.
  package var siteSources: [SiteSource] {
    [SiteSource(declared: sites, idField: idField, nameField: nameField, columns: siteColumns)] + addedSites
  }

  /// Identifiers of the products in use, in the order of the scenario.
  package var skus: [String] { parameters.skus }

  /// Coolant supply temperature in degC where a site states none.
  package var supplyTemperatureC: Double { assumptions.supplyTemperatureC.value }
}

extension Scenario {
  /// A finding for every site that the scenario forces in and that a rule of the planner's own or a screening
  /// excluded: it cannot be both.
  ///
  /// - Parameter exclusions: Every rule that excluded a site.
  package func findings(forScreenedOut exclusions: [SiteExclusion]) -> [Finding] {
    let reasons = Dictionary(grouping: exclusions, by: \.siteID)
    return mentions.compactMap { mention -> Finding? in
      guard mention.kind == .site, mention.keyPath == "sites.force_in", let excluded = reasons[mention.name]
      else {
        return nil
      }
      let why = excluded.map { exclusion in
        let by = exclusion.rule.hasPrefix("rule ") ? "excluded by " : ""
        return "\(by)\(exclusion.rule): \(exclusion.value), \(exclusion.limit)"
      }
      .joined(separator: "; ")
      let isScreened = excluded.contains { !$0.rule.hasPrefix("rule ") }
      return Finding(
        file: mention.file, line: mention.line, column: mention.column, keyPath: mention.keyPath,
        message: "'\(mention.name)' is \(why)",
        hint: "take the site out of force_in, or change the rule\(isScreened ? " or its 'missing'" : "")")
    }
  }
}
