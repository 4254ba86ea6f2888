// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ClusterSpecification {
  /// Everything that is bought, counted, in the order of the trades.
  package var items: [BillItem] {
    var items: [BillItem] = []
    for (share, price) in zip(design.shares, systemPricesEUR) {
      items += systemItems(share, priceEUR: price)
    }
    for pod in pods { items += pod.items }
    items += power.items(basis.assumptions.power)
    items += cooling.items(basis.assumptions.cooling)
    items += space.items(basis.assumptions.space)
    items.append(
      BillItem(
        line: .connection, item: "grid connection",
        model: "\(Int(power.transformers.connectionKV)) kV", quantity: 1, unit: "connection",
        basis: design.basis.power, source: "power at the meter of the design",
        unitPriceEUR: max(1, ledger.amounts.connection.mid)))
    items.append(
      BillItem(
        line: .land, item: "land", quantity: design.landHa, unit: "ha", basis: design.basis.space,
        source: "site power over an assumed MW per ha",
        unitPriceEUR: max(1, ledger.amounts.land.mid / max(design.landHa, 1e-9))))
    return items
  }

  /// Everything that is bought, with money that adds up to the ledger.
  ///
  /// - Throws: `SizingError` for a quantity or price that is not finite; none of a specification is.
  package func bill() throws -> BillOfMaterials { try BillOfMaterials(items: items, ledger: ledger) }

  private func systemItems(_ share: ClusterShare, priceEUR: Double) -> [BillItem] {
    let capacity = design.basis.capacity
    return [
      BillItem(
        line: .systems, item: "GPU system", model: share.skuID, quantity: Double(share.systems),
        unit: "system", basis: capacity, source: "whole systems for the GPUs of the design",
        unitPriceEUR: priceEUR),
      BillItem(
        line: .systems, item: "GPU, part of the systems", model: share.skuID, quantity: Double(share.gpus),
        unit: "GPU", basis: capacity, source: "GPUs of a system times systems"),
      BillItem(
        line: .systems, item: "CPU, part of the systems", model: share.skuID, quantity: Double(share.cpus),
        unit: "CPU", basis: capacity, source: "CPUs of a system times systems"),
      BillItem(
        line: .systems, item: "rack of systems", model: share.skuID, quantity: Double(share.racks),
        unit: "rack", basis: capacity, source: "racks of the scalable unit"),
    ]
  }
}
