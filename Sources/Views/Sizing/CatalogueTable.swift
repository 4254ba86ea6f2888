// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Documents
import Quantities
import Results

/// The hardware catalogue as text and as JSON, every figure with its basis and source.
package enum CatalogueTable {
  /// The catalogue as text: a table of products, then every figure of each.
  package static func text(_ catalogue: HardwareCatalogue) -> String {
    let rows = catalogue.skus.map { sku in
      [
        sku.id, sku.name, sku.status.rawValue, NumberText.grouped(sku.system.gpus.value, decimals: 0),
        NumberText.grouped(sku.power.provisioningKW.value, decimals: 1),
        NumberText.grouped(sku.scalableUnit.gpus.value, decimals: 0),
        NumberText.grouped(sku.price.mid.value, decimals: 0),
      ]
    }
    var out = TextTable(
      headers: ["sku", "name", "status", "GPUs a system", "kW a system", "GPUs a unit", "USD a system"],
      rows: rows
    ).text()
    for sku in catalogue.skus {
      out += "\n\(sku.id)\n" + sku.named().map(text).joined() + CatalogueFabric.text(sku)
    }
    return out
  }

  /// The figures behind sizes and designs as text, under the keys that replace them.
  package static func text(_ sizing: SizingAssumptions, _ design: DesignAssumptions) -> String {
    "\nassumptions\n" + sizing.stated.map(text).joined() + "\ndesign\n" + design.named.map(text).joined()
  }

  private static func text(_ named: NamedQuantity) -> String {
    let value = NumberText.shortest(named.figure.value) ?? ""
    let unit = named.figure.unit.isEmpty ? "" : " \(named.figure.unit)"
    let meaning = named.meaning.isEmpty ? "" : "    \(named.meaning)\n"
    return "  \(named.name) = \(value)\(unit) (\(named.figure.basis.rawValue))  \(named.figure.source)\n"
      + meaning
  }

  /// The catalogue as JSON.
  package static func json(_ catalogue: HardwareCatalogue) -> JSONValue {
    .array(
      catalogue.skus.map { sku in
        [
          "sku": .string(sku.id),
          "name": .string(sku.name),
          "status": .string(sku.status.rawValue),
          "also_known_as": .array(sku.alsoKnownAs.map { .string($0) }),
          "figures": .array(sku.named().map(PlanFile.namedFigure)),
          "fabric": sku.fabric.map(CatalogueFabric.json) ?? .null,
        ]
      })
  }
}
