// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct ComputeFabricTests {
  @Test(
    "two and three tiers end where their switches have no port left",
    arguments: [
      // k*k/2 and k*k*k/4 endpoints; the rail-aligned rule has one unit without a core, and 64 core ports for
      // units.
      ("gb300-nvl72", 144, 10_368), ("dgx-b300", 1_296, 93_312), ("dgx-b200", 256, 8_192),
      ("dgx-b300-spectrum", 1_024, 65_536), ("gb200-nvl72", 8, 512),
    ])
  func limits(_ id: String, _ two: Int, _ three: Int) throws {
    let sku = try #require(FabricFixture.skus.first { $0.id == id })
    #expect(sku.maximumSystems(tiers: 1) == 0)
    #expect(sku.maximumSystems(tiers: 2) == two)
    #expect(sku.maximumSystems(tiers: 3) == three)
    #expect(sku.maximumSystems(tiers: 9) == three)
    #expect(try ComputeFabric(sku, systems: two)?.tiers == 2)
    #expect(try ComputeFabric(sku, systems: two + 1)?.tiers == 3)
    #expect(try ComputeFabric(sku, systems: three)?.tiers == 3)
    let model = try #require(sku.fabric).switchModel
    #expect(
      throws: SizingError.networkTier(
        skuID: id, systems: three + 1, limit: three, tiers: 3, model: model.rawValue)
    ) { try ComputeFabric(sku, systems: three + 1) }
  }

  private func switches(_ sku: HardwareSKU, units: Int) throws -> Int {
    let systems = units * Int(sku.scalableUnit.systems.value)
    return try #require(try ComputeFabric(sku, systems: systems)).switches.total
  }

  @Test func `three tiers follow the fat tree`() throws {
    // 250 racks of GB300 are 18,000 GPUs: 32 units begun, 18,432 ports; 256 leaf and spine switches with 72
    // ports down, and 18,432 / 144 = 128 core switches.
    let fabric = try #require(try ComputeFabric(Fixture.gb300, systems: 250))
    #expect(fabric.switches == FabricSwitches(leaf: 256, spine: 256, core: 128))
    #expect(fabric.cables == FabricCables(nodeLeaf: 18_000, leafSpine: 18_432, spineCore: 18_432))
    #expect(fabric.origin == .beyondRows)
    #expect(fabric.notes.contains(.lastUnitIncomplete(systems: 2, of: 8)))
  }

  /// Counts ports without the engine's formulas: every endpoint has one, every uplink ends at a switch above.
  @Test("ports suffice", arguments: FabricFixture.skus)
  func ports(_ sku: HardwareSKU) throws {
    let design = try #require(sku.fabric)
    let k = design.switchModel.ports
    let limit = try #require(sku.maximumSystems(tiers: 3))
    var systems = 1
    while systems <= limit {
      let fabric = try #require(try ComputeFabric(sku, systems: systems))
      let planes = design.rule.planes
      let down = fabric.endpoints
      #expect(down == systems * Int(sku.system.gpus.value) * planes)
      let leafUp = fabric.cables.leafSpine * planes
      let spineUp = fabric.cables.spineCore * planes
      let counts = fabric.switches
      #expect(down + leafUp <= counts.leaf * k, "leaf ports at \(systems)")
      #expect(leafUp >= down, "blocking at \(systems)")
      #expect(leafUp + spineUp <= counts.spine * k, "spine ports at \(systems)")
      #expect(spineUp <= counts.core * k, "core ports at \(systems)")
      if fabric.tiers == 3 { #expect(spineUp >= down, "blocking above the spines at \(systems)") }
      // In two tiers every leaf of a plane reaches every spine.
      if fabric.tiers == 2 {
        #expect(counts.leaf / planes <= k)
        #expect(counts.spine / planes <= k / 2)
      }
      systems += max(1, systems / 3)
    }
  }

  @Test("the uplinks of a Q3400 leaf spread evenly in two tiers")
  func divisors() throws {
    for units in 1...18 {
      let fabric = try #require(try ComputeFabric(Fixture.b300, systems: units * 72))
      #expect(72 % fabric.switches.spine == 0)
      #expect(fabric.switches.spine * 144 >= units * 576)
    }
  }

  @Test(
    "more systems never need fewer switches, and doubling units never does", arguments: FabricFixture.skus)
  func monotone(_ sku: HardwareSKU) throws {
    let limit = try #require(sku.maximumSystems(tiers: 3))
    var last = 0
    for systems in 1...min(limit, 4_000) {
      let total = try #require(try ComputeFabric(sku, systems: systems)).switches.total
      #expect(total >= last, "\(systems) systems")
      last = total
    }
    let units = limit / Int(sku.scalableUnit.systems.value)
    var before = 0
    for count in 1...min(units, 4_000) {
      let total = try switches(sku, units: count)
      #expect(total >= before, "\(count) units")
      before = total
      if 2 * count <= units { #expect(try switches(sku, units: 2 * count) >= total) }
    }
  }

  @Test(
    "modules per GPU follow the tiers",
    arguments: [
      // FiberMall: 1.5 twin-port modules of 800G and one of 400G for every H100 in two tiers.
      ("dgx-b200", 256, 1.0, 1.5), ("dgx-b200", 512, 1.0, 2.5), ("gb300-nvl72", 64, 1.0, 1.5),
      ("gb200-nvl72", 128, 1.0, 2.5),
      // Two links of 400 Gbit/s a GPU: twice the ports, so twice the modules in the switches.
      ("dgx-b300-spectrum", 1_024, 1.0, 3.0),
    ])
  func modules(_ id: String, _ systems: Int, _ card: Double, _ twinPort: Double) throws {
    let sku = try #require(FabricFixture.skus.first { $0.id == id })
    let fabric = try #require(try ComputeFabric(sku, systems: systems))
    #expect(Double(fabric.optics.nicModules) == card * Double(fabric.gpus))
    #expect(Double(fabric.optics.twinPortModules) == twinPort * Double(fabric.gpus))
  }

  @Test func `copper to the leaves takes modules at both ends`() throws {
    var assumptions = NetworkAssumptions()
    assumptions.nodeLeafCopperShare.value = 0.5
    let fabric = try #require(try ComputeFabric(Fixture.b200, systems: 256, assumptions: assumptions))
    #expect(fabric.lengths.upTo3m == 1_024)
    #expect(fabric.optics.nicModules == 1_024)
    // 1,024 ports to cards and 2 x 2,048 between switches, two a module.
    #expect(fabric.optics.twinPortModules == 2_560)
  }

  @Test("cables by length add up, and larger halls have more long ones", arguments: FabricFixture.skus)
  func lengths(_ sku: HardwareSKU) throws {
    var share = 0.0
    for systems in [1, 8, 100, 300, 500] {
      let fabric = try #require(try ComputeFabric(sku, systems: systems))
      let lengths = fabric.lengths
      #expect(lengths.upTo3m + lengths.upTo50m + lengths.upTo500m == fabric.cables.total)
      let long = Double(lengths.upTo500m) / Double(fabric.cables.total)
      #expect(long >= share - 1e-3)
      share = long
    }
  }

  @Test func `power counts switches and modules once`() throws {
    // Twelve Q3400 of 7.0 kW with their modules; the cards' modules belong to the systems.
    let xdr = try #require(try ComputeFabric(Fixture.gb300, systems: 8))
    #expect(close(xdr.power.totalKW, 84))
    #expect(close(xdr.power.nicModulesKW, 7.2))
    #expect(xdr.rackUnits == 48)
    #expect(xdr.notes.contains(.modulesInSwitchPower(model: .q3400)))
    // Twelve QM9700 at the assumed 0.75 kW and 384 modules of 17 W.
    let ndr = try #require(try ComputeFabric(Fixture.b200, systems: 32))
    #expect(close(ndr.power.switchesKW, 9))
    #expect(close(ndr.power.switchModulesKW, 6.528))
    #expect(ndr.notes.contains(.switchPowerAssumed(model: .qm9700)))
  }

  @Test func `items hold the switches, modules and cables`() throws {
    for sku in FabricFixture.skus {
      let fabric = try #require(try ComputeFabric(sku, systems: 500))
      let items = fabric.items
      #expect(items.allSatisfy { $0.line == .network && $0.quantity > 0 && !$0.source.isEmpty })
      func sum(_ unit: String) -> Double {
        items.filter { $0.unit == unit }.reduce(0) { $0 + $1.quantity }
      }
      #expect(sum("switch") == Double(fabric.switches.total))
      #expect(sum("cable") == Double(fabric.cables.total))
      #expect(sum("module") == Double(fabric.optics.nicModules + fabric.optics.twinPortModules))
    }
  }

  @Test func `a product without a fabric has none`() throws {
    var sku = Fixture.gb300
    sku.fabric = nil
    #expect(try ComputeFabric(sku, systems: 8) == nil)
    #expect(sku.maximumSystems(tiers: 2) == nil)
    #expect(FabricNote.noFabric(skuID: "x").sentence.hasPrefix("x states no compute fabric"))
  }

  @Test("counts that are none are refused", arguments: [0, -1, Int.min, Int.max, 2_500_001])
  func badCounts(_ systems: Int) {
    #expect(throws: SizingError.self) { try ComputeFabric(Fixture.b200, systems: systems) }
    #expect(throws: SizingError.self) { try SupportNetworks(Fixture.b200, systems: systems) }
  }

  @Test("figures that are none are refused", arguments: [.nan, .infinity, -1, 0, 1e300] as [Double])
  func badFigures(_ value: Double) {
    for path in [\HardwareSKU.system.gpus.value, \.scalableUnit.systems.value, \.scalableUnit.racks.value] {
      var sku = Fixture.b300
      sku[keyPath: path] = value
      #expect(throws: SizingError.self) { try ComputeFabric(sku, systems: 10) }
      #expect(throws: SizingError.self) { try SupportNetworks(sku, systems: 10) }
    }
    var sku = Fixture.b300
    sku.fabric?.endpointsPerGPU.value = value
    #expect(!sku.findings().isEmpty)
    #expect(throws: Never.self) { try ComputeFabric(sku, systems: 10) }
  }
}
