// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Reports
import Sites
import Testing

@testable import Results
@testable import Views
@testable import Wording

/// A screening in every form it is reported. Six invented sites, some with names that would do harm in a
/// careless writer.
@Suite struct ScreeningReportTests {
  private static let hostileName = "</script><img src=x onerror=alert(1)>&\"'"
  private static let quotedName = "Port, \"quai 3\"\nnord; =SUM(A1)"

  private static func table() throws -> SiteTable {
    let names = [hostileName, quotedName, "Charlie", "Delta", "Echo", "Foxtrot"]
    var table = try SiteTable(
      sites: names.enumerated().map { index, name in
        (
          "site-\(index)", name,
          SiteTable.Position(longitude: Double(index) + 0.123_456_789, latitude: 43 + Double(index))
        )
      })
    func add(_ name: String, _ unit: String, _ basis: Basis, _ values: [SiteValue.Content?]) throws {
      try table.set(
        SiteTable.Column(
          name: name, unit: unit,
          values: values.map { content in
            content.map { SiteValue($0, basis: basis, source: "layer <\(name)>, 2017") }
              ?? .missing("none within 50 km")
          }))
    }
    try add("grid_km", "km", .derived, [.number(5), .number(12.5), .number(30), nil, .number(1), .number(8)])
    try add("power_mw", "MW", .estimated, (0..<6).map { .number(Double(100 * ($0 + 1))) })
    try add("flood", "", .published, (0..<6).map { .text($0 == 4 ? "yes" : "no") })
    return table
  }

  private static let rules = [
    ScreeningRule(
      name: "near <the> grid", attribute: "grid_km", limit: ScreeningLimit(max: 20),
      source: "planner, \"mine\""),
    ScreeningRule(name: "dry", attribute: "flood", limit: ScreeningLimit(equals: .text("no"))),
    ScreeningRule(name: "small", attribute: "power_mw", limit: ScreeningLimit(max: 450)),
  ]

  private static let scores = [
    ScreeningScore(
      name: "grid", attribute: "grid_km", better: .lower, scale: .minMax(low: 0, high: nil),
      group: "place & co"),
    ScreeningScore(name: "power", attribute: "power_mw", better: .higher, weight: 0.5),
  ]

  private func report(
    rules: [ScreeningRule] = rules, scores: [ScreeningScore] = scores, top: Int = 1
  ) throws -> ScreeningReport {
    let table = try Self.table()
    let parameters = ScreeningParameters(top: top, samples: 40, seed: 3, rules: rules, scores: scores)
    return ScreeningReport(
      name: "Screening & \(Self.hostileName)", table: table,
      screening: try Screening(table: table, parameters: parameters))
  }

  private let context = ReportContext(
    toolVersion: "0.1.0", libraries: [.init("gdal", version: "3.6.2")],
    inputs: [.init(role: "scenario", path: "models/x.toml", sha256: "0011")],
    effectiveScenario: "schema = 1\n", seed: 3,
    basemap: Basemap(outlines: [
      .init(.departement, paths: [.init(x: [1, 3, 3, 1, 1], y: [44, 44, 46, 46, 44])])
    ]),
    warnings: ["careful with <tags>"])

  private func text(_ name: String, of report: ScreeningReport) throws -> String {
    let file = try #require(report.files(layers: [], context: context).first { $0.name == name })
    guard case .bytes(let bytes) = file.content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `excluded.csv has a row for every site and rule, with value, unit, limit, basis and source`()
    throws
  {
    let rows = CSVTests.parse(try text("excluded.csv", of: report()))
    #expect(
      rows == [
        [
          "site_id", "site_name", "rule", "attribute", "value", "unit", "limit", "why", "basis", "source",
          "limit_source",
        ],
        [
          "site-2", "Charlie", "near <the> grid", "grid_km", "30", "km", "at most 20 km", "limit broken",
          "derived",
          "layer <grid_km>, 2017", "planner, \"mine\"",
        ],
        [
          "site-3", "Delta", "near <the> grid", "grid_km", nil, "km", "at most 20 km", "no value", nil,
          "none within 50 km", "planner, \"mine\"",
        ],
        [
          "site-4", "Echo", "dry", "flood", "yes", "", "exactly 'no'", "limit broken", "published",
          "layer <flood>, 2017", "",
        ],
        [
          "site-4", "Echo", "small", "power_mw", "500", "MW", "at most 450 MW", "limit broken", "estimated",
          "layer <power_mw>, 2017", "",
        ],
        [
          "site-5", "Foxtrot", "small", "power_mw", "600", "MW", "at most 450 MW", "limit broken",
          "estimated",
          "layer <power_mw>, 2017", "",
        ],
      ])
  }

