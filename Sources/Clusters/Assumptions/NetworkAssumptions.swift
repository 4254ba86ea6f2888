// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the networks and the storage of a cluster need beside the published tables. Each figure may be
/// replaced.
/// What each figure is, and where it is from, stands in `Defaults/network.toml`.
package struct NetworkAssumptions: AssumptionSet {
  package var qm9700KW = Quantity.unread
  package var q3400KW = Quantity.unread
  package var sn5600KW = Quantity.unread
  package var sn2201KW = Quantity.unread
  package var twinPort800GW = Quantity.unread
  package var nic400GW = Quantity.unread
  package var nic800GW = Quantity.unread
  package var nodeLeafCopperShare = Quantity.unread
  package var racksWithin50m = Quantity.unread
  package var usableRackUnits = Quantity.unread
  package var networkRackKW = Quantity.unread
  package var storagePortsPerRackSystem = Quantity.unread
  package var storagePortsPerNode = Quantity.unread
  package var nodeSideBlocking = Quantity.unread
  package var storageSidePortsPerGPU = Quantity.unread
  package var oobSwitchesPerRackSystem = Quantity.unread
  package var oobPortsPerRackSystem = Quantity.unread
  package var oobPortsPerNode = Quantity.unread
  package var managementNodesBase = Quantity.unread
  package var managementNodesPerUnit = Quantity.unread
  package var managementNodeKW = Quantity.unread
  package var managementNodeU = Quantity.unread
  package var storageTBPerGPU = Quantity.unread
  package var storageReadGBPerSPerGPU = Quantity.unread
  package var storageWriteGBPerSPerGPU = Quantity.unread
  package var applianceTB = Quantity.unread
  package var applianceReadGBPerS = Quantity.unread
  package var applianceWriteGBPerS = Quantity.unread
  package var applianceKW = Quantity.unread
  package var applianceU = Quantity.unread
  package var qm9700EUR = Quantity.unread
  package var q3400EUR = Quantity.unread
  package var sn5600EUR = Quantity.unread
  package var sn2201EUR = Quantity.unread
  package var twinPort800GEUR = Quantity.unread
  package var twinPort1600GEUR = Quantity.unread
  package var nic400GEUR = Quantity.unread
  package var nic800GEUR = Quantity.unread
  package var copperCableEUR = Quantity.unread
  package var shortFibreEUR = Quantity.unread
  package var longFibreEUR = Quantity.unread
  package var applianceEUR = Quantity.unread
  package var managementNodeEUR = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<NetworkAssumptions>(
    "network", PackageResources.network_toml,
    [
      "qm9700_kw": \.qm9700KW,
      "q3400_kw": \.q3400KW,
      "sn5600_kw": \.sn5600KW,
      "sn2201_kw": \.sn2201KW,
      "twin_port_800g_w": \.twinPort800GW,
      "nic_400g_w": \.nic400GW,
      "nic_800g_w": \.nic800GW,
      "node_leaf_copper_share": \.nodeLeafCopperShare,
      "racks_within_50_m": \.racksWithin50m,
      "usable_rack_units": \.usableRackUnits,
      "network_rack_kw": \.networkRackKW,
      "storage_ports_per_rack_system": \.storagePortsPerRackSystem,
      "storage_ports_per_node": \.storagePortsPerNode,
      "node_side_blocking": \.nodeSideBlocking,
      "storage_side_ports_per_gpu": \.storageSidePortsPerGPU,
      "oob_switches_per_rack_system": \.oobSwitchesPerRackSystem,
      "oob_ports_per_rack_system": \.oobPortsPerRackSystem,
      "oob_ports_per_node": \.oobPortsPerNode,
      "management_nodes_base": \.managementNodesBase,
      "management_nodes_per_unit": \.managementNodesPerUnit,
      "management_node_kw": \.managementNodeKW,
      "management_node_u": \.managementNodeU,
      "storage_tb_per_gpu": \.storageTBPerGPU,
      "storage_read_gb_s_per_gpu": \.storageReadGBPerSPerGPU,
      "storage_write_gb_s_per_gpu": \.storageWriteGBPerSPerGPU,
      "appliance_tb": \.applianceTB,
      "appliance_read_gb_s": \.applianceReadGBPerS,
      "appliance_write_gb_s": \.applianceWriteGBPerS,
      "appliance_kw": \.applianceKW,
      "appliance_u": \.applianceU,
      "qm9700_eur": \.qm9700EUR,
      "q3400_eur": \.q3400EUR,
      "sn5600_eur": \.sn5600EUR,
      "sn2201_eur": \.sn2201EUR,
      "twin_port_800g_eur": \.twinPort800GEUR,
      "twin_port_1600g_eur": \.twinPort1600GEUR,
      "nic_400g_eur": \.nic400GEUR,
      "nic_800g_eur": \.nic800GEUR,
      "copper_cable_eur": \.copperCableEUR,
      "short_fibre_eur": \.shortFibreEUR,
      "long_fibre_eur": \.longFibreEUR,
      "appliance_eur": \.applianceEUR,
      "management_node_eur": \.managementNodeEUR,
    ])

  /// Racks that hold a height and a power: the greater of what either asks for.
  func racks(rackUnits: Int, kW: Double) -> Int {
    wholeNumber(max(Double(rackUnits) / usableRackUnits.value, kW / networkRackKW.value).rounded(.up))
  }
}
