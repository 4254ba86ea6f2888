// SPDX-License-Identifier: GPL-3.0-or-later

package import Figures

/// What connects a GPU to its neighbours and to the cluster.
package struct SystemNetwork: Sendable, Equatable, Codable {
  /// Compute-fabric network interfaces per GPU.
  package var nicsPerGPU: Figure
  /// Rate of one compute-fabric interface, Gbit/s.
  package var nicGbitPerS: Figure
  /// NVLink bandwidth of one GPU, TB/s, both directions together; nil if not published.
  package var nvlinkTBPerSPerGPU: Figure?
  /// The compute fabric of the reference architecture, in words, for example `InfiniBand NDR, QM9700`.
  package var fabric: String

  /// What connects a GPU to its neighbours and to the cluster.
  package init(
    nicsPerGPU: Figure, nicGbitPerS: Figure, nvlinkTBPerSPerGPU: Figure? = nil, fabric: String
  ) {
    self.nicsPerGPU = nicsPerGPU
    self.nicGbitPerS = nicGbitPerS
    self.nvlinkTBPerSPerGPU = nvlinkTBPerSPerGPU
    self.fabric = fabric
  }
}
