// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct SupportNetworksTests {
  @Test func `every default is sound`() {
    #expect(NetworkAssumptions().findings() == [])
    let names = NetworkAssumptions().named(in: NetworkAssumptions.name).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.hasPrefix("network.") })
    var bad = NetworkAssumptions()
    bad.qm9700KW.value = .nan
    #expect(bad.findings().map(\.keyPath) == ["qm9700_kw"])
  }

  @Test func `every figure has a key`() {
    let figures = Mirror(reflecting: NetworkAssumptions()).children.count { $0.value is Quantity }
    #expect(NetworkAssumptions.fields.count == figures)
  }

  /// Eight GB300 racks worked by hand.
  @Test func `one unit of GB300`() throws {
    let fabric = try #require(try ComputeFabric(Fixture.gb300, systems: 8))
    let networks = try SupportNetworks(Fixture.gb300, systems: 8, fabric: fabric, budgetKW: 64)
    // 5 and one a unit.
    #expect(networks.managementNodes == 6)
    // 576 x 16 TB in appliances of 1,000; 125 GB/s and 62 GB/s need two.
    #expect(networks.storage.capacityPB == 9.216)
    #expect(networks.storage.appliances == 10)
    #expect(networks.storage.limit == .capacity)
    #expect(close(networks.storage.readGBPerS, 125))
    #expect(close(networks.storage.writeGBPerS, 62))
    // 36 ports a rack; 16 x 800G are 32 ports of 400G; 12 of servers, 4 of out-of-band switches, 2 of the
    // edge.
    #expect(networks.ethernet.systemPorts == 288)
    #expect(networks.ethernet.storagePorts == 32)
    #expect(networks.ethernet.otherPorts == 18)
    // 80 ports down and 48 up: four leaves; 50 ports on one leaf of 64, and a second for safety.
    #expect(networks.ethernet.systemLeaf == 4)
    #expect(networks.ethernet.storageLeaf == 2)
    // 4 x 48 + 2 x 64 = 320 uplinks on spines of 128.
    #expect(networks.ethernet.switches == FabricSwitches(leaf: 6, spine: 3, core: 0))
    #expect(networks.ethernet.cables == 288 + 32 + 18 + 320)
    // Two SN2201 a rack; 6 servers, 10 appliances, 9 Ethernet and 12 compute switches on one more.
    #expect(networks.outOfBand.switchesInSystems == 16)
    #expect(networks.outOfBand.switchesOutsideSystems == 1)
    #expect(networks.outOfBand.ports == 8 * 45 + 37)
    // 9 x 1.7 + 489 x 0.017, 17 x 0.1, 6 x 0.8, 10 x 2.2
    #expect(networks.ethernet.twinPortModules == 489)
    #expect(close(networks.powerKW, 15.3 + 8.313 + 1.7 + 4.8 + 22))
    // With twelve Q3400 that is more than the 64 kW that 1.2 MW leaves beside 8 x 142 kW.
    #expect(networks.notes.contains { if case .aboveBudget = $0 { true } else { false } })
    // 6 U of servers, 20 of storage, 18 of Ethernet switches, one out-of-band switch.
    #expect(networks.rackUnits == 45)
  }

  @Test("storage is sized per GPU, whatever the unit", arguments: FabricFixture.skus)
  func perGPU(_ sku: HardwareSKU) throws {
    for systems in [1, 7, 64, 500] {
      let networks = try SupportNetworks(sku, systems: systems)
      let gpus = Double(systems) * sku.system.gpus.value
      #expect(close(networks.storage.capacityPB * 1_000, gpus * 16))
      #expect(close(networks.storage.readGBPerS, gpus * 125 / 576))
      #expect(networks.gpus == Int(gpus))
    }
  }

  @Test("more systems never need less", arguments: FabricFixture.skus)
  func monotone(_ sku: HardwareSKU) throws {
    var last = try SupportNetworks(sku, systems: 1)
    for systems in stride(from: 2, through: 6_000, by: 37) {
      let next = try SupportNetworks(sku, systems: systems)
      #expect(next.ethernet.switches.total >= last.ethernet.switches.total)
      #expect(next.outOfBand.switches >= last.outOfBand.switches)
      #expect(next.storage.appliances >= last.storage.appliances)
      #expect(next.managementNodes >= last.managementNodes)
      #expect(next.powerKW >= last.powerKW)
      #expect(next.racks >= last.racks)
      last = next
    }
  }

  @Test("Ethernet ports suffice", arguments: FabricFixture.skus)
  func ports(_ sku: HardwareSKU) throws {
    for systems in [1, 8, 100, 1_000, 5_000, 30_000] {
      let network = try SupportNetworks(sku, systems: systems).ethernet
      #expect(network.systemLeaf + network.storageLeaf == network.switches.leaf)
      // 5:3 on one side, as many up as down on the other.
      #expect(network.systemPorts <= network.systemLeaf * 80)
      #expect(network.storagePorts + network.otherPorts <= network.storageLeaf * 64)
      let up = network.systemLeaf * 48 + network.storageLeaf * 64
      if network.switches.core == 0 {
        #expect(up <= network.switches.spine * 128)
        #expect(network.switches.leaf <= 128)
      } else {
        #expect(up <= network.switches.spine * 64)
        #expect(network.switches.spine * 64 <= network.switches.core * 128)
      }
    }
  }

  @Test func `a throughput can decide the storage`() throws {
    var assumptions = NetworkAssumptions()
    assumptions.storageTBPerGPU.value = 0.1
    let networks = try SupportNetworks(Fixture.gb300, systems: 64, assumptions: assumptions)
    // 4,608 GPUs: 1,000 GB/s over 80 against 496 over 40.
    #expect(networks.storage.limit == .reading)
    #expect(networks.storage.appliances == 13)
  }

  @Test func `items pay for network and storage only`() throws {
    for sku in FabricFixture.skus {
      let networks = try SupportNetworks(sku, systems: 100)
      #expect(networks.items.allSatisfy { $0.quantity > 0 && ($0.line == .network || $0.line == .storage) })
      let switches = networks.items.filter { $0.unit == "switch" }.reduce(0) { $0 + $1.quantity }
      #expect(switches == Double(networks.ethernet.switches.total + networks.outOfBand.switches))
      // Nothing but the switches in the racks is published.
      #expect(networks.items.filter { $0.basis == .published }.allSatisfy { $0.model == "SN2201" })
    }
  }

  @Test("a budget that is no number is refused", arguments: [.nan, .infinity] as [Double])
  func budget(_ value: Double) {
    #expect(throws: SizingError.notFinite("power for networks in kW")) {
      try SupportNetworks(Fixture.gb300, systems: 8, budgetKW: value)
    }
  }

  @Test("assumptions that are none do not crash", arguments: [.nan, .infinity, -1, 0, 1e300] as [Double])
  func badAssumptions(_ value: Double) throws {
    for field in NetworkAssumptions.fields {
      var assumptions = NetworkAssumptions()
      var figure = try #require(field.figure(of: assumptions))
      figure.value = value
      field.set(figure, in: &assumptions)
      let fabric = try ComputeFabric(Fixture.b200, systems: 100, assumptions: assumptions)
      _ = try SupportNetworks(Fixture.b200, systems: 100, fabric: fabric, assumptions: assumptions).items
      _ = fabric?.items
    }
  }
}
