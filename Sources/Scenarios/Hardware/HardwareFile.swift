// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Reads one product of the hardware catalogue; models/hardware/README.md describes the file.
struct HardwareFile {
  var file: String
  var log: FindingLog

  /// The product; nil when a field that it needs is missing. Every other fault is in the log, those of the
  /// product as a whole among them.
  func sku(_ node: ConfigNode) -> HardwareSKU? {
    let origin = ConfigOrigin(file: file, position: nil)
    let root = ConfigTable(node, in: origin, log: log, reportsMissing: true)
    _ = root.node("schema")
    let sku = read(root)
    root.reportUnknownAndMissing()
    for finding in sku?.findings() ?? [] {
      let path = finding.key.split(separator: ".").map(String.init)
      log.add(at: node.origin(at: path), path: path, finding.message)
    }
    return sku
  }

  private func read(_ root: ConfigTable) -> HardwareSKU? {
    let sku = root.table("sku")
    let id = sku.text("id", .required, example: "\"gb300-nvl72\"")
    let name = sku.text("name", .required, example: "\"NVIDIA GB300 NVL72\"")
    let status = sku.choice("status", HardwareStatus.self, .required)
    let alsoKnownAs = sku.texts("also_known_as").map(\.text)
    let system = system(root.table("system"))
    let unit = scalableUnit(root.table("scalable_unit"))
    let power = power(root.table("power"))
    let cooling = cooling(root.table("cooling"))
    let memory = memory(root.table("memory"))
    let performance = performance(root.table("performance_pflops_per_gpu"))
    let network = network(root.table("network"))
    let price = price(root.table("price_usd"))
    let fabric = fabric(root.table("fabric"))
    guard let id, let name, let status, let system, let unit, let power, let cooling, let network, let price
    else { return nil }
    return HardwareSKU(
      id: id, name: name, status: status, alsoKnownAs: alsoKnownAs, system: system, scalableUnit: unit,
      power: power, cooling: cooling, memory: memory, performance: performance, network: network,
      price: price,
      fabric: fabric)
  }

  private func system(_ table: ConfigTable) -> HardwareSystem? {
    let kind = table.choice("kind", SystemKind.self, .required)
    let gpus = table.sourced("gpus", .required)
    let cpus = table.sourced("cpus", .required)
    let perRack = table.sourced("systems_per_rack", .required)
    let weight = table.sourced("weight_kg")
    let height = table.sourced("rack_units")
    guard let kind, let gpus, let cpus, let perRack else { return nil }
    return HardwareSystem(
      kind: kind, gpus: gpus, cpus: cpus, systemsPerRack: perRack, weightKg: weight, rackUnits: height)
  }

  private func scalableUnit(_ table: ConfigTable) -> ScalableUnit? {
    let systems = table.sourced("systems", .required)
    let racks = table.sourced("racks", .required)
    let gpus = table.sourced("gpus", .required)
    let power = table.sourced("power_mw")
    let covers = table.choice(
      "power_covers", ScalableUnit.PowerCoverage.self, power == nil ? .optional : .required)
    guard let systems, let racks, let gpus else { return nil }
    return ScalableUnit(
      systems: systems, racks: racks, gpus: gpus, powerMW: power, powerCovers: covers ?? .everything)
  }

  private func power(_ table: ConfigTable) -> SystemPower? {
    let typical = table.sourced("typical_kw")
    let provisioning = table.sourced("provisioning_kw", .required)
    let peak = table.sourced("peak_kw")
    let gpu = table.sourced("gpu_tdp_w")
    guard let provisioning else { return nil }
    return SystemPower(typicalKW: typical, provisioningKW: provisioning, peakKW: peak, gpuTDPW: gpu)
  }

  private func cooling(_ table: ConfigTable) -> SystemCooling? {
    let share = table.sourced("liquid_share", .required)
    let lowest = table.sourced("supply_min_c")
    let highest = table.sourced("supply_max_c")
    let rule = table.choice("flow_rule", CoolantFlowRule.self)
    guard let share else { return nil }
    return SystemCooling(liquidShare: share, supplyMinimumC: lowest, supplyMaximumC: highest, flowRule: rule)
  }

  private func memory(_ table: ConfigTable) -> GPUMemory {
    GPUMemory(
      usableGB: table.sourced("usable_gb_per_gpu"), marketedGB: table.sourced("marketed_gb_per_gpu"),
      bandwidthTBPerS: table.sourced("bandwidth_tb_s_per_gpu"))
  }

  private func performance(_ table: ConfigTable) -> GPUPerformance {
    GPUPerformance(
      fp4Dense: table.sourced("fp4_dense"), fp4Sparse: table.sourced("fp4_sparse"),
      fp8Dense: table.sourced("fp8_dense"), fp8Sparse: table.sourced("fp8_sparse"),
      bf16Dense: table.sourced("bf16_dense"), bf16Sparse: table.sourced("bf16_sparse"),
      fp64TFLOPS: table.sourced("fp64_tflops"))
  }

  private func network(_ table: ConfigTable) -> SystemNetwork? {
    let nics = table.sourced("nics_per_gpu", .required)
    let rate = table.sourced("nic_gbit_s", .required)
    let nvlink = table.sourced("nvlink_tb_s_per_gpu")
    let fabric = table.text("fabric", .required, example: "\"InfiniBand NDR, QM9700\"")
    guard let nics, let rate, let fabric else { return nil }
    return SystemNetwork(nicsPerGPU: nics, nicGbitPerS: rate, nvlinkTBPerSPerGPU: nvlink, fabric: fabric)
  }

  private func price(_ table: ConfigTable) -> SystemPrice? {
    let low = table.sourced("low", .required)
    let mid = table.sourced("mid", .required)
    let high = table.sourced("high", .required)
    guard let low, let mid, let high else { return nil }
    return SystemPrice(low: low, mid: mid, high: high)
  }
}
