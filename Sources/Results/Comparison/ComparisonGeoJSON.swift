// SPDX-License-Identifier: GPL-3.0-or-later

/// `compare.geojson`: every site that either plan chose as a point, blue where A has more GPUs, orange where
/// B has, grey where both have the same. A symbol says the same as the colour, by the names that simplestyle
/// readers know.
package enum ComparisonGeoJSON {
  /// Blue and orange of Okabe and Ito, which readers with any colour vision tell apart, and a grey.
  static let (blue, orange, grey) = ("#0072b2", "#e69f00", "#767676")

  /// The text of the file.
  package static func text(_ comparison: PlanComparison) -> String {
    var money: [String: Int] = [:]
    for line in comparison.bridge?.lines ?? [] { money[line.siteID] = line.amounts.discountedCents }
    let table = ReportTable(name: "compare", columns(money), rows: comparison.sites)
    return GeoJSONWriter.text(table, geometries: comparison.sites.map { .point($0.position) })
  }

  /// - Parameter money: Change of discounted cost of a site in cents.
  private static func columns(_ money: [String: Int]) -> [Column<SiteDifference>] {
    [
      .text("id") { $0.id }, .text("name") { $0.name }, .text("region") { $0.region },
      .text("change") { $0.kind.rawValue }, .integer("gpus_a") { $0.gpusA }, .integer("gpus_b") { $0.gpusB },
      .integer("gpus_change") { $0.gpusChange }, .integer("opens_year_a") { $0.a?.opensYear },
      .integer("opens_year_b") { $0.b?.opensYear },
      .text("connection_a") { $0.a.map { SiteDifference.connection(of: $0) } },
      .text("connection_b") { $0.b.map { SiteDifference.connection(of: $0) } },
      .number("discounted_change_eur") { money[$0.id].map { Double($0) / 100 } },
      .text("marker-color") { style(of: $0).colour }, .text("marker-symbol") { style(of: $0).symbol },
    ]
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
