// SPDX-License-Identifier: GPL-3.0-or-later

public import Clusters
import Figures
public import Siting

/// A scenario that was read, merged and checked: everything a plan needs apart from the content of the layers.
public struct Scenario: Sendable, Equatable {
  /// What the planner calls it.
  public var name: String
  /// What it is about; empty where nothing is said.
  public var description: String
  /// Where the candidate sites come from.
  public var sites: LayerSource
  /// Field of the site source that holds the identifier.
  public var idField: String
  /// Field of the site source that holds the name.
  public var nameField: String
  /// Site attributes that the planner replaces, in order of site and attribute.
  public var siteOverrides: [SiteOverride]
  /// Layers from which indicators are derived, in order of name, their sources resolved.
  public var layers: [LayerSource]
  /// Products that can be used; those in use are `parameters.skus`.
  public var catalogue: HardwareCatalogue
  /// Which end of the price bands is paid.
  public var priceLevel: PriceLevel
  /// The numbers that sizing needs beside the catalogue.
  public var assumptions: SizingAssumptions
  /// What the planner decides or assumes about the portfolio.
  public var parameters: SitingParameters
  /// When the search may stop.
  public var solve: SolveSettings
  /// Every file that was read, in the order of reading: the scenario, its bases, the layer pack, the hardware. The layers
  /// themselves are read elsewhere.
  public var files: [String]
  /// The whole scenario as one TOML text in canonical form, without `extends` and with paths relative to the scenario's
  /// folder. Read in that folder it gives the same scenario; the layer pack and the hardware are still files.
  public var effectiveText: String
  /// Sites and zones that the scenario names, for `findings(forKnownSites:)` and `findings(forKnownZones:)`.
  public var mentions: [NameMention]

  /// Identifiers of the products in use, in the order of the scenario.
  public var skus: [String] { parameters.skus }

  /// Coolant supply temperature in degC where a site states none.
  public var supplyTemperatureC: Double { assumptions.supplyTemperatureC.value }
}
