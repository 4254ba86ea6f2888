// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("A filter means the same in every format")
struct FilterMeaningTests {
  private static let formats = ["csv", "geojson", "gpkg", "shp", "fgb"]

  /// Places around the site: zone, kV, day.
  private static let rows: [(zone: String?, kv: Int64?, day: CalendarDate?)] = [
    ("UA", 400, CalendarDate(year: 2026, month: 1, day: 31)),
    ("Ua", 225, CalendarDate(year: 2026, month: 2, day: 1)),
    ("N", 63, CalendarDate(year: 2025, month: 12, day: 31)),
    ("N % 1", nil, nil),
    (nil, 90, CalendarDate(year: 2026, month: 10, day: 9)),
  ]

  /// The rows in a format, with a count for each filter.
  private func counts(_ filters: [String], _ format: String) throws -> (counts: [Double?], remarks: [String])
  {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let path = "\(folder.path)/places.\(format)"
    let writer = try VectorWriter(creating: path)
    let layer = try writer.addLayer(
      LayerDefinition(
        "places", geometryType: .point, spatialReference: SpatialReference(epsg: 4326),
        fields: [
          FieldDefinition("zone", .text), FieldDefinition("kv", .integer), FieldDefinition("day", .date),
        ], options: format == "csv" ? ["GEOMETRY": "AS_XY"] : [:]))
    for row in Self.rows {
      _ = try layer.write(
        [
          row.zone.map { .text($0) } ?? .null, row.kv.map { .integer($0) } ?? .null,
          row.day.map { .date($0) } ?? .null,
        ], geometry: Geometry.point(Coordinate(x: 2, y: 48)))
    }
    try writer.close()
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let declared = LayerSource(
      name: "places", source: path, crsOverride: "EPSG:4326", title: "Places",
      derivations: filters.enumerated().map { index, filter in
        LayerDerivation(.count(CountIndicator(radiusKm: 10, countAttribute: "n\(index)")), filter: filter)
      })
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [declared]).read()
    return (
      filters.indices.map { reading.table.number("n\($0)", row: 0) }, reading.reports[1].remarks
    )
  }

  private func expectAlike(_ wanted: [(filter: String, count: Double)]) throws {
    for format in Self.formats {
      let found = try counts(wanted.map(\.filter), format).counts
      for (wanted, count) in zip(wanted, found) {
        #expect(count == wanted.count, "\(format): \(wanted.filter)")
      }
    }
  }

  @Test("Texts are compared exactly, also in lists and by LIKE")
  func texts() throws {
    try expectAlike([
      ("zone = 'UA'", 1), ("zone LIKE 'U%A'", 1), ("zone ILIKE 'ua'", 2), ("zone IN ('UA', 'n', 'N')", 2),
      ("zone <> 'UA'", 3), ("\"zone\" != 'UA' AND zone <> 'N'", 2), ("ZONE = 'N'", 1),
      ("zone LIKE 'N !% _' ESCAPE '!'", 1), ("UPPER(zone) = 'UA'", 2), ("zone > 'UA'", 1),
      ("SUBSTR(zone, 1, 1) = 'N' AND LENGTH(zone) > 1", 1),
      ("CONCAT(zone, '-') = 'UA-' OR zone || 'x' = 'Nx'", 2),
    ])
  }

  @Test("Where a value is missing nothing is known, neither the statement nor its contrary")
  func missing() throws {
    try expectAlike([
      ("NOT (zone = 'UA')", 3), ("zone NOT IN ('UA')", 3), ("NOT zone LIKE 'U%'", 2), ("zone IS NULL", 1),
      ("zone IS NOT NULL", 4), ("zone = ''", 1), ("zone <> ''", 4), ("NOT (CAST(kv AS FLOAT) >= 225)", 2),
      ("zone = 'UA' OR CAST(kv AS INTEGER) = 90", 2), ("NOT (zone = 'N' AND CAST(kv AS INTEGER) = 1)", 5),
      ("COALESCE(zone, 'none') = 'none'", 1), ("NOT day >= '2026-01-01'", 1),
    ])
  }

  @Test("Days are compared as days, however a format keeps them")
  func days() throws {
    try expectAlike([
      ("day >= '2026-01-31'", 3), ("day < '2026/02/01'", 2), ("day = '2026-02-01'", 1),
      ("day BETWEEN '2026-01-01' AND '2026-09-30'", 2), ("CAST(day AS DATE) > '2026-02-01'", 1),
      ("day IN ('2026-01-31', '2025-12-31')", 2), ("day NOT BETWEEN '2026-01-01' AND '2026-12-31'", 1),
    ])
  }

  @Test("Numbers are compared as numbers, and calculated with")
  func numbers() throws {
    try expectAlike([
      ("CAST(kv AS FLOAT) >= 90", 3), ("CAST(kv AS INTEGER) / 100 = 2", 1),
      ("-CAST(kv AS FLOAT) < -300.5", 1),
      ("CAST(kv AS INTEGER) % 2 = 1 AND CAST(kv AS INTEGER) BETWEEN 60 AND 230", 2), ("kv = '400'", 1),
      ("FID IS NOT NULL", 5), ("OGR_GEOMETRY = 'POINT'", 5),
    ])
  }

  @Test("What the filter takes for a number and is none, or differs by blanks only, is reported")
  func remarks() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let text = "kind,v,lon,lat\nplot,400,2,48\nplot ,63 kV,2,48\n\u{A0}plot,,2,48\n"
    let one = LayerDerivation(
      .count(CountIndicator(radiusKm: 10, countAttribute: "n")),
      filter: "kind = 'plot' OR CAST(v AS FLOAT) > 1")
    let layer = try folder.layer("p.csv", text, derivations: [one], crs: "EPSG:4326")
    let reading = try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    #expect(reading.table.number("n", row: 0) == 1)
    let remarks = reading.reports[1].remarks
    #expect(
      remarks.contains { $0.contains("field 'v'") && $0.contains("'63 kV'") && $0.contains("1 of its texts") }
    )
    #expect(remarks.contains { $0.contains("field 'kind'") && $0.contains("2 features hold") })
  }

  @Test(
    "A filter that does not fit the fields is refused with what to write",
    arguments: [
      ("kv >= 400", "CAST(kv AS FLOAT) >= 400"), ("knid = 'x'", "did you mean \"kind\"?"),
      ("kind", "is no condition"), ("day > '2026-01-31'", "no date of the form"),
      ("day > '31/01/2026'", "write '2026-01-31'"),
      ("kind = 'PLOT'", "'plot' for 'PLOT'"), ("d8 > 5 OR d8 = 'x'", "names \"d8\""),
    ])
  func refusals(filter: String, words: String) throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, "")]))
    let nearest = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")), filter: filter)
    let layer = try folder.layer(
      "p.csv", "kind,kv,day,lon,lat\nplot,400,01/02/2026,2,48\n", derivations: [nearest], crs: "EPSG:4326")
    let failure = #expect(throws: InputFailure.self) {
      try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    }
    #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
  }

  @Test(
    "A condition that cannot be understood is refused with the place",
    arguments: [
      ("", 1), ("a = ", 5), ("a == 'b", 6), ("a = 1 b", 7), ("(a = 1", 7), ("a = NULL", 9),
      ("a LIKE 'x' ESCAPE 'ab'", 19),
      ("1 + 1", 1), ("no_such(a) = 1", 1), ("a = “b”", 5), ("a & b", 3), ("a IN 5", 6),
      ("CAST(a AS colour) = 1", 11),
      ("NOT", 4), ("a NOT = 5", 3), ("a = 12abc", 5),
    ])
  func syntax(text: String, column: Int) {
    let fault = #expect(throws: FeatureFilter.Fault.self) { try FeatureFilter(text) }
    #expect(fault?.column == column, "\(text): \(fault.map { "\($0)" } ?? "")")
  }

  @Test("Long filters are read and deep ones refused, neither overflows")
  func sizes() throws {
    let long = Array(repeating: "a = 1", count: 4_000).joined(separator: " OR ")
    #expect(try FeatureFilter(long).fields == ["a"])
    for deep in [
      String(repeating: "(", count: 100_000),
      String(repeating: "(", count: 60) + "a = 1" + String(repeating: ")", count: 60),
      String(repeating: "UPPER(", count: 9_000),
      Array(repeating: "1", count: 9_000).joined(separator: "+") + " = a",
    ] {
      #expect(throws: FeatureFilter.Fault.self) { try FeatureFilter(deep) }
    }
    #expect(throws: Never.self) { try FeatureFilter(String(repeating: "NOT ", count: 9_001) + "a = 1") }
  }

  @Test("Up to 20,000 parts are read, more are refused with what to do")
  func mostParts() throws {
    func list(_ values: Int) -> String {
      "a IN (" + (1...values).map(String.init).joined(separator: ",") + ")"
    }
    // Two parts a value, and three more: 19,999 and 20,001.
    #expect(try FeatureFilter(list(9_998)).fields == ["a"])
    // Blanks are no part, wherever they stand.
    let most = "(NOT " + list(9_997) + ")"
    #expect(try FeatureFilter(most + " ").fields == ["a"])
    #expect(try FeatureFilter(" " + most + "\n\n").fields == ["a"])
    let fault = #expect(throws: FeatureFilter.Fault.self) { try FeatureFilter(list(9_999)) }
    #expect(throws: FeatureFilter.Fault.self) { try FeatureFilter("(" + most + ") ") }
    #expect(fault?.message == "it has more than 20000 parts")
    #expect(fault?.hint == "put the values into a column of the source")
  }
}
