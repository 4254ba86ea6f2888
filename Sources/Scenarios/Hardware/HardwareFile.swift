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
    let sku = Self.read(root)
    root.reportUnknownAndMissing()
    for finding in sku?.findings() ?? [] {
      let path = finding.keyPath.split(separator: ".").map(String.init)
      log.add(at: node.origin(at: path), path: path, finding.message)
    }
    return sku
  }

  /// What a hardware file may hold.
  static var shape: TableShape { TableShape { _ = read($0) } }

  private static func read(_ root: ConfigTable) -> HardwareSKU? {
    root.schemaVersion()
    let sku = root.table("sku")
    let id = sku.text("id", .required, example: "\"gb300-nvl72\"")
    let name = sku.text("name", .required, example: "\"NVIDIA GB300 NVL72\"")
    let status = sku.choice("status", HardwareStatus.self, .required)
    let alsoKnownAs = sku.texts("also_known_as").map(\.text)
    let availability = figures(ProductAvailability(), root.table("availability", .optional))
    let system = system(root.table("system"))
    let unit = scalableUnit(root.table("scalable_unit"))
    let power = figures(SystemPower(), root.table("power"))
    let cooling = cooling(root.table("cooling"))
    let memory = figures(GPUMemory(), root.table("memory"))
    let performance = figures(GPUPerformance(), root.table("performance_pflops_per_gpu"))
    let network = network(root.table("network"))
    let price = figures(SystemPrice(), root.table("price_usd"))
    let fabric = fabric(root.table("fabric"))
    guard let id, let name, let status, let system, let unit, let power, let cooling, let memory,
      let performance, let network, let price, let availability
    else { return nil }
    var product = HardwareSKU(
      id: id, name: name, status: status, alsoKnownAs: alsoKnownAs, system: system, scalableUnit: unit,
      power: power, cooling: cooling, memory: memory, performance: performance, network: network,
      price: price,
      fabric: fabric)
    product.availability = availability
    return product
  }

  private static func system(_ table: ConfigTable) -> HardwareSystem? {
    let kind = table.choice("kind", SystemKind.self, .required)
    var system = HardwareSystem(kind: kind ?? .rack)
    return table.readSourced(HardwareSystem.fields, into: &system) && kind != nil ? system : nil
  }

  private static func scalableUnit(_ table: ConfigTable) -> ScalableUnit? {
    var unit = ScalableUnit()
    let isComplete = table.readSourced(ScalableUnit.fields, into: &unit)
    let covers = table.choice(
      "power_covers", ScalableUnit.PowerCoverage.self,
      unit.powerMW == nil || table.isProbe ? .optional : .required)
    unit.powerCovers = covers ?? .everything
    return isComplete ? unit : nil
  }

  private static func cooling(_ table: ConfigTable) -> SystemCooling? {
    var cooling = SystemCooling()
    let isComplete = table.readSourced(SystemCooling.fields, into: &cooling)
    cooling.flowRule = table.choice("flow_rule", CoolantFlowRule.self)
    return isComplete ? cooling : nil
  }

  private static func network(_ table: ConfigTable) -> SystemNetwork? {
    let fabric = table.text("fabric", .required, example: "\"InfiniBand NDR, QM9700\"")
    var network = SystemNetwork(fabric: fabric ?? "")
    return table.readSourced(SystemNetwork.fields, into: &network) && fabric != nil ? network : nil
  }

  /// Figures with nothing beside them; nil where one that is needed is missing.
  private static func figures<Root: FieldSet>(_ empty: Root, _ table: ConfigTable) -> Root? {
    var read = empty
    return table.readSourced(Root.fields, into: &read) ? read : nil
  }
}
