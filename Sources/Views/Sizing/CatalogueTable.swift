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
      out += "\n\(sku.id)\n"
      for named in figures(of: sku) {
        let value = NumberText.shortest(named.figure.value) ?? ""
        let unit = named.figure.unit.isEmpty ? "" : " \(named.figure.unit)"
        out += "  \(named.name) = \(value)\(unit) (\(named.figure.basis.rawValue))  \(named.figure.source)\n"
      }
      out += CatalogueFabric.text(sku)
    }
    return out
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
          "figures": .array(figures(of: sku).map(PlanDocument.namedFigure)),
          "fabric": sku.fabric.map(CatalogueFabric.json) ?? .null,
        ]
      })
  }

  /// Every figure of a product under the key that holds it in its file.
  private static func figures(of sku: HardwareSKU) -> [NamedQuantity] {
    let all: [(String, Quantity?)] = [
      ("system.gpus", sku.system.gpus), ("system.cpus", sku.system.cpus),
      ("system.systems_per_rack", sku.system.systemsPerRack), ("system.weight_kg", sku.system.weightKg),
      ("scalable_unit.systems", sku.scalableUnit.systems), ("scalable_unit.racks", sku.scalableUnit.racks),
      ("scalable_unit.gpus", sku.scalableUnit.gpus), ("scalable_unit.power_mw", sku.scalableUnit.powerMW),
      ("power.typical_kw", sku.power.typicalKW), ("power.provisioning_kw", sku.power.provisioningKW),
      ("power.peak_kw", sku.power.peakKW), ("power.gpu_tdp_w", sku.power.gpuTDPW),
      ("cooling.liquid_share", sku.cooling.liquidShare),
      ("memory.usable_gb_per_gpu", sku.memory.usableGB),
      ("memory.marketed_gb_per_gpu", sku.memory.marketedGB),
      ("memory.bandwidth_tb_s_per_gpu", sku.memory.bandwidthTBPerS),
      ("performance_pflops_per_gpu.fp4_dense", sku.performance.fp4Dense),
      ("performance_pflops_per_gpu.fp4_sparse", sku.performance.fp4Sparse),
      ("performance_pflops_per_gpu.fp8_dense", sku.performance.fp8Dense),
      ("performance_pflops_per_gpu.fp8_sparse", sku.performance.fp8Sparse),
      ("performance_pflops_per_gpu.bf16_dense", sku.performance.bf16Dense),
      ("performance_pflops_per_gpu.bf16_sparse", sku.performance.bf16Sparse),
      ("performance_pflops_per_gpu.fp64_tflops", sku.performance.fp64TFLOPS),
      ("network.nics_per_gpu", sku.network.nicsPerGPU), ("network.nic_gbit_s", sku.network.nicGbitPerS),
      ("network.nvlink_tb_s_per_gpu", sku.network.nvlinkTBPerSPerGPU),
      ("fabric.endpoints_per_gpu", sku.fabric?.endpointsPerGPU), ("fabric.rails", sku.fabric?.rails),
      ("price_usd.low", sku.price.low), ("price_usd.mid", sku.price.mid), ("price_usd.high", sku.price.high),
    ]
    return all.compactMap { name, figure in figure.map { NamedQuantity(name: name, figure: $0) } }
  }
}
