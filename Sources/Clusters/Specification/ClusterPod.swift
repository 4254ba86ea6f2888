// SPDX-License-Identifier: GPL-3.0-or-later

/// A number of systems on one compute fabric, with the networks and the storage around it, and how many of
/// the kind a site holds.
///
/// One fabric connects what its tiers can carry; a larger site is built as several pods side by side, between
/// which there is no compute fabric.
package struct ClusterPod: Sendable, Equatable, Codable {
  /// How many such pods there are.
  package let count: Int
  /// Systems of one.
  package let systems: Int
  /// Compute fabric of one; nil where the product states none.
  package let fabric: ComputeFabric?
  /// Networks, storage and management of one.
  package let networks: SupportNetworks

  /// Network, storage and management power of all such pods, kW.
  package var supportKW: Double {
    Double(count) * ((fabric?.power.totalKW ?? 0) + networks.powerKW)
  }

  /// Racks of network, storage and management of all such pods.
  package var supportRacks: Int { count * ((fabric?.racks ?? 0) + networks.racks) }

  /// What all such pods buy.
  package var items: [BillItem] {
    var items = fabric?.items ?? []
    items += networks.items
    for index in items.indices { items[index].quantity *= Double(count) }
    return items
  }

  /// The pods of a number of systems: one where three tiers connect them all, else as few as can be, of whole
  /// scalable units and as equal as that allows, the larger ones first and the one with the incomplete unit
  /// last.
  ///
  /// - Parameters:
  ///   - unit: The product.
  ///   - systems: Systems of the site.
  ///   - supportKW: Power that the sizing keeps for networks, storage and management of all systems, kW.
  ///   - basis: Figures of the networks.
  /// - Throws: `SizingError` for no systems or too many GPUs.
  static func pods(
    of unit: UnitArithmetic, systems: Int, supportKW: Double, basis: DesignBasis
  ) throws -> [ClusterPod] {
    var pods: [ClusterPod] = []
    for size in sizes(of: unit, systems: systems) {
      let fabric = try ComputeFabric(unit.sku, systems: size.systems, assumptions: basis.assumptions.network)
      pods.append(
        ClusterPod(
          count: size.count, systems: size.systems, fabric: fabric,
          networks: try SupportNetworks(
            unit.sku, systems: size.systems, fabric: fabric,
            budgetKW: supportKW * Double(size.systems) / Double(systems),
            assumptions: basis.assumptions.network)))
    }
    return pods
  }

  private static func sizes(of unit: UnitArithmetic, systems: Int) -> [(systems: Int, count: Int)] {
    guard let most = unit.systemsOnThreeTiers, most > 0, systems > most else { return [(systems, 1)] }
    let perUnit = unit.systemsPerUnit
    let count = (systems + most - 1) / most
    let units = (systems + perUnit - 1) / perUnit
    var sizes: [(systems: Int, count: Int)] = []
    func add(_ size: Int, _ count: Int) { if size > 0, count > 0 { sizes.append((size, count)) } }
    // Some pods have one unit more than the others.
    add((units / count + 1) * perUnit, units % count)
    add(units / count * perUnit, count - units % count)
    let missing = units * perUnit - systems
    if missing > 0, let last = sizes.popLast() {
      add(last.systems, last.count - 1)
      add(last.systems - missing, 1)
    }
    return sizes
  }
}
