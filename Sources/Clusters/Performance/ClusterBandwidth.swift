// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Bandwidth totals of a cluster: the published figures of its GPUs times their number. A figure that any
/// product does not publish is nil for the whole.
package struct ClusterBandwidth: Sendable, Equatable, Codable {
  /// NVLink of all GPUs, TB/s, both directions together.
  package let nvlinkTBPerS: Double?
  /// What all GPUs can inject into the compute fabric, Tbit/s in each direction.
  package let injectionTbitPerS: Double
  /// GPU memory, TB/s.
  package let memoryTBPerS: Double?

  /// The totals of a design.
  ///
  /// - Throws: `CatalogueError.unknownSKU` where the catalogue lacks a product of the design.
  package init(design: ClusterDesign, catalogue: HardwareCatalogue) throws {
    var nvlink: Double? = 0
    var injection = 0.0
    for share in design.shares {
      let sku = try catalogue.sku(share.skuID)
      let gpus = Double(share.gpus)
      injection += gpus * sku.network.nicsPerGPU.value * sku.network.nicGbitPerS.value / 1_000
      if let sum = nvlink, let each = sku.network.nvlinkTBPerSPerGPU {
        nvlink = sum + gpus * each.value
      } else {
        nvlink = nil
      }
    }
    nvlinkTBPerS = nvlink
    injectionTbitPerS = injection
    memoryTBPerS = design.performance.memoryBandwidthTBPerS
  }
}
