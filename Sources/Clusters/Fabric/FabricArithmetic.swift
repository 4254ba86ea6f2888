// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Whole-number arithmetic of the fabric of one product: what the rule gives for units and systems.
///
/// Leaves are set up unit by unit: an incomplete last unit has the switches of a whole one, except that the
/// rail-aligned rule puts leaves only beside racks that are there.
struct FabricArithmetic {
  let design: FabricDesign
  let systemsPerUnit: Int
  let gpusPerSystem: Int
  /// Endpoints of one system in one plane.
  let endpointsPerSystem: Int
  /// Leaf switches of a whole unit in one plane.
  let leafPerUnit: Int

  /// Spine ports towards the leaves in the rail-aligned rule: 24 of the 48 that the reference architecture
  /// uses.
  static let railSpineDownPorts = 24

  /// Nil where the product has no fabric, or counts that its findings refuse.
  init?(_ sku: borrowing HardwareSKU) {
    guard let design = sku.fabric,
      let systems = Self.count(sku.scalableUnit.systems.value, upTo: 10_000),
      let gpus = Self.count(sku.system.gpus.value, upTo: 10_000),
      let perGPU = Self.count(design.endpointsPerGPU.value, upTo: 16),
      let rails = Self.count(design.rails?.value ?? 1, upTo: 64)
    else { return nil }
    self.design = design
    systemsPerUnit = systems
    gpusPerSystem = gpus
    endpointsPerSystem = gpus * perGPU
    switch design.rule {
    case .railAligned: leafPerUnit = rails * systems
    case .twoTierDivisor, .fatTree, .twinPlane:
      let needed = Self.divide(systems * gpus * perGPU, design.switchModel.ports / 2)
      leafPerUnit = Self.divide(needed, rails) * rails
    }
  }

  private static func count(_ value: Double, upTo limit: Double) -> Int? {
    value.isFinite && value >= 1 && value <= limit ? Int(value) : nil
  }

  /// Quotient, rounded up.
  static func divide(_ a: Int, _ b: Int) -> Int { (a + b - 1) / b }

  var endpointsPerUnit: Int { endpointsPerSystem * systemsPerUnit }

  /// Units begun by a number of systems.
  func units(systems: Int) -> Int { Self.divide(systems, systemsPerUnit) }

  /// Units of the largest fabric of a number of tiers, zero where that many do not carry even one.
  func maximumUnits(tiers: Int) -> Int {
    let ports = design.switchModel.ports
    switch (design.rule, tiers) {
    case (_, ...1): return 0
    // A core switch has one port for every unit.
    case (.railAligned, 2): return 1
    case (.railAligned, _): return ports
    // A spine switch has one port for every leaf.
    case (_, 2): return ports / leafPerUnit
    case (_, _): return ports * ports / 2 / leafPerUnit
    }
  }

  /// Tiers that a number of units needs; nil where three do not do.
  func tiers(units: Int) -> Int? {
    if units <= maximumUnits(tiers: 2) { return 2 }
    return units <= maximumUnits(tiers: 3) ? 3 : nil
  }

  /// Switches by the rule for systems that begin `units` units; nil past three tiers.
  func switches(units: Int, systems: Int) -> FabricSwitches? {
    guard let tiers = tiers(units: units) else { return nil }
    let ports = design.switchModel.ports
    let endpoints = units * endpointsPerUnit
    let planes = design.rule.planes
    if design.rule == .railAligned {
      return FabricSwitches(
        leaf: leafPerUnit / systemsPerUnit * systems,
        spine: units * Self.divide(endpointsPerUnit, Self.railSpineDownPorts),
        core: tiers == 2 ? 0 : units * Self.divide(endpointsPerUnit, ports))
    }
    let leaf = units * leafPerUnit
    if tiers == 3 {
      return FabricSwitches(
        leaf: leaf * planes, spine: leaf * planes, core: Self.divide(endpoints, ports) * planes)
    }
    var spine = Self.divide(endpoints, ports)
    if design.rule == .twoTierDivisor {
      while spine < ports / 2, (ports / 2) % spine != 0 { spine += 1 }
    }
    return FabricSwitches(leaf: leaf * planes, spine: spine * planes, core: 0)
  }

  /// The row of exactly this number of systems.
  func row(systems: Int) -> PublishedFabricRow? {
    for row in design.published where row.systems == systems { return row }
    return nil
  }
}
