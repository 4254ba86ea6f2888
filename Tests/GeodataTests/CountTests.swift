// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites
import Testing

@testable import Geodata

@Suite("Count within a radius")
struct CountTests {
  private func derivation(_ radiusKm: Double, sum: String? = nil) -> LayerDerivation {
    LayerDerivation(
      .count(
        CountIndicator(
          radiusKm: radiusKm, countAttribute: "n",
          sums: sum.map { [FieldMapping(field: $0, attribute: "total", unit: "MW")] } ?? [])))
  }

  @Test("Counts what lies within, the rim included, and adds up a field; an empty field adds nothing")
  func byHand() throws {
    let table = try Plane.table(
      sites: [Plane.point(0, 0), Plane.point(100_000, 0)], header: ["mw"],
      [
        .init(Plane.point(3_000, 4_000), "10.5"), .init(Plane.point(-1_000, 0), ""),
        .init(Plane.point(0, 5_000.01), "99"),
      ], derivation(5, sum: "mw"))
    #expect(table.number("n", row: 0) == 2)
    #expect(table.number("total", row: 0) == 10.5)
    #expect(table.column("total")?.unit == "MW")
    #expect(table.number("n", row: 1) == 0)
    #expect(table.number("total", row: 1) == 0)
  }

  @Test("A feature counts once however many of its parts lie within, and a polygon around the site counts")
  func once() throws {
    let rows = [
      Plane.Row("MULTIPOINT (1 0,2 0,3 0)"), Plane.Row(Plane.line((0...500).map { (Double($0), 10) })),
      Plane.Row(Plane.square(-90_000, -90_000, 180_000)),
    ]
    #expect(try Plane.table(sites: [Plane.point(0, 0)], rows, derivation(1)).number("n", row: 0) == 3)
  }

  @Test("A filter that lets nothing through is a zero, not an error")
  func emptyFilter() throws {
    var none = derivation(5, sum: "mw")
    none.filter = "mw = 'nobody'"
    let table = try Plane.table(
      sites: [Plane.point(0, 0)], header: ["mw"], [.init(Plane.point(0, 0), "1")], none)
    #expect(table.number("n", row: 0) == 0)
    #expect(table.number("total", row: 0) == 0)
  }

  @Test(
    "Counts and sums add up over a layer split in two, whatever the order and the batches", arguments: 1...3)
  func additive(seed: Int) throws {
    var chance = Chance(seed)
    let shapes =
      chance.points(150, within: 40_000) + chance.lines(20, within: 40_000)
      + chance.polygons(20, within: 40_000, size: 8_000)
    let rows = shapes.enumerated().map { Plane.Row($1, "\(Double($0) * 1.1)") }
    let sites = chance.points(15, within: 40_000)
    func columns(_ rows: [Plane.Row], batch: Int = 65_536) throws -> (n: [Double], total: [Double]) {
      let table = try Plane.table(
        sites: sites, header: ["mw"], rows, derivation(10, sum: "mw"), limits: BatchLimits(features: batch))
      return (
        sites.indices.compactMap { table.number("n", row: $0) },
        sites.indices.compactMap { table.number("total", row: $0) }
      )
    }
    let whole = try columns(rows)
    let first = try columns(rows.filter { $0.wkt.hashed % 2 == 0 })
    let second = try columns(rows.filter { $0.wkt.hashed % 2 == 1 })
    let turned = try columns(rows.reversed(), batch: 3)
    for site in sites.indices {
      #expect(whole.n[site] == first.n[site] + second.n[site])
      #expect(agree(whole.total[site], first.total[site] + second.total[site]))
      #expect(whole.n[site] == turned.n[site])
      #expect(whole.total[site] == turned.total[site])
    }
    let features = try shapes.map(Plane.geometry)
    for (site, wkt) in sites.enumerated() {
      let place = try Plane.geometry(wkt)
      #expect(whole.n[site] == Double(try features.count { try $0.distance(to: place) <= 10_000 }))
    }
  }

  @Test("A text in a summed field is a finding")
  func badNumber() throws {
    let found = try Plane.findings(
      header: ["mw"], [.init(Plane.point(0, 0), "plenty")], derivation(5, sum: "mw"))
    #expect(
      found == [
        "feature 1: field 'mw' holds 'plenty' where a number is needed; write digits with a point, such as 12.5"
      ])
  }

  @Test(
    "What no calculation can hold is refused with its feature, never counted as 0 or read as hexadecimal",
    arguments: ["nan", "inf", "Infinity", "0x10", "1e400", "1_000", "12,5"])
  func noNumber(text: String) throws {
    let found = try Plane.findings(
      header: ["mw"], [.init(Plane.point(0, 0), "1"), .init(Plane.point(0, 0), "\"\(text)\"")],
      derivation(5, sum: "mw"))
    #expect(found.count == 1)
    #expect(found.first?.contains("feature 2: field 'mw' holds '\(text)'") == true, "\(found)")
  }

  @Test("A gap is left out of a sum and reported; a sum of nothing but gaps is missing")
  func gaps() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.geojson", GeoJSON.points([("a", 2, 48, ""), ("b", 5, 45, ""), ("c", 0, 47, "")]))
    let layer = try folder.layer(
      "plants.csv", "lon,lat,mw\n2,48,7\n2,48,\n5,45,\n", derivations: [derivation(5, sum: "mw")],
      crs: "EPSG:4326")
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    let column = try #require(reading.table.columns.last)
    #expect(column.values[0].number == 7)
    #expect(column.values[1].isMissing)
    #expect(column.values[2].number == 0)
    #expect(
      reading.reports[1].remarks.contains { $0.contains("feature 2, feature 3 have no mw and are left out") },
      "\(reading.reports[1].remarks)")
  }
}

extension String {
  /// A number that depends on the text alone; the standard hash changes from run to run.
  fileprivate var hashed: Int { utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xffff_ffff } }
}
