// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Tables that state places twice")
struct TwicePlacedTests {
  private static let decides = "say which is meant"

  private func read(
    _ text: String, crs: String? = nil, _ change: (inout LayerSource) -> Void = { _ in }
  ) throws -> (table: SiteTable, remarks: [String]) {
    let folder = try LayerFolder()
    defer { folder.remove() }
    var declared = try folder.layer("sites.csv", text, crs: crs)
    change(&declared)
    let (table, report) = try SiteReader(declared: declared).read()
    return (table, report.remarks)
  }

  private func failure(
    _ text: String, crs: String? = nil, _ change: (inout LayerSource) -> Void = { _ in }
  ) throws -> [String] {
    do {
      _ = try read(text, crs: crs, change)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }

  private static let apart =
    "id,name,lon,lat,WKT\nA,a,2.5,48.5,POINT (2.5 48.5)\nB,b,2.5,48.5,POINT (3.5 48.5)\n"

  @Test(
    "Geometries and columns that disagree are refused with the line, both places and the keys that decide")
  func geometriesAndColumns() throws {
    let found = try failure(Self.apart, crs: "EPSG:4326")
    let message = try #require(found.first)
    #expect(found.count == 1)
    for part in [
      "line 3", "'WKT'", "'lon' and 'lat'", "74 km apart", Self.decides, "x = \"lon\", y = \"lat\"",
      "open_options = { GEOM_POSSIBLE_NAMES = \"WKT\" }",
    ] { #expect(message.contains(part), "\(part): \(message)") }
  }

  @Test("What the refusal advises decides")
  func decided() throws {
    let columns = try read(Self.apart, crs: "EPSG:4326") {
      $0.pointColumns = PointColumns(x: "lon", y: "lat")
    }
    #expect(columns.table.positions[1].longitude == 2.5)
    let geometries = try read(Self.apart, crs: "EPSG:4326") {
      $0.openOptions = ["GEOM_POSSIBLE_NAMES": "WKT"]
    }
    #expect(geometries.table.positions[1].longitude == 3.5)
    #expect(columns.remarks.isEmpty && geometries.remarks.isEmpty, "\(columns.remarks) \(geometries.remarks)")
  }

  @Test("Geometries and columns that agree are read, with a remark; a point inside a plot agrees with it")
  func agreeing() throws {
    let points = try read("id,name,lon,lat,WKT\nA,a,2.5,48.5,POINT (2.500001 48.5)\n", crs: "EPSG:4326")
    #expect(
      points.remarks == [
        "places are read from 'WKT'; 'lon' and 'lat' state them too and agree within 1 m"
      ], "\(points.remarks)")
    let plot = try read(
      "id;name;lon;lat;WKT\nA;a;2.5;48.5;POLYGON ((2 48,3 48,3 49,2 49,2 48))\n", crs: "EPSG:4326")
    #expect(plot.remarks.count == 1, "\(plot.remarks)")
    let metres = try read(
      "id,name,longitude,latitude,WKT\nA,a,3,46.5,POINT (700000 6600000)\n", crs: "EPSG:2154")
    #expect(metres.remarks.count == 1, "\(metres.remarks)")
    #expect(
      try failure("id,name,longitude,latitude,WKT\nA,a,2,46.5,POINT (700000 6600000)\n", crs: "EPSG:2154")
        .first?.contains(Self.decides) == true)
  }

  @Test(
    "Two pairs of columns that disagree are refused, whatever they are called",
    arguments: [
      ("id,name,lon,lat,longitude,latitude\nA,a,2.5,48.5,2.6,48.5\n", "'longitude' and 'latitude'"),
      ("id,name,lon,lat,x,y\nA,a,2.5,48.5,2.6,48.5\n", "'x' and 'y'"),
      ("id,name,lon,lat,x,y\nA,a,3,46.5,650000,6860000\n", "'x' and 'y'"),
      ("id,name,lon,lat,x_l93,y_l93\nA,a,3,46.5,650000,6860000\n", "'x_l93' and 'y_l93'"),
      ("id,name,lon,lat,latitude\nA,a,2.5,48.5,47.5\n", "'lon' and 'latitude'"),
      ("id,name,lon,lat,geo_point_2d\nA,a,2.5,48.5,\"48.5, 2.6\"\n", "'geo_point_2d'"),
    ])
  func twoPairs(text: String, other: String) throws {
    let message = try #require(try failure(text).first)
    for part in ["line 2", "'lon' and 'lat'", other, Self.decides, "x = \"lon\", y = \"lat\""] {
      #expect(message.contains(part), "\(part): \(message)")
    }
  }

