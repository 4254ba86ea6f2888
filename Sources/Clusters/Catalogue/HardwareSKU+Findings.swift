// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension HardwareSKU {
  /// Every fault of the product's figures: wrong unit, not finite, out of a sane range, crossed band, counts
  /// that do not multiply. Empty for a sound product. Keys are those of the product's TOML file.
  package func findings() -> [Finding] {
    var check = QuantityCheck(owner: id)
    if !Self.isValid(id: id) {
      check.fault("sku.id", "'\(id)' is not made of lower-case letters, digits and '-'")
    }
    if name.isEmpty { check.fault("sku.name", "is empty") }
    for field in Self.fields { check.check(field, of: self) }
    let countsAreSound = check.areSound("system", "scalable_unit")
    let fabricIsSound = countsAreSound && check.areSound("fabric")
    if countsAreSound { checkCounts(&check) }
    checkCooling(&check)
    if check.areSound("price_usd") { checkPrice(&check) }
    checkFabric(&check, figuresAreSound: fabricIsSound)
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

  private func checkCooling(_ check: inout QuantityCheck) {
    if let low = cooling.supplyMinimumC?.value, let high = cooling.supplyMaximumC?.value, low > high {
      check.fault("cooling.supply_min_c", "\(low) lies above supply_max_c \(high)")
    }
    if cooling.liquidShare.value > 0, cooling.flowRule == nil {
      check.fault("cooling.flow_rule", "is missing; a system cooled by liquid needs one")
    }
  }

  private func checkPrice(_ check: inout QuantityCheck) {
    if price.low.value > price.mid.value { check.fault("price_usd.low", "lies above price_usd.mid") }
    if price.high.value < price.mid.value { check.fault("price_usd.high", "lies below price_usd.mid") }
  }
}
