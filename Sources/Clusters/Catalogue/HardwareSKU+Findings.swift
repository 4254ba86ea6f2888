// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension HardwareSKU {
  /// Every fault of the product's figures: wrong unit, not finite, out of a sane range, crossed band, counts
  /// that do not multiply. Empty for a sound product. Keys are those of the product's TOML file.
  package func findings() -> [HardwareFinding] {
    var check = QuantityCheck(owner: id)
    if !Self.isValid(id: id) {
      check.fault("sku.id", "'\(id)' is not made of lower-case letters, digits and '-'")
    }
    if name.isEmpty { check.fault("sku.name", "is empty") }
    checkCounts(&check)
    checkPowerAndCooling(&check)
    checkGPU(&check)
    checkPrice(&check)
    checkFabric(&check)
    return check.findings
  }

  private static func isValid(id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  private func checkCounts(_ check: inout QuantityCheck) {
    let before = check.findings.count
    check.check("system.gpus", system.gpus, unit: "count", 1...10_000, whole: true)
    check.check("system.cpus", system.cpus, unit: "count", 0...10_000, whole: true)
    check.check("system.systems_per_rack", system.systemsPerRack, unit: "count", 1...100, whole: true)
    check.check("scalable_unit.systems", scalableUnit.systems, unit: "count", 1...10_000, whole: true)
    check.check("scalable_unit.racks", scalableUnit.racks, unit: "count", 1...10_000, whole: true)
    check.check("scalable_unit.gpus", scalableUnit.gpus, unit: "count", 1...1_000_000, whole: true)
    check.check("system.weight_kg", system.weightKg, unit: "kg", 1...20_000)
    check.check("system.rack_units", system.rackUnits, unit: "U", 1...100)
    guard check.findings.count == before else { return }
    if system.kind == .rack, system.systemsPerRack.value != 1 {
      check.fault("system.systems_per_rack", "a rack-scale system fills its rack: wanted 1")
    }
    let gpus = scalableUnit.systems.value * system.gpus.value
    if scalableUnit.gpus.value != gpus {
      check.fault(
        "scalable_unit.gpus",
        "is \(scalableUnit.gpus.value), but \(scalableUnit.systems.value) systems of \(system.gpus.value) are \(gpus)"
      )
    }
    if scalableUnit.racks.value * system.systemsPerRack.value < scalableUnit.systems.value {
      check.fault("scalable_unit.racks", "the racks do not hold the systems of the unit")
    }
  }

  private func checkPowerAndCooling(_ check: inout QuantityCheck) {
    check.check("scalable_unit.power_mw", scalableUnit.powerMW, unit: "MW", 0.001...1_000)
    check.check("power.typical_kw", power.typicalKW, unit: "kW", 0.1...5_000)
    check.check("power.provisioning_kw", power.provisioningKW, unit: "kW", 0.1...5_000)
    check.check("power.peak_kw", power.peakKW, unit: "kW", 0.1...5_000)
    check.check("power.gpu_tdp_w", power.gpuTDPW, unit: "W", 1...10_000)
    check.check("cooling.liquid_share", cooling.liquidShare, unit: "", 0...1)
    check.check("cooling.supply_min_c", cooling.supplyMinimumC, unit: "C", 0...60)
    check.check("cooling.supply_max_c", cooling.supplyMaximumC, unit: "C", 0...60)
    if let low = cooling.supplyMinimumC?.value, let high = cooling.supplyMaximumC?.value, low > high {
      check.fault("cooling.supply_min_c", "\(low) lies above supply_max_c \(high)")
    }
    if cooling.liquidShare.value > 0, cooling.flowRule == nil {
      check.fault("cooling.flow_rule", "is missing; a system cooled by liquid needs one")
    }
  }

  private func checkGPU(_ check: inout QuantityCheck) {
    check.check("memory.usable_gb_per_gpu", memory.usableGB, unit: "GB", 1...10_000)
    check.check("memory.marketed_gb_per_gpu", memory.marketedGB, unit: "GB", 1...10_000)
    check.check("memory.bandwidth_tb_s_per_gpu", memory.bandwidthTBPerS, unit: "TB/s", 0.01...1_000)
    let rates: [(String, Quantity?)] = [
      ("fp4_dense", performance.fp4Dense), ("fp4_sparse", performance.fp4Sparse),
      ("fp8_dense", performance.fp8Dense), ("fp8_sparse", performance.fp8Sparse),
      ("bf16_dense", performance.bf16Dense), ("bf16_sparse", performance.bf16Sparse),
    ]
    for (key, rate) in rates {
      check.check("performance_pflops_per_gpu.\(key)", rate, unit: "PFLOPS", 0.001...10_000)
    }
    check.check(
      "performance_pflops_per_gpu.fp64_tflops", performance.fp64TFLOPS, unit: "TFLOPS", 0.001...10_000)
    check.check("network.nics_per_gpu", network.nicsPerGPU, unit: "count", 0.01...100)
    check.check("network.nic_gbit_s", network.nicGbitPerS, unit: "Gbit/s", 1...100_000)
    check.check("network.nvlink_tb_s_per_gpu", network.nvlinkTBPerSPerGPU, unit: "TB/s", 0.001...1_000)
  }

  private func checkPrice(_ check: inout QuantityCheck) {
    let before = check.findings.count
    for (key, figure) in [("low", price.low), ("mid", price.mid), ("high", price.high)] {
      check.check("price_usd.\(key)", figure, unit: "USD", 1...1_000_000_000)
    }
    guard check.findings.count == before else { return }
    if price.low.value > price.mid.value { check.fault("price_usd.low", "lies above price_usd.mid") }
    if price.high.value < price.mid.value { check.fault("price_usd.high", "lies below price_usd.mid") }
  }
}
