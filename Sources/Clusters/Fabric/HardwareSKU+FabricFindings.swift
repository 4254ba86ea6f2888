// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension HardwareSKU {
  /// Notes the faults of the fabric: counts out of range, a rule without what it needs, rows that do not
  /// multiply.
  func checkFabric(_ check: inout QuantityCheck, figuresAreSound: Bool) {
    guard let fabric else { return }
    if fabric.rule == .railAligned, fabric.rails == nil {
      check.fault("fabric.rails", "is missing; the rule 'rail-aligned' needs it")
    }
    guard figuresAreSound else { return }
    checkRailPorts(fabric, &check)
    var systems = 0
    for row in fabric.published {
      checkRow(row, &check)
      if row.systems <= systems {
        check.fault(
          "fabric.published", "\(row.systems) systems follow on \(systems); put the rows in order of systems")
      }
      systems = row.systems
    }
  }

  private func checkRailPorts(_ fabric: FabricDesign, _ check: inout QuantityCheck) {
    guard fabric.rule == .railAligned, let rails = fabric.rails?.value else { return }
    let endpoints = system.gpus.value * fabric.endpointsPerGPU.value
    let ports = Double(fabric.switchModel.ports / 2)
    if endpoints > rails * ports {
      check.fault(
        "fabric.rails",
        "\(rails) leaves of \(ports) ports down do not hold the \(endpoints) endpoints of a rack; state more rails"
      )
    }
  }

  private func checkRow(_ row: PublishedFabricRow, _ check: inout QuantityCheck) {
    let key = "fabric.published"
    let counts = [row.units, row.systems, row.gpus, row.leaf, row.spine]
    let optional = [row.core, row.nodeLeafCables ?? 0, row.leafSpineCables ?? 0, row.spineCoreCables ?? 0]
    guard counts.allSatisfy({ (1...SizingError.maximumGPUs).contains($0) }),
      optional.allSatisfy({ (0...SizingError.maximumGPUs * 16).contains($0) })
    else {
      check.fault(key, "the row of \(row.units) units has a count out of range")
      return
    }
    let gpus = row.systems * Int(system.gpus.value)
    if row.gpus != gpus {
      check.fault(key, "the row of \(row.units) units has \(row.gpus) GPUs, but its systems hold \(gpus)")
    }
    let perUnit = Int(scalableUnit.systems.value)
    if row.systems > row.units * perUnit || row.systems <= (row.units - 1) * perUnit {
      check.fault(key, "\(row.systems) systems are not \(row.units) units of \(perUnit)")
    }
    if row.basis != .estimated, row.source.isEmpty {
      check.fault(key, "the row of \(row.units) units names no source; name it, or say estimated")
    }
  }
}
