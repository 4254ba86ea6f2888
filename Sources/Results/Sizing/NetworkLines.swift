// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Systems on one compute fabric; the numbers inside are those of one pod.
extension ClusterPod {
  var lines: [SpecificationLine] {
    [
      .count("count", count),
      .count("systems", systems),
      .number("support_kw_of_all", supportKW),
      .count("support_racks_of_all", supportRacks),
      .group("fabric", fabric?.lines, "Compute fabric"),
      .group(
        "networks", networks.lines,
        "Storage and other networks (mostly assumptions: no maker publishes these counts)"),
    ]
  }
}

extension ComputeFabric {
  fileprivate var lines: [SpecificationLine] {
    [
      .text("sku", skuID, "product"),
      .count("systems", systems, "systems on one fabric").adding,
      .count("gpus", gpus, "GPUs on one fabric").adding,
      .count("scalable_units", units, "scalable units begun").adding,
      .count("endpoints", endpoints).adding,
      .text("rule", rule.rawValue, "rule"),
      .text("switch", switchModel.rawValue, "switch of the compute fabric", .summary),
      .count("switch_ports", switchModel.ports, "ports of a switch"),
      .count("tiers", tiers, "tiers of the compute fabric", "", .summary, basis: basis),
      .sentence("origin", origin.sentence, "counts"),
      .text("basis", basis.rawValue),
      .text("source", source),
      .group(
        "switches",
        switches.lines(
          .count("total", switches.total, "switches of the compute fabric", "", .summary, basis: basis))),
      .group(
        "cables",
        [
          .count("system_to_leaf", cables.nodeLeaf, "cables from systems to leaves").adding,
          .count("leaf_to_spine", cables.leafSpine, "cables from leaves to spines").adding,
          .count("spine_to_core", cables.spineCore, "cables from spines to cores").adding,
          .count("total", cables.total, "cables of the compute fabric", "", .summary, basis: basis).adding,
        ]),
      .group(
        "cables_by_length",
        [
          .count("up_to_3_m", lengths.upTo3m, "copper, up to 3 m", "cables", basis: .estimated).adding,
          .count("up_to_50_m", lengths.upTo50m, "fibre, up to 50 m", "cables", basis: .estimated).adding,
          .count(
            "up_to_500_m", lengths.upTo500m, "single-mode fibre, up to 500 m", "cables", basis: .estimated
          ).adding,
          .count("optical", lengths.optical).adding,
        ]),
      .group(
        "modules",
        [
          .count("network_card", optics.nicModules, "modules in network cards").adding,
          .count("switch_twin_port", optics.twinPortModules, "twin-port modules in switches").adding,
        ]),
      .group(
        "power",
        [
          .number("switches_kw", power.switchesKW, 0, "power of the switches", "kW", basis: power.basis)
            .adding,
          .number("switch_modules_kw", power.switchModulesKW, 0, "power of modules in switches", "kW").adding,
          .number(
            "total_kw", power.totalKW, 0, "power of switches with their modules", "kW", basis: power.basis
          )
          .adding,
          .number(
            "network_card_modules_kw", power.nicModulesKW, 0,
            "network-card modules: power, in the systems",
            "kW"
          ).adding,
          .text("basis", power.basis.rawValue),
        ]),
      .count("rack_units", rackUnits).adding,
      .count("racks", racks, "racks of switches").adding,
    ]
  }
}

extension FabricSwitches {
  /// Leaves, spines and cores of a network, and all of them under a name.
  fileprivate func lines(_ total: SpecificationLine) -> [SpecificationLine] {
    [
      .count("leaf", leaf, "leaf switches").adding,
      .count("spine", spine, "spine switches").adding,
      .count("core", core, "core switches").adding,
      total.adding,
    ]
  }
}

extension SupportNetworks {
  fileprivate var lines: [SpecificationLine] {
    [
      .text("sku", skuID),
      .count("gpus", gpus),
      .group(
        "ethernet",
        [
          .count("system_ports", ethernet.systemPorts),
          .count("storage_ports", ethernet.storagePorts),
          .count("other_ports", ethernet.otherPorts),
          .count("system_leaf_switches", ethernet.systemLeaf),
          .count("storage_leaf_switches", ethernet.storageLeaf),
          .group(
            "switches",
            ethernet.switches.lines(
              .count("total", ethernet.switches.total, "Ethernet switches, SN5600"))),
          .count("cables", ethernet.cables, "Ethernet: cables").adding,
          .count("twin_port_modules", ethernet.twinPortModules, "Ethernet: twin-port modules").adding,
          .number("power_kw", ethernet.powerKW, 0, "Ethernet: power", "kW").adding,
        ]),
      .group(
        "out_of_band",
        [
          .count("ports", outOfBand.ports),
          .count(
            "switches_in_systems", outOfBand.switchesInSystems, "out-of-band switches in racks of systems"
          )
          .adding,
          .text("switches_in_systems_basis", outOfBand.inSystemsBasis.rawValue),
          .text("switches_in_systems_source", outOfBand.inSystemsSource),
          .count("switches_outside_systems", outOfBand.switchesOutsideSystems),
          .count("switches", outOfBand.switches, "out-of-band switches, SN2201").adding,
          .number("power_kw", outOfBand.powerKW, 0, "out-of-band switches: power", "kW").adding,
        ]),
      .group(
        "storage",
        [
          .number("capacity_pb", storage.capacityPB, 1, "usable storage", "PB", .summary).adding,
          .number("read_gb_per_s", storage.readGBPerS, 0, "reading", "GB/s").adding,
          .number("write_gb_per_s", storage.writeGBPerS, 0, "writing", "GB/s").adding,
          .count("appliances", storage.appliances, "storage appliances").adding,
          .text("set_by", storage.limit.rawValue, "their number is set by"),
          .number("power_kw", storage.powerKW, 0, "storage: power", "kW").adding,
        ]),
      .count("management_servers", managementNodes, "management servers").adding,
      .number("management_kw", managementKW, 0, "management servers: power", "kW").adding,
      .count("rack_units", rackUnits),
      .count("racks", racks, "racks of network and storage").adding,
      .number("power_kw", powerKW, 0, "storage and other networks: power", "kW").adding,
    ]
  }
}