  @Test("Two pairs that agree are read with a remark; one that the stated system rules out needs none")
  func pairsAgree() throws {
    let both = try read("id,name,lon,lat,x_l93,y_l93\nA,a,3,46.5,700000,6600000\n", crs: "EPSG:4326")
    #expect(both.table.positions[0] == SiteTable.Position(longitude: 3, latitude: 46.5))
    let twins = try read("id,name,lon,lat,x,y\nA,a,3,46.5,700000,6600000\n")
    #expect(
      twins.remarks.contains(
        "places are read from 'lon' and 'lat'; 'x' and 'y' state them too and agree within 1 m"),
      "\(twins.remarks)")
    let metres = try read("id,name,lon,lat,x,y\nA,a,3.1,46.5,700000,6600000\n", crs: "EPSG:2154")
    #expect(metres.table.positions[0] == SiteTable.Position(longitude: 3, latitude: 46.5))
    #expect(metres.remarks.isEmpty, "\(metres.remarks)")
  }

  @Test("Places that differ by no more than the rounding of their digits agree, with a remark")
  func rounded() throws {
    let exact = try CoordinateTransform(from: SpatialReference(epsg: 4326), to: SpatialReference(epsg: 2154))
      .transform(Coordinate(x: 3.1234567, y: 46.7654321))
    func table(_ lon: String, _ lat: String, north metres: Double = 0) -> String {
      let (x, y) = (Int(exact.x.rounded()), Int((exact.y + metres).rounded()))
      return "id,name,lon,lat,x_l93,y_l93\nA,a,\(lon),\(lat),\(x),\(y)\n"
    }
    for (lon, lat, words) in [
      ("3.1235", "46.7654", "agree within 5 m, which the rounding of the numbers explains"),
      ("3.12346", "46.76543", "agree within 1 m"), ("3.123", "46.765", "the rounding of the numbers"),
    ] {
      let remarks = try read(table(lon, lat)).remarks
      #expect(remarks.contains { $0.contains(words) }, "\(lon): \(remarks)")
    }
    // Half a unit of the fourth decimal is 5.6 m northwards, of the fifth 0.6 m.
    #expect(try failure(table("3.1235", "46.7654", north: -2)).isEmpty)
    #expect(
      try failure(table("3.1235", "46.7654", north: 9)).first?.contains("line 2") == true)
    #expect(
      try failure(table("3.12346", "46.76543", north: 4)).first?.contains(Self.decides)
        == true)
    // The other way round: metres are read, rounded degrees stand beside them.
    let metres = try read(
      "id,name,longitude,latitude,WKT\nA,a,3.1235,46.7654,POINT (\(Int(exact.x)) \(Int(exact.y)))\n",
      crs: "EPSG:2154")
    #expect(
      metres.remarks.contains { $0.contains("the rounding of the numbers explains") }, "\(metres.remarks)")
    // Digits that say next to nothing explain nothing.
    #expect(try !failure(table("3.1", "46.8")).isEmpty)
    #expect(try !failure(table("3", "47")).isEmpty)
  }

  @Test("Two columns of geometries are refused until one is chosen")
  func twoGeometries() throws {
    let text = "id;name;wkt;geom\nA;a;POINT (2 48);POINT (3 48)\n"
    let message = try #require(try failure(text, crs: "EPSG:4326").first)
    #expect(
      message.contains("'wkt' and 'geom'") && message.contains("GEOM_POSSIBLE_NAMES = \"wkt\""), "\(message)")
    func chosen(_ text: String, _ name: String) throws -> SiteTable.Position {
      try read(text, crs: "EPSG:4326") { $0.openOptions = ["GEOM_POSSIBLE_NAMES": name] }.table.positions[0]
    }
    #expect(try chosen(text, "wkt").longitude == 2)
    // The driver takes a column called WKT whatever the option says.
    let ignored = try failure(text, crs: "EPSG:4326") { $0.openOptions = ["GEOM_POSSIBLE_NAMES": "geom"] }
    #expect(ignored.first?.contains("call 'wkt' something else") == true, "\(ignored)")
    #expect(try chosen(text.replacing("wkt", with: "the_geom"), "geom").longitude == 3)
  }

  @Test(
    "A site without the place that is read is reported where the other one is, and what it takes to read it")
  func missingPlace() throws {
    for cell in ["", "12"] {
      #expect(
        try failure("id,name,lon,lat,geom\nA,a,2.5,48.5,\(cell)\n", crs: "EPSG:4326") == [
          "site 'A' has no geometry; give it a point or an area; places are read from 'geom', for 'lon' and 'lat' say x = \"lon\", "
            + "y = \"lat\" beside source"
        ])
    }
    let message = try failure("id,name,lon,lat,x,y\nA,a,3,46.5,650000,6860000\n").first
    #expect(
      message?.contains(
        "x = \"lon\", y = \"lat\", crs = \"EPSG:4326\" or x = \"x\", y = \"y\", crs = \"EPSG:...\"") == true)
  }

  @Test("An inspection tells that places are stated twice")
  func inspection() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let dataset = try Dataset.open(try folder.layer("posts.csv", Self.apart).source, contents: .vector)
    let hints = try LayerSurvey.survey(dataset.layer(named: nil), driver: "CSV").place.hints
    #expect(hints.contains { $0.contains("places are stated in 'WKT', in 'lon' and 'lat'") }, "\(hints)")
  }

  @Test("A layer is as strict as a table of sites")
  func layers() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.csv", "id,name,lon,lat\nA,a,2.5,48.5\n", crs: "EPSG:4326")
    let layer = try folder.layer(
      "posts.csv", Self.apart,
      derivations: [LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "post_km")))],
      crs: "EPSG:4326")
    let failure = #expect(throws: InputFailure.self) {
      try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
    }
    #expect(failure?.findings.first?.message.contains(Self.decides) == true)
  }
}
