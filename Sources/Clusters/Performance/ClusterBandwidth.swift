// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// Bandwidth totals of a cluster: the published figures of its GPUs times their number. A figure that any
/// product does not publish is nil for the whole.
public struct ClusterBandwidth: Sendable, Equatable, Codable {
  /// NVLink of all GPUs, TB/s, both directions together.
  public let nvlinkTBPerS: Double?
  /// What all GPUs can inject into the compute fabric, Tbit/s in each direction.
  public let injectionTbitPerS: Double
  /// GPU memory, TB/s.
  public let memoryTBPerS: Double?

  /// The totals of a design.
  ///
  /// - Throws: `CatalogueError.unknownSKU` where the catalogue lacks a product of the design.
  public init(design: ClusterDesign, catalogue: HardwareCatalogue) throws {
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