  @Test func `ranking.csv has every site, the kept ones by rank`() throws {
    let rows = CSVTests.parse(try text("ranking.csv", of: report()))
    #expect(
      rows[0].compactMap { $0 } == [
        "rank", "id", "name", "lon", "lat", "status", "score", "group place & co", "score grid",
        "score power",
        "rank_best", "rank_p05", "rank_median", "rank_p95", "rank_worst", "top_share", "excluded_by",
      ])
    #expect(rows.dropFirst().map { $0[1] } == ["site-0", "site-1", "site-2", "site-3", "site-4", "site-5"])
    #expect(rows.dropFirst().map { $0[0] } == ["1", "2", nil, nil, nil, nil])
    // grid: 1 - 5 / 12.5 = 0.6 and 0; power: 0 and 1; weights 1 and 0.5.
    #expect(rows[1][6...9] == ["0.4", "0.6", "0.6", "0"])
    #expect(rows[2][6...9] == ["0.333333333", "0", "0", "1"])
    #expect(rows[3][6...15].allSatisfy { $0 == nil })
    #expect(rows[1][2] == Self.hostileName && rows[2][2] == Self.quotedName)
    #expect(
      rows[5].last == "dry: flood 'yes' (published: layer <flood>, 2017), exactly 'no'; "
        + "small: power_mw 500 MW (estimated: layer <power_mw>, 2017), at most 450 MW")
  }

  @Test func `stability.csv gives the ends of every weight`() throws {
    let rows = CSVTests.parse(try text("stability.csv", of: report()))
    // site-0 leads while 0.6 g > p, with g and p the weights of the group and of power.
    #expect(
      rows.dropFirst().map { $0 } == [
        ["group", "place & co", "1", "0.833333333", nil, "site-1", "site-0", nil, nil],
        ["score", "grid", "1", "0", nil, nil, nil, nil, nil],
        ["score", "power", "0.5", "0", "0.6", nil, nil, "site-1", "site-0"],
      ])
  }

  @Test func `sites.geojson is flat, complete and says why`() throws {
    let root = try JSONReader.value(try text("sites.geojson", of: report()))
    #expect(root["type"]?.string == "FeatureCollection" && root["crs"] == nil)
    let features = try #require(root["features"]?.array)
    #expect(features.compactMap { $0["id"]?.string } == (0..<6).map { "site-\($0)" })
    for feature in features {
      #expect(feature["geometry"]?["type"]?.string == "Point")
      for property in try #require(feature["properties"]?.members) {
        #expect(property.value.members == nil && property.value.array == nil, "\(property.name) is flat")
      }
    }
    let properties = features.compactMap { $0["properties"] }
    #expect(
      properties.map { $0["status"]?.string } == [
        "kept", "kept", "excluded", "excluded", "excluded", "excluded",
      ])
    #expect(properties[0]["rank"]?.double == 1 && properties[0]["score"]?.double == 0.4)
    #expect(properties[0]["shortlisted"]?.bool == true && properties[1]["shortlisted"]?.bool == false)
    #expect(properties[0]["excluded_by"]?.string == "")
    #expect(properties[3]["rank"]?.isNull == true)
    #expect(
      properties[3]["excluded_by"]?.string
        == "near <the> grid: grid_km missing (none within 50 km), at most 20 km")
    #expect(features[0]["geometry"]?["coordinates"]?.array?[0].double == 0.123_456_8)
  }

  @Test func `screening.json holds what the tables hold`() throws {
    let found = try report()
    let root = try JSONReader.value(found.json)
    #expect(root["kept"]?.double == 2 && root["excluded"]?.double == 4 && root["sites"]?.double == 6)
    #expect(root["rules"]?.array?.compactMap { $0["excluded"]?.double } == [1, 2, 2])
    #expect(root["rules"]?.array?.compactMap { $0["name"]?.string } == ["dry", "near <the> grid", "small"])
    #expect(root["scores"]?.array?.first?["low"]?.double == 0)
    #expect(root["scores"]?.array?.first?["high"]?.double == 12.5)
    #expect(root["ranking"]?.array?.compactMap { $0["id"]?.string } == ["site-0", "site-1"])
    let exclusions = root["excluded_sites"]?.array?.compactMap { $0["excluded_by"]?.array?.count }
    #expect(exclusions == [1, 1, 2, 1])
    #expect(root["excluded_sites"]?.array?[1]["excluded_by"]?.array?[0]["missing"]?.bool == true)
    #expect(root["stability"]?["members"]?.array?.compactMap(\.string) == ["site-0"])
    #expect(root["stability"]?["weights"]?.array?.last?["high"]?.double == 0.6)
    #expect(root["random_weights"]?["samples"]?.double == 40)
  }

  @Test
  func `the page is well formed, loads nothing, runs its own scripts only, and escapes what comes from data`()
    throws
  {
    let page = try text("report.html", of: report())
    let elements = try XMLCheck.wellFormed(page)
    let names = Set(elements.map(\.name))
    #expect(XMLCheck.scripts(page) == [PageAsset.kit.text, PageAsset.tables.text])
    for name in ["img", "iframe", "link", "object", "embed", "form"] {
      #expect(!names.contains(name), "no <\(name)>")
    }
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for (_, attributes) in elements {
      #expect(attributes.keys.allSatisfy { !$0.hasPrefix("on") })
      if let target = attributes["href"] { #expect(ids.contains(String(target.dropFirst()))) }
    }
    #expect(elements.count { $0.name == "table" } == elements.count { $0.name == "caption" })
    for section in ["map", "rules", "ranking", "stability", "excluded", "sources"] {
      #expect(ids.contains(section))
    }
    // Two excluded sites on the map of France at least, and one numbered disc.
    #expect(elements.count { $0.attributes["class"] == "excluded" } == 4)
    #expect(elements.count { $0.attributes["class"] == "disc-number" } == 1)
    #expect(elements.count { $0.attributes["class"] == "not-chosen" } == 1)
  }

  @Test func `the text names every excluded site with all its rules, and fits a terminal`() throws {
    let text = try report().text()
    #expect(text.contains("6 sites: 2 kept, 4 excluded"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines.contains { $0.hasPrefix("Charlie") && $0.contains("30 km*") && $0.contains("at most 20 km") })
    #expect(lines.contains { $0.hasPrefix("Delta") && $0.contains("missing (none within 50 km)") })
    #expect(lines.contains { $0.contains("small") && $0.contains("500 MW?") })
    #expect(lines.contains { $0.contains("power") && $0.contains("0.6") && $0.contains("+site-1 -site-0") })
    #expect(lines.contains { $0.contains("grid") && $0.contains("any") })
    #expect(text.contains("40 random weightings (seed 3)"))
    let narrow = try report().text(width: 100).split(separator: "\n")
    #expect(narrow.allSatisfy { TextWidth.columns(String($0)) <= 100 || $0.hasPrefix("Screening") })
  }

  @Test func `without scores, without rules and without kept sites every file is still whole`() throws {
    let none = ScreeningRule(name: "none", attribute: "power_mw", limit: ScreeningLimit(min: 1e9))
    for report in [
      try report(scores: []), try report(rules: []), try report(rules: [none]),
      try report(rules: [], scores: []),
    ] {
      let files = report.files(layers: [], context: context)
      #expect(files.count == 7)
      try XMLCheck.wellFormed(try text("report.html", of: report))
      _ = try JSONReader.value(report.json)
      #expect(try JSONReader.value(report.geoJSON)["features"]?.array?.count == 6)
      #expect(CSVTests.parse(report.csv).count == 7)
      #expect(!report.text().isEmpty)
    }
    #expect(try report(scores: []).stability == nil)
  }

  @Test func `the manifest lists the files and lets the directory be replaced`() throws {
    let report = try report()
    let files = report.files(layers: [], context: context).map(\.name)
    #expect(
      files.sorted() == [
        "excluded.csv", "manifest.json", "ranking.csv", "report.html", "screening.json", "sites.geojson",
        "stability.csv",
      ])
    let manifest = try JSONReader.value(try text("manifest.json", of: report))
    #expect(Manifest.files(of: manifest) == files.sorted())
    #expect(manifest["status"]?.string == "screened")
    #expect(manifest["seed"]?.double == 3)
  }

  @Test func `the same screening gives the same bytes`() throws {
    func all(_ report: ScreeningReport) throws -> [String] {
      try report.files(layers: [], context: context).map { try text($0.name, of: report) }
    }
    #expect(
      try all(report()) == all(report(rules: Self.rules.reversed(), scores: Self.scores.reversed())))
  }
}
