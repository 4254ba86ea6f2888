// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Quantities

extension SpecificationDocument {
  /// Systems on one compute fabric; the numbers inside are those of one pod.
  static func pod(_ pod: ClusterPod) -> JSONValue {
    [
      "count": .integer(pod.count),
      "systems": .integer(pod.systems),
      "support_kw_of_all": .number(pod.supportKW),
      "support_racks_of_all": .integer(pod.supportRacks),
      "fabric": pod.fabric.map(fabric) ?? .null,
      "networks": networks(pod.networks),
    ]
  }

  private static func fabric(_ fabric: ComputeFabric) -> JSONValue {
    [
      "sku": .string(fabric.skuID),
      "systems": .integer(fabric.systems),
      "gpus": .integer(fabric.gpus),
      "scalable_units": .integer(fabric.units),
      "endpoints": .integer(fabric.endpoints),
      "rule": .string(fabric.rule.rawValue),
      "switch": .string(fabric.switchModel.rawValue),
      "switch_ports": .integer(fabric.switchModel.ports),
      "tiers": .integer(fabric.tiers),
      "origin": .string(fabric.origin.sentence),
      "basis": .string(fabric.basis.rawValue),
      "source": .string(fabric.source),
      "switches": switches(fabric.switches),
      "cables": [
        "system_to_leaf": .integer(fabric.cables.nodeLeaf),
        "leaf_to_spine": .integer(fabric.cables.leafSpine),
        "spine_to_core": .integer(fabric.cables.spineCore),
        "total": .integer(fabric.cables.total),
      ],
      "cables_by_length": [
        "up_to_3_m": .integer(fabric.lengths.upTo3m),
        "up_to_50_m": .integer(fabric.lengths.upTo50m),
        "up_to_500_m": .integer(fabric.lengths.upTo500m),
        "optical": .integer(fabric.lengths.optical),
      ],
      "modules": [
        "network_card": .integer(fabric.optics.nicModules),
        "switch_twin_port": .integer(fabric.optics.twinPortModules),
      ],
      "power": [
        "switches_kw": .number(fabric.power.switchesKW),
        "switch_modules_kw": .number(fabric.power.switchModulesKW),
        "total_kw": .number(fabric.power.totalKW),
        "network_card_modules_kw": .number(fabric.power.nicModulesKW),
        "basis": .string(fabric.power.basis.rawValue),
      ],
      "rack_units": .integer(fabric.rackUnits),
      "racks": .integer(fabric.racks),
    ]
  }

  private static func switches(_ switches: FabricSwitches) -> JSONValue {
    [
      "leaf": .integer(switches.leaf), "spine": .integer(switches.spine), "core": .integer(switches.core),
      "total": .integer(switches.total),
    ]
  }

  private static func networks(_ networks: SupportNetworks) -> JSONValue {
    [
      "sku": .string(networks.skuID),
      "gpus": .integer(networks.gpus),
      "ethernet": [
        "system_ports": .integer(networks.ethernet.systemPorts),
        "storage_ports": .integer(networks.ethernet.storagePorts),
        "other_ports": .integer(networks.ethernet.otherPorts),
        "system_leaf_switches": .integer(networks.ethernet.systemLeaf),
        "storage_leaf_switches": .integer(networks.ethernet.storageLeaf),
        "switches": switches(networks.ethernet.switches),
        "cables": .integer(networks.ethernet.cables),
        "twin_port_modules": .integer(networks.ethernet.twinPortModules),
        "power_kw": .number(networks.ethernet.powerKW),
      ],
      "out_of_band": [
        "ports": .integer(networks.outOfBand.ports),
        "switches_in_systems": .integer(networks.outOfBand.switchesInSystems),
        "switches_in_systems_basis": .string(networks.outOfBand.inSystemsBasis.rawValue),
        "switches_in_systems_source": .string(networks.outOfBand.inSystemsSource),
        "switches_outside_systems": .integer(networks.outOfBand.switchesOutsideSystems),
        "switches": .integer(networks.outOfBand.switches),
        "power_kw": .number(networks.outOfBand.powerKW),
      ],
      "storage": [
        "capacity_pb": .number(networks.storage.capacityPB),
        "read_gb_per_s": .number(networks.storage.readGBPerS),
        "write_gb_per_s": .number(networks.storage.writeGBPerS),
        "appliances": .integer(networks.storage.appliances),
        "set_by": .string(networks.storage.limit.rawValue),
        "power_kw": .number(networks.storage.powerKW),
      ],
      "management_servers": .integer(networks.managementNodes),
      "management_kw": .number(networks.managementKW),
      "rack_units": .integer(networks.rackUnits),
      "racks": .integer(networks.racks),
      "power_kw": .number(networks.powerKW),
    ]
  }
}
