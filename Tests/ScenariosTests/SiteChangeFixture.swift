// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Sites on which changes are tried.
enum SiteChangeFixture {
  /// Three sites: two near Cambrai, of which one has steps of power and a band, and one without a power.
  static func sites() throws -> SiteTable {
    let place = SiteTable.Position(longitude: 3, latitude: 50)
    var table = try SiteTable(
      sites: ["cambrai-a", "cambrai-b", "fouju"].map { (id: $0, name: $0, position: place) })
    func published(_ value: Double, low: Double? = nil, high: Double? = nil) -> SiteValue {
      SiteValue(.number(value), basis: .published, source: "press", low: low, high: high)
    }
    try table.set(
      SiteTable.Column(
        name: "power_mw_max", unit: "MW",
        values: [published(700, low: 600, high: 800), published(100), .missing("not stated")]))
    try table.set(
      SiteTable.Column(
        name: "power_steps", unit: "",
        values: [
          SiteValue(.text("2027:240;2029:700"), basis: .published, source: "press"), .missing("none"),
          .missing("none"),
        ]))
    try table.set(
      SiteTable.Column(
        name: "grid_kv", unit: "kV", values: [published(400), published(225), .missing("none")]))
    return table
  }
}
