// SPDX-License-Identifier: GPL-3.0-or-later

/// `compare.geojson`: every site that either plan chose as a point, blue where A has more GPUs, orange where
/// B has, grey where both have the same. A symbol says the same as the colour, by the names that simplestyle
/// readers know.
package enum ComparisonGeoJSON {
  /// Blue and orange of Okabe and Ito, which readers with any colour vision tell apart, and a grey.
  static let (blue, orange, grey) = ("#0072b2", "#e69f00", "#767676")

  /// The text of the file.
  package static func text(_ comparison: PlanComparison) -> String {
    var table = ReportTable(
      name: "compare",
      columns: [
        .init("id", .text), .init("name", .text), .init("region", .text), .init("change", .text),
        .init("gpus_a", .integer), .init("gpus_b", .integer), .init("gpus_change", .integer),
        .init("opens_year_a", .integer), .init("opens_year_b", .integer), .init("connection_a", .text),
        .init("connection_b", .text), .init("discounted_change_eur", .number), .init("marker-color", .text),
        .init("marker-symbol", .text),
      ])
    var money: [String: Int] = [:]
    for line in comparison.bridge?.lines ?? [] { money[line.siteID] = line.amounts.discountedCents }
    for site in comparison.sites {
      let style = style(of: site)
      table.add([
        .text(site.id), .text(site.name), .text(site.region), .text(site.kind.rawValue),
        .integer(site.gpusA), .integer(site.gpusB), .integer(site.gpusChange),
        .optional(site.a?.opensYear), .optional(site.b?.opensYear),
        .optional(site.a.map { SiteDifference.connection(of: $0) }),
        .optional(site.b.map { SiteDifference.connection(of: $0) }),
        .optional(money[site.id].map { Double($0) / 100 }), .text(style.colour), .text(style.symbol),
      ])
    }
    return GeoJSONWriter.text(table, geometries: comparison.sites.map { .point($0.position) })
  }

  /// Colour and symbol of a site.
  static func style(of site: SiteDifference) -> (colour: String, symbol: String) {
    switch site.kind {
    case .left: (blue, "cross")
    case .joined: (orange, "star")
    case .changed where site.gpusChange < 0: (blue, "triangle-stroked")
    case .changed where site.gpusChange > 0: (orange, "triangle")
    case .changed: (grey, "square")
    case .kept: (grey, "circle")
    }
  }
}
