// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// The published figures of the four products, written by hand here so that the tests depend on no file.
enum Fixture {
  static func figure(_ value: Double, _ unit: String, _ basis: Basis = .published) -> Quantity {
    Quantity(value, unit: unit, basis: basis, source: "fixture")
  }

  static func count(_ value: Double, _ basis: Basis = .published) -> Quantity {
    figure(value, "count", basis)
  }

  static func price(_ low: Double, _ mid: Double, _ high: Double, _ basis: Basis = .published) -> SystemPrice
  {
    SystemPrice(
      low: figure(low, "USD", basis), mid: figure(mid, "USD", basis), high: figure(high, "USD", basis))
  }

  static let gb200 = HardwareSKU(
    id: "gb200-nvl72", name: "GB200 NVL72", status: .available,
    system: HardwareSystem(
      kind: .rack, gpus: count(72), cpus: count(36), systemsPerRack: count(1), weightKg: figure(1360, "kg")),
    scalableUnit: ScalableUnit(
      systems: count(8), racks: count(8), gpus: count(576), powerMW: figure(1.2, "MW")),
    power: SystemPower(typicalKW: figure(120, "kW"), provisioningKW: figure(132, "kW")),
    cooling: SystemCooling(
      liquidShare: figure(0.85, ""), supplyMaximumC: figure(45, "C"), flowRule: .constantReturn),
    memory: GPUMemory(
      usableGB: figure(186, "GB"), marketedGB: figure(192, "GB"), bandwidthTBPerS: figure(8, "TB/s")),
    performance: GPUPerformance(
      fp4Dense: figure(10, "PFLOPS"), fp4Sparse: figure(20, "PFLOPS"), fp8Dense: figure(5, "PFLOPS"),
      fp8Sparse: figure(10, "PFLOPS"), bf16Dense: figure(2.5, "PFLOPS"), bf16Sparse: figure(5, "PFLOPS"),
      fp64TFLOPS: figure(40, "TFLOPS")),
    network: SystemNetwork(nicsPerGPU: count(1), nicGbitPerS: figure(400, "Gbit/s"), fabric: "NDR"),
    price: price(3_000_000, 3_500_000, 4_000_000), fabric: FabricFixture.gb200)

  static let gb300 = HardwareSKU(
    id: "gb300-nvl72", name: "GB300 NVL72", status: .available,
    system: HardwareSystem(
      kind: .rack, gpus: count(72), cpus: count(36), systemsPerRack: count(1), weightKg: figure(1360, "kg")),
    scalableUnit: ScalableUnit(
      systems: count(8), racks: count(8), gpus: count(576), powerMW: figure(1.2, "MW")),
    power: SystemPower(
      typicalKW: figure(135, "kW"), provisioningKW: figure(142, "kW"), peakKW: figure(155, "kW")),
    cooling: SystemCooling(
      liquidShare: figure(0.9, ""), supplyMinimumC: figure(2, "C"), supplyMaximumC: figure(45, "C"),
      flowRule: .constantReturn),
    memory: GPUMemory(
      usableGB: figure(279, "GB"), marketedGB: figure(288, "GB"), bandwidthTBPerS: figure(8, "TB/s")),
    performance: GPUPerformance(
      fp4Dense: figure(15, "PFLOPS"), fp4Sparse: figure(20, "PFLOPS"), fp8Dense: figure(5, "PFLOPS"),
      bf16Dense: figure(2.5, "PFLOPS"), fp64TFLOPS: figure(1.25, "TFLOPS")),
    network: SystemNetwork(nicsPerGPU: count(1), nicGbitPerS: figure(800, "Gbit/s"), fabric: "XDR"),
    price: price(3_500_000, 4_000_000, 4_500_000), fabric: FabricFixture.gb300)

  static let b200 = HardwareSKU(
    id: "dgx-b200", name: "DGX B200", status: .available, alsoKnownAs: ["HGX B200"],
    system: HardwareSystem(
      kind: .node, gpus: count(8), cpus: count(2), systemsPerRack: count(2, .derived),
      weightKg: figure(142.4, "kg"), rackUnits: figure(10, "U")),
    scalableUnit: ScalableUnit(
      systems: count(32), racks: count(16, .derived), gpus: count(256), powerMW: figure(0.458, "MW"),
      powerCovers: .systems),
    power: SystemPower(provisioningKW: figure(14.3, "kW")),
    cooling: SystemCooling(liquidShare: figure(0, "")),
    memory: GPUMemory(usableGB: figure(180, "GB"), bandwidthTBPerS: figure(7.7, "TB/s")),
    performance: GPUPerformance(fp4Dense: figure(9, "PFLOPS"), fp4Sparse: figure(18, "PFLOPS")),
    network: SystemNetwork(nicsPerGPU: count(1), nicGbitPerS: figure(400, "Gbit/s"), fabric: "NDR"),
    price: price(320_000, 430_000, 515_000, .estimated), fabric: FabricFixture.b200)

  static let b300 = HardwareSKU(
    id: "dgx-b300", name: "DGX B300", status: .available,
    system: HardwareSystem(kind: .node, gpus: count(8), cpus: count(2), systemsPerRack: count(4)),
    scalableUnit: ScalableUnit(systems: count(72), racks: count(18, .derived), gpus: count(576)),
    power: SystemPower(provisioningKW: figure(15, "kW"), peakKW: figure(19.7, "kW")),
    cooling: SystemCooling(liquidShare: figure(0, "")),
    memory: GPUMemory(usableGB: figure(270, "GB")),
    performance: GPUPerformance(fp4Dense: figure(13.125, "PFLOPS"), fp4Sparse: figure(18, "PFLOPS")),
    network: SystemNetwork(nicsPerGPU: count(1), nicGbitPerS: figure(800, "Gbit/s"), fabric: "XDR"),
    price: price(350_000, 490_000, 555_000, .estimated), fabric: FabricFixture.b300)

  static let all = [gb300, gb200, b300, b200]

  static func sizer(
    _ assumptions: SizingAssumptions = .defaults, at level: PriceLevel = .mid
  ) throws -> ClusterSizer {
    try ClusterSizer(
      catalogue: HardwareCatalogue(all), assumptions: assumptions, priceLevel: level)
  }

  static let mild = SiteConditions(pue: 1.15, supplyTemperatureC: 40)
}

/// Whether two numbers agree to within rounding of a sum.
func close(_ a: Double, _ b: Double, relative: Double = 1e-9) -> Bool {
  abs(a - b) <= relative * max(abs(a), abs(b), 1e-300)
}
