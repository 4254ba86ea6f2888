// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension SupportNetworks {
  /// What networks, storage and management need, for the bill of materials.
  package var items: [BillItem] {
    var items: [BillItem] = []
    func add(
      _ line: LedgerLine, _ item: String, _ model: String, _ quantity: Int, _ unit: String, _ basis: Basis,
      _ source: String, _ price: Double?
    ) {
      guard quantity > 0 else { return }
      items.append(
        BillItem(
          line: line, item: item, model: model, quantity: Double(quantity), unit: unit, basis: basis,
          source: source, unitPriceEUR: price))
    }
    let ports =
      "assumed ports of systems, storage and servers, in leaves and spines of 128 ports of 400 Gbit/s"
    add(
      .network, "leaf switch, storage and in-band", "SN5600", ethernet.switches.leaf, "switch", .estimated,
      ports,
      prices.sn5600EUR)
    add(
      .network, "spine switch, storage and in-band", "SN5600", ethernet.switches.spine, "switch", .estimated,
      ports,
      prices.sn5600EUR)
    add(
      .network, "core switch, storage and in-band", "SN5600", ethernet.switches.core, "switch", .estimated,
      ports,
      prices.sn5600EUR)
    add(
      .network, "twin-port module, storage and in-band", "2 x 400 Gbit/s", ethernet.twinPortModules, "module",
      .estimated, ports, prices.twinPortModuleEUR)
    add(
      .network, "fibre cable, storage and in-band", "", ethernet.cables, "cable", .estimated, ports,
      prices.fibreEUR)
    add(
      .network, "out-of-band switch, in the systems' racks", "SN2201", outOfBand.switchesInSystems, "switch",
      outOfBand.inSystemsBasis, outOfBand.inSystemsSource,
      prices.sn2201EUR)
    add(
      .network, "out-of-band switch", "SN2201", outOfBand.switchesOutsideSystems, "switch", .estimated,
      "48 ports a switch, assumed ports of nodes, servers, storage and switches", prices.sn2201EUR)
    add(
      .storage, "storage appliance", "", storage.appliances, "appliance", .estimated,
      "assumed capacity and throughput per GPU; the \(storage.limit.rawValue) decides", prices.applianceEUR)
    add(
      .storage, "management server", "", managementNodes, "server", .estimated,
      "assumed servers per cluster and per unit", prices.managementNodeEUR)
    return items
  }
}
