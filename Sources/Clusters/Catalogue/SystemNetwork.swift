// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What connects a GPU to its neighbours and to the cluster.
package struct SystemNetwork: Sendable, Equatable, Codable {
  /// Compute-fabric network interfaces per GPU.
  package var nicsPerGPU: Quantity
  /// Rate of one compute-fabric interface, Gbit/s.
  package var nicGbitPerS: Quantity
  /// NVLink bandwidth of one GPU, TB/s, both directions together; nil if not published.
  package var nvlinkTBPerSPerGPU: Quantity?
  /// The compute fabric of the reference architecture, in words, for example `InfiniBand NDR, QM9700`.
  package var fabric: String

  /// What connects a GPU to its neighbours and to the cluster.
  package init(
    nicsPerGPU: Quantity, nicGbitPerS: Quantity, nvlinkTBPerSPerGPU: Quantity? = nil, fabric: String
  ) {
    self.nicsPerGPU = nicsPerGPU
    self.nicGbitPerS = nicGbitPerS
    self.nvlinkTBPerSPerGPU = nvlinkTBPerSPerGPU
    self.fabric = fabric
  }
}
