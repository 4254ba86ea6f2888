// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Figures
public import Siting

/// What has to be bought for each chosen site, as far as the design counts it.
public enum BillOfMaterialsTable {
  /// The table: one row an item and site. Items that the design does not count (switches, cables, transformers) are not listed.
  public static func table(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "bom",
      columns: [
        .init("site_id", .text), .init("site_name", .text), .init("item", .text), .init("sku", .text),
        .init("quantity", .number), .init("unit", .text), .init("basis", .text), .init("note", .text),
      ])
    for site in plan.chosen {
      func add(
        _ item: String, _ sku: String, _ quantity: Double, _ unit: String, _ basis: String, _ note: String
      ) {
        table.add([
          .text(site.id), .text(site.name), .text(item), sku.isEmpty ? .missing : .text(sku),
          .number(quantity), .text(unit), .text(basis), note.isEmpty ? .missing : .text(note),
        ])
      }
      if let connection = site.connection {
        add(
          "grid connection at \(connection.voltageKV) kV", "", 1, "connection",
          site.basis?.rawValue ?? "estimated", "to \(connection.substation)")
      }
      guard let design = site.design else { continue }
      let capacity = design.basis.capacity.rawValue
      for share in design.shares {
        add("system", share.skuID, Double(share.systems), "system", capacity, "")
        add("GPU", share.skuID, Double(share.gpus), "GPU", capacity, "part of the systems")
        add("CPU", share.skuID, Double(share.cpus), "CPU", capacity, "part of the systems")
        add("rack of systems", share.skuID, Double(share.racks), "rack", capacity, "")
      }
      add(
        "rack for network and storage", "", Double(design.supportRacks), "rack",
        design.basis.space.rawValue, "from the power of network and storage and the assumed power of a rack")
      if design.coolantDistributionUnits > 0 {
        add(
          "coolant distribution unit", "", Double(design.coolantDistributionUnits), "unit",
          design.basis.power.rawValue, "of the assumed size, without a spare")
      }
      add(
        "white space", "", design.whiteSpaceM2, "m2", design.basis.space.rawValue,
        "with aisles and support racks")
      add("land", "", design.landHa, "ha", design.basis.space.rawValue, "from power and an assumed MW per ha")
    }
    return table
  }
}
