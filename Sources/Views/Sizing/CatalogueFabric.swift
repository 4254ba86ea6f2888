// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Quantities

/// The compute fabric of a product of the catalogue, with the maker's table.
enum CatalogueFabric {
  /// Lines below the figures of the product.
  static func text(_ sku: HardwareSKU) -> String {
    guard let fabric = sku.fabric else { return "  fabric: none stated\n" }
    var out = "  fabric.rule = \(fabric.rule.rawValue), fabric.switch = \(fabric.switchModel.rawValue)\n"
    if let note = fabric.note { out += "  fabric.note = \(TextWidth.safe(note))\n" }
    for row in fabric.published {
      let core = row.core > 0 ? ", core \(NumberText.grouped(row.core))" : ""
      out +=
        "  fabric of \(NumberText.grouped(row.units)) units: \(NumberText.grouped(row.systems)) systems, "
        + "\(NumberText.grouped(row.gpus)) GPUs, leaf \(NumberText.grouped(row.leaf)), "
        + "spine \(NumberText.grouped(row.spine))\(core) (\(row.basis.rawValue))  \(TextWidth.safe(row.source))\n"
      if let note = row.note { out += "    note: \(TextWidth.safe(note))\n" }
    }
    return out
  }

  /// As JSON.
  static func json(_ fabric: FabricDesign) -> JSONValue {
    [
      "rule": .string(fabric.rule.rawValue),
      "switch": .string(fabric.switchModel.rawValue),
      "switch_ports": .integer(fabric.switchModel.ports),
      "endpoints_per_gpu": .number(fabric.endpointsPerGPU.value),
      "rails": .optional(fabric.rails?.value),
      "note": .optional(fabric.note),
      "rows": .array(fabric.published.map(row)),
    ]
  }

  private static func row(_ row: PublishedFabricRow) -> JSONValue {
    [
      "units": .integer(row.units),
      "systems": .integer(row.systems),
      "gpus": .integer(row.gpus),
      "leaf": .integer(row.leaf),
      "spine": .integer(row.spine),
      "core": .integer(row.core),
      "system_to_leaf_cables": .optional(row.nodeLeafCables),
      "leaf_to_spine_cables": .optional(row.leafSpineCables),
      "spine_to_core_cables": .optional(row.spineCoreCables),
      "basis": .string(row.basis.rawValue),
      "source": .string(row.source),
      "note": .optional(row.note),
    ]
  }
}
