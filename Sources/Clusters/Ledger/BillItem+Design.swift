// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension BillItem {
  /// The systems of a design and what is in them.
  ///
  /// - Parameters:
  ///   - design: The design.
  ///   - prices: Prices of one system by product, EUR, in the order of the design's products.
  static func systems(of design: ClusterDesign, pricesEUR prices: [Double]) -> [BillItem] {
    zip(design.shares, prices).flatMap { share, price -> [BillItem] in
      func item(
        _ item: String, _ count: Int, _ unit: String, _ source: String, priceEUR: Double? = nil
      ) -> BillItem {
        BillItem(
          line: .systems, item: item, model: share.skuID, quantity: Double(count), unit: unit,
          basis: design.basis.capacity, source: source, unitPriceEUR: priceEUR)
      }
      return [
        item(
          "GPU system", share.systems, "system", "whole systems for the GPUs of the design", priceEUR: price),
        item("GPU, part of the systems", share.gpus, "GPU", "GPUs of a system times systems"),
        item("CPU, part of the systems", share.cpus, "CPU", "CPUs of a system times systems"),
        item("rack of systems", share.racks, "rack", "racks of the scalable unit"),
      ]
    }
  }

  /// The grid connection and the land of a design.
  static func plot(of design: ClusterDesign, ledger: Ledger, connectionKV: Double) -> [BillItem] {
    [
      BillItem(
        line: .connection, item: "grid connection", model: "\(Int(connectionKV)) kV", quantity: 1,
        unit: "connection", basis: design.basis.power, source: "power at the meter of the design",
        unitPriceEUR: max(1, ledger.amounts.connection.mid)),
      BillItem(
        line: .land, item: "land", quantity: design.landHa, unit: "ha", basis: design.basis.space,
        source: "site power over an assumed MW per ha",
        unitPriceEUR: max(1, ledger.amounts.land.mid / max(design.landHa, 1e-9))),
    ]
  }
}
