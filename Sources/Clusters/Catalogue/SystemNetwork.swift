// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What connects a GPU to its neighbours and to the cluster.
package struct SystemNetwork: FieldSet, Equatable, Codable {
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
    nicsPerGPU: Quantity = .unstated, nicGbitPerS: Quantity = .unstated, nvlinkTBPerSPerGPU: Quantity? = nil,
    fabric: String
  ) {
    self.nicsPerGPU = nicsPerGPU
    self.nicGbitPerS = nicGbitPerS
    self.nvlinkTBPerSPerGPU = nvlinkTBPerSPerGPU
    self.fabric = fabric
  }

  package static let fields: [Field<SystemNetwork>] = [
    Field(
      "nics_per_gpu", \.nicsPerGPU, unit: "count", .from(0.01, to: 100), decisive: false,
      meaning: "Compute-fabric interfaces of one GPU."),
    Field(
      "nic_gbit_s", \.nicGbitPerS, unit: "Gbit/s", .from(1, to: 100_000), decisive: false,
      meaning: "Rate of one compute-fabric interface."),
    Field(
      "nvlink_tb_s_per_gpu", \.nvlinkTBPerSPerGPU, unit: "TB/s", .from(0.001, to: 1_000), decisive: false,
      meaning: "NVLink bandwidth of one GPU, both directions together."),
  ]
}
