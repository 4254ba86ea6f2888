// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Sites

/// Makes a scenario of a merged tree: reads the blocks, opens the layer pack and the hardware files, and
/// holds the values against each other.
struct ScenarioAssembler {
  var tree: ConfigNode
  /// Changes of sites and products, in order.
  var changes: [Change]
  /// The scenario file.
  var root: String
  var loader: FileLoader
  var log: FindingLog
  var purpose: ScenarioReader.Purpose

  /// What came of the tree.
  struct Assembly {
    /// The scenario; nil when the log holds an error.
    var scenario: Scenario?
    /// What could be made out in spite of errors; nil where too much is missing.
    var draft: Scenario?
    /// What the changes of products matched.
    var changes: [ChangeReport] = []
  }

  /// The scenario, and what could be made out of it where it has errors.
  func assembly() -> Assembly {
    let origin = ConfigOrigin(file: root, position: nil)
    let table = ConfigTable(tree, in: origin, log: log, reportsMissing: true)
    var blocks = ScenarioBlocks(table, purpose: purpose)
    let layers = LayerPack(loader: loader, log: log).layers(blocks.layers)
    let products = HardwareFiles(loader: loader, log: log).products(
      blocks.hardware.catalogue, declared: ProductChanges.declared(in: tree, log: log),
      changes: changes.filter { $0.target == .product })
    blocks.families.families.sovereignty?.tiers =
      SovereigntyTiersFile(loader: loader, log: log).tiers(blocks.families.sovereigntyTiers)
    ScenarioChecks(blocks: blocks, log: log).check(productIDs: products.ids)
    blocks.siteChanges = siteChanges()
    guard log.hasErrors else {
      let scenario = assembled(blocks, layers: layers, products: products)
      return Assembly(scenario: scenario, draft: scenario, changes: products.changes)
    }
    // A draft may lack what was already reported; it must not report it again.
    var silent = self
    silent.log = FindingLog()
    return Assembly(
      scenario: nil, draft: silent.assembled(blocks, layers: layers, products: products),
      changes: products.changes)
  }

  private func assembled(_ blocks: ScenarioBlocks, layers: [LayerSource], products: HardwareFiles.Products)
    -> Scenario?
  {
    guard let name = blocks.name, let main = blocks.sites.main.declared(named: "sites"),
      let catalogue = catalogue(products.skus),
      let parameters = parameters(blocks)
    else { return nil }
    let declared = layers.first { $0.source == main.source && $0.layer == main.layer }
    // The pack may declare the site source too, with its title, licence and attribution. It is not read a
    // second time unless something is derived from it.
    let layers = layers.filter { $0 != declared || !$0.derivations.isEmpty }
    var siteLayer = declared ?? main
    if let crs = main.crsOverride { siteLayer.crsOverride = crs }
    if let title = blocks.sites.main.title { siteLayer.title = title }
    if !main.openOptions.isEmpty { siteLayer.openOptions = main.openOptions }
    siteLayer.pointColumns = main.pointColumns ?? siteLayer.pointColumns
    siteLayer.noData = main.noData ?? siteLayer.noData
    siteLayer.timeoutSeconds = main.timeoutSeconds ?? siteLayer.timeoutSeconds
    let level = blocks.hardware.priceLevel
    var scenario = Scenario(
      name: name, description: blocks.description, sites: siteLayer, measureCRS: blocks.sites.measureCRS,
      idField: blocks.sites.main.idField, nameField: blocks.sites.main.nameField,
      siteOverrides: blocks.sites.overrides, layers: layers,
      screening: blocks.screening.parameters, catalogue: catalogue.priced(at: level),
      priceLevel: level, assumptions: blocks.hardware.assumptions.priced(at: level),
      design: blocks.design.assumptions.priced(at: level),
      parameters: parameters.priced(at: level), solve: blocks.solver.settings, files: loader.files,
      effectiveText: EffectiveText.of(
        effectiveTree(blocks, products), textPaths: log.pathsReadAsText, folder: FilePath.folder(of: root)),
      mentions: mentions(blocks))
    scenario.siteColumns = blocks.sites.main.columns
    scenario.addedSites = blocks.sites.added.enumerated().compactMap { index, table in
      guard let declared = table.declared(named: "sites.add.\(index + 1)") else { return nil }
      return SiteSource(
        declared: declared, idField: table.idField, nameField: table.nameField, columns: table.columns)
    }
    scenario.siteChanges = blocks.siteChanges.map(\.change)
    scenario.siteChangePlaces = blocks.siteChanges.map(\.place)
    return scenario
  }

  /// The catalogue of products that were checked one by one; what is left to find is a fault of Arpent's own.
  private func catalogue(_ skus: [HardwareSKU]) -> HardwareCatalogue? {
    do {
      return try HardwareCatalogue(skus)
    } catch {
      log.add(Finding(file: root, keyPath: "hardware.catalogue", message: "\(error)"))
      return nil
    }
  }

  private func parameters(_ blocks: ScenarioBlocks) -> SitingParameters? {
    guard let horizon = blocks.horizon.horizon, let grid = grid(blocks.grid), blocks.cost.isComplete,
      let estimates = blocks.estimates.parameters
    else { return nil }
    var parameters = SitingParameters(
      horizon: horizon,
      demandGPUs: whole(blocks.demand.gpus), skus: blocks.hardware.use.map(\.text),
      supplyGPUs: blocks.hardware.supply.reduce(into: [:]) { $0[$1.sku.text] = whole($1.limits) },
      grid: grid, limits: blocks.limits.parameters,
      costs: blocks.cost.stated,
      estimates: estimates, forceIn: blocks.sites.forceIn.map(\.text),
      forceOut: blocks.sites.forceOut.map(\.text))
    parameters.existing = blocks.existing.fleets.map(\.fleet)
    parameters.families = blocks.families.families
    parameters.trainingCampus = blocks.demand.trainingCampus
    parameters.objective = blocks.objective.objective
    return parameters
  }

  private func grid(_ block: GridBlock) -> GridParameters? {
    var parameters = block.parameters
    parameters?.zoneHeadroomMW = block.headroom.reduce(into: [:]) { zones, entry in
      zones[entry.zone.text] = entry.byYear.reduce(into: [:]) { $0[$1.year] = $1.value }
    }
    return parameters
  }

  private func whole(_ values: [YearValue]) -> [Int: Int] {
    values.reduce(into: [:]) { $0[$1.year] = Int(exactly: $1.value) }
  }

  private func mentions(_ blocks: ScenarioBlocks) -> [NameMention] {
    blocks.sites.forceIn.map { NameMention(kind: .site, $0, path: ["sites", "force_in"]) }
      + blocks.sites.forceOut.map { NameMention(kind: .site, $0, path: ["sites", "force_out"]) }
      + blocks.existing.fleets.enumerated().map {
        NameMention(kind: .site, $1.site, path: ["existing", String($0 + 1), "site"])
      }
      + blocks.sites.overridden.map { NameMention(kind: .site, $0, path: ["sites", $0.text]) }
      + blocks.grid.headroom.map {
        NameMention(kind: .zone, $0.zone, path: ["grid", "zone_headroom_mw", $0.zone.text])
      }
  }
}
