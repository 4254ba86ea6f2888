// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension NetworkAssumptions {
  /// Name of the set.
  package static let name = "network"

  /// Every figure under its key.
  package static let fields: [Field<NetworkAssumptions>] = [
    Field("qm9700_kw", \.qm9700KW, 0.1...5),
    Field("q3400_kw", \.q3400KW, 0.5...20),
    Field("sn5600_kw", \.sn5600KW, 0.1...5),
    Field("sn2201_kw", \.sn2201KW, 0.01...1),
    Field("twin_port_800g_w", \.twinPort800GW, 0...60),
    Field("nic_400g_w", \.nic400GW, 0...60),
    Field("nic_800g_w", \.nic800GW, 0...60),
    Field("node_leaf_copper_share", \.nodeLeafCopperShare, 0...1),
    Field("racks_within_50_m", \.racksWithin50m, 1...100_000, whole: true),
    Field("usable_rack_units", \.usableRackUnits, 1...100),
    Field("network_rack_kw", \.networkRackKW, 1...1_000),
    Field("storage_ports_per_rack_system", \.storagePortsPerRackSystem, 1...1_000, whole: true),
    Field("storage_ports_per_node", \.storagePortsPerNode, 1...100, whole: true),
    Field("node_side_blocking", \.nodeSideBlocking, 1...20),
    Field("storage_side_ports_per_gpu", \.storageSidePortsPerGPU, 0.001...10),
    Field("oob_switches_per_rack_system", \.oobSwitchesPerRackSystem, 1...20, whole: true),
    Field("oob_ports_per_rack_system", \.oobPortsPerRackSystem, 1...1_000, whole: true),
    Field("oob_ports_per_node", \.oobPortsPerNode, 1...100, whole: true),
    Field("management_nodes_base", \.managementNodesBase, 0...1_000, whole: true),
    Field("management_nodes_per_unit", \.managementNodesPerUnit, 0...100),
    Field("management_node_kw", \.managementNodeKW, 0.05...10),
    Field("management_node_u", \.managementNodeU, 0.1...20),
    Field("storage_tb_per_gpu", \.storageTBPerGPU, 0...10_000),
    Field("storage_read_gb_s_per_gpu", \.storageReadGBPerSPerGPU, 0...100),
    Field("storage_write_gb_s_per_gpu", \.storageWriteGBPerSPerGPU, 0...100),
    Field("appliance_tb", \.applianceTB, 1...100_000),
    Field("appliance_read_gb_s", \.applianceReadGBPerS, 0.1...10_000),
    Field("appliance_write_gb_s", \.applianceWriteGBPerS, 0.1...10_000),
    Field("appliance_kw", \.applianceKW, 0.05...100),
    Field("appliance_u", \.applianceU, 0.5...100),
    Field("qm9700_eur", \.qm9700EUR, 0...10_000_000),
    Field("q3400_eur", \.q3400EUR, 0...10_000_000),
    Field("sn5600_eur", \.sn5600EUR, 0...10_000_000),
    Field("sn2201_eur", \.sn2201EUR, 0...10_000_000),
    Field("twin_port_800g_eur", \.twinPort800GEUR, 0...1_000_000),
    Field("twin_port_1600g_eur", \.twinPort1600GEUR, 0...1_000_000),
    Field("nic_400g_eur", \.nic400GEUR, 0...1_000_000),
    Field("nic_800g_eur", \.nic800GEUR, 0...1_000_000),
    Field("copper_cable_eur", \.copperCableEUR, 0...1_000_000),
    Field("short_fibre_eur", \.shortFibreEUR, 0...1_000_000),
    Field("long_fibre_eur", \.longFibreEUR, 0...1_000_000),
    Field("appliance_eur", \.applianceEUR, 0...100_000_000),
    Field("management_node_eur", \.managementNodeEUR, 0...10_000_000),
  ]

  /// Racks that hold a height and a power: the greater of what either asks for.
  func racks(rackUnits: Int, kW: Double) -> Int {
    wholeNumber(max(Double(rackUnits) / usableRackUnits.value, kW / networkRackKW.value).rounded(.up))
  }
}
