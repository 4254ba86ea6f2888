// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

extension HardwareFile {
  /// The `[fabric]` of a product; nil when there is none, or when a field that it needs is missing.
  static func fabric(_ table: ConfigTable) -> FabricDesign? {
    guard table.isPresent else { return nil }
    let rule = table.choice("rule", FabricRule.self, .required)
    let model = table.choice("switch_model", SwitchModel.self, .required)
    var fabric = FabricDesign(rule: rule ?? .railAligned, switchModel: model ?? .qm9700)
    let isComplete = table.readSourced(FabricDesign.fields, into: &fabric)
    fabric.note = table.text("note")
    fabric.published = table.tables("published").compactMap { row($0) }
    return isComplete && rule != nil && model != nil ? fabric : nil
  }

  /// One row of the maker's table.
  private static func row(_ table: ConfigTable) -> PublishedFabricRow? {
    let counts = NumberRange.from(1, to: Double(SizingError.maximumGPUs))
    let cables = NumberRange.from(0, to: Double(SizingError.maximumGPUs) * 16)
    let units = table.integer("units", counts, .required)
    let systems = table.integer("systems", counts, .required)
    let gpus = table.integer("gpus", counts, .required)
    let leaf = table.integer("leaf", counts, .required)
    let spine = table.integer("spine", counts, .required)
    let core = table.integer("core", cables)
    let nodeLeaf = table.integer("node_leaf_cables", cables)
    let leafSpine = table.integer("leaf_spine_cables", cables)
    let spineCore = table.integer("spine_core_cables", cables)
    let basis = table.choice("basis", Basis.self, .required)
    let source = table.text("source", .required, example: "\"https://...\"")
    let note = table.text("note")
    guard let units, let systems, let gpus, let leaf, let spine else { return nil }
    // A missing basis or source is in the log already; the other checks go on with what is there.
    return PublishedFabricRow(
      units: units, systems: systems, gpus: gpus, leaf: leaf, spine: spine, core: core ?? 0,
      nodeLeafCables: nodeLeaf, leafSpineCables: leafSpine, spineCoreCables: spineCore,
      basis: basis ?? .estimated, source: source ?? ConfigTable.plannersSource, note: note)
  }
}
