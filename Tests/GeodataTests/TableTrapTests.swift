// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Traps of tables")
struct TableTrapTests {
  private func sites(_ text: String, _ change: (inout SiteSource) -> Void = { _ in }) throws -> (
    table: SiteTable, report: LayerReport
  ) {
    let folder = try LayerFolder()
    defer { folder.remove() }
    var source = SiteSource(declared: try folder.layer("sites.csv", text, crs: "EPSG:4326"))
    change(&source)
    return try SiteReader(sources: [source]).read()
  }

  private func failure(_ read: () throws -> Void) throws -> [String] {
    do {
      try read()
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }

  /// What is reported on a layer from which a site at 2.5, 48.5 takes something.
  private func layer(
    _ text: String, _ indicator: LayerIndicator, filter: String? = nil, name: String = "layer.csv",
    _ change: (inout LayerSource) -> Void = { _ in }
  ) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.csv", "id,name,lon,lat\nA,a,2.5,48.5\nB,b,2.6,48.5\n", crs: "EPSG:4326")
    var layer = try folder.layer(
      name, text, derivations: [LayerDerivation(indicator, filter: filter)], crs: "EPSG:4326")
    change(&layer)
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: [layer]).read()
  }

  @Test("Decimal commas of coordinates are reported once, and truly")
  func commasOfCoordinates() throws {
    let (table, report) = try sites("id;name;lon;lat\nA;a;2,35;48,5\nB;b;2.5;48,5\n")
    #expect(report.remarks == ["'lon' and 'lat' hold decimal commas ('2,35'), read as such"])
    #expect(table.number("lon", row: 0) == 2.35 && table.number("lat", row: 1) == 48.5)
  }

  @Test(
    "Texts that look like numbers are reported, in a table of sites",
    arguments: [
      ("0x10", "'0x10'"), ("1 200", "write 1200"), ("12 MW", "write 12 alone, without 'MW'"),
      ("12MW", "without 'MW'"),
      ("45 %", "write 45 alone"), ("45%", "without '%'"), ("1\u{202F}200,5", "write 1200.5"),
      ("1.234.567", "'1.234.567'"), ("1 200 m²", "write 1200 alone, without 'm²'"), ("$12", "write 12 alone"),
    ])
  func numberLike(cell: String, said: String) throws {
    let (table, report) = try sites("id;name;lon;lat;size\nA;a;2;48;\(cell)\nB;b;2;48;\(cell)\n")
    #expect(table.text("size", row: 0) == cell)
    #expect(report.remarks.count == 1, "\(report.remarks)")
    #expect(
      report.remarks.contains { $0.contains("column 'size'") && $0.contains(said) }, "\(report.remarks)")
  }

  @Test(
    "Texts that are none stay texts without a word",
    arguments: [
      "2027-01-31", "31/12/2027", "12 rue", "A12", "400;225", "10.1.2.3", "01 23 45 67 89", "12C",
      "48.5, 2.3",
    ])
  func noNumber(cell: String) throws {
    #expect(try sites("id,name,lon,lat,note\nA,a,2,48,\"\(cell)\"\n").report.remarks.isEmpty)
  }

  @Test(
    "Fields of layers that look like numbers and become texts are reported",
    arguments: ["5,5", "0x10", "1 200", "12 MW"])
  func likeInLayers(cell: String) throws {
    let within = LayerIndicator.nearest(
      NearestIndicator(
        distanceAttribute: nil, fields: [FieldMapping(field: "size", attribute: "post_size")]))
    let reading = try layer("id;lon;lat;size\n1;2.5;48.5;\(cell)\n", within)
    #expect(reading.table.text("post_size", row: 0) == cell)
    let remarks = reading.reports[1].remarks
    #expect(
      remarks.contains {
        $0.contains("attribute 'post_size'") && $0.contains("'\(cell)'") && $0.contains("site A")
      },
      "\(remarks)")
  }

  @Test("Numbers of a CSV layer without a unit are told to be texts, codes are not")
  func numbersWithoutUnit() throws {
    func remarks(_ attribute: String, _ unit: String) throws -> [String] {
      let fields = [FieldMapping(field: "size", attribute: attribute, unit: unit)]
      return try layer(
        "id,lon,lat,size\n1,2.5,48.5,225\n",
        .nearest(NearestIndicator(distanceAttribute: nil, fields: fields))
      ).reports[1].remarks
    }
    #expect(try remarks("post_size", "kV").isEmpty)
    #expect(try remarks("post_code", "").isEmpty)
    #expect(try remarks("post_size", "").contains { $0.contains("units = { post_size = ") })
  }

  @Test("What stands for no value is none, in a table of sites too")
  func noData() throws {
    let (table, report) = try sites(
      "id,name,lon,lat,power_mw_max,noise\nA,a,2,48,-9999,-9999\nB,b,2,48,10,3\n"
    ) {
      $0.declared.noData = -9999
    }
    #expect(table.value("power_mw_max", row: 0).isMissing && table.value("noise", row: 0).isMissing)
    #expect(table.number("noise", row: 1) == 3)
    #expect(report.remarks.isEmpty, "\(report.remarks)")
    let undeclared = try sites("id,name,lon,lat,noise\nA,a,2,48,-9999\nB,b,2,48,3\nC,c,2,48,4\n")
    #expect(
      undeclared.report.remarks.contains { $0.contains("nodata = -9999") }, "\(undeclared.report.remarks)")
  }

  @Test("A filter that finds nothing says what is there in another case, whatever the format")
  func caseOfFormats() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.csv", "id,name,lon,lat\nA,a,2.5,48.5\n", crs: "EPSG:4326")
    for format in ["kinds.csv", "kinds.gpkg", "kinds.geojson", "kinds.fgb", "kinds.shp"] {
      let path = "\(folder.path)/\(format)"
      if format.hasSuffix(".csv") {
        try Data("kind,lon,lat\nSolar,2.5,48.5\nWind,2.5,48.5\n".utf8).write(to: URL(filePath: path))
      } else {
        let writer = try VectorWriter(creating: path)
        let layer = try writer.addLayer(
          LayerDefinition(
            "kinds", geometryType: .point, spatialReference: SpatialReference(epsg: 4326),
            fields: [FieldDefinition("kind", .text)]))
        for kind in ["Solar", "Wind"] {
          _ = try layer.write([.text(kind)], geometry: try Geometry.point(Coordinate(x: 2.5, y: 48.5)))
        }
        try writer.close()
      }
      for (count, filter) in [
        (false, "kind = 'solar'"), (true, "kind IN ('solar', 'x')"), (true, "kind LIKE 'solar'"),
      ] {
        let indicator: LayerIndicator =
          count
          ? .count(CountIndicator(radiusKm: 5, countAttribute: "n"))
          : .nearest(NearestIndicator(distanceAttribute: "km"))
        let declared = LayerSource(
          name: "kinds", source: path, crsOverride: "EPSG:4326", title: "Kinds",
          derivations: [LayerDerivation(indicator, filter: filter)])
        var said: [String] = []
        do {
          said = try SiteTableReader(sites: SiteReader(declared: sites), layers: [declared]).read().reports[1]
            .remarks
        } catch let failure as InputFailure {
          said = failure.findings.map(\.message)
        }
        #expect(
          said.contains {
            $0.contains("lets no feature through")
              && $0.contains("upper and lower case differ: there is 'Solar' for 'solar'")
          }, "\(format) \(filter): \(said)")
      }
    }
  }

  @Test("A bad cell is named with its line, whatever a filter lets through before it")
  func lineBehindFilter() throws {
    let text = "kind,lon,lat\nb,2.5,48.5\n\nb,2.5,48.5\na,2.5,48.5\na,2.5 E,48.5\n"
    let found = try failure {
      _ = try layer(text, .nearest(NearestIndicator(distanceAttribute: "km")), filter: "kind = 'a'")
    }
    #expect(found.first?.hasPrefix("line 6: lon = '2.5 E'") == true, "\(found)")
  }

  @Test("A table whose name holds dots is read as strictly in a folder")
  func dotsInName() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let declared = try folder.layer("a.b.csv", "id,name,lon,lat\nA,a,2,48\nB,b,2.3\n", crs: "EPSG:4326")
    _ = try folder.layer("c.csv", "id,v\n1,2\n")
    var whole = declared
    whole.source = folder.path
    whole.layer = "a.b"
    for source in [declared, whole] {
      let found = try failure { _ = try SiteReader(declared: source).read() }
      #expect(found.first?.hasPrefix("line 3: 3 fields where the header has 4") == true, "\(found)")
    }
  }

  @Test("Runs of blanks that count as one separator are read strictly too", arguments: ["YES", "true", "1"])
  func mergedSeparators(value: String) throws {
    func read(_ rows: String) throws -> SiteTable {
      try sites("id  name lon   lat note\n" + rows) {
        $0.declared.openOptions = ["MERGE_SEPARATOR": value, "SEPARATOR": "SPACE"]
      }.table
    }
    #expect(try read("A a    2.5 48.5 \"x  y\"\n").text("note", row: 0) == "x  y")
    let found = try failure { _ = try read("A a 2 48 n\nB b   2.5\n") }
    #expect(found.first?.hasPrefix("line 3: 3 fields where the header has 5") == true, "\(found)")
  }

  @Test("A file in UTF-16, or with carriage returns alone, is reported once")
  func encodings() throws {
    let rows = "id,name,lon,lat,note\n" + (0..<30).map { "A\($0),\"a\",2,48,x\n" }.joined()
    let folder = try LayerFolder()
    defer { folder.remove() }
    let units = Array(rows.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let nul = rows.replacing("A1", with: "\0").replacing("A2", with: "\0")
    let files: [(name: String, bytes: [UInt8], said: String)] = [
      ("le.csv", [0xFF, 0xFE] + little, "UTF-16"), ("be.csv", [0xFE, 0xFF] + big, "UTF-16"),
      ("bare.csv", little, "NUL byte"),
      ("cr.csv", Array(rows.replacing("\n", with: "\r").utf8), "carriage return"),
      ("nul.csv", Array(nul.utf8), "NUL byte"),
    ]
    for (name, bytes, said) in files {
      let path = "\(folder.path)/\(name)"
      try Data(bytes).write(to: URL(filePath: path))
      let found = try failure {
        _ = try SiteReader(declared: LayerSource(name: "s", source: path, crsOverride: "EPSG:4326")).read()
      }
      #expect(found.count == 1 && found.first?.contains(said) == true, "\(name): \(found)")
    }
  }

  @Test("A unit in the name of a column that is not the one planning counts in is refused, with what to do")
  func unitsOfNames() throws {
    for (attribute, column, unit) in [
      ("power_mw_max", "puissance_kw", "kW"), ("power_mw_max", "puissance (kW)", "kW"),
      ("area_ha", "surface_m2", "m2"), ("grid_kv", "tension [V]", "V"),
      ("substation_225_km", "distance (m)", "m"), ("climate_tmean_c", "temp_kelvin", "K"),
    ] {
      let found = try failure {
        _ = try sites("id,name,lon,lat,\(column)\nA,a,2,48,5\n") { $0.columns = [attribute: column] }
      }
      #expect(found.first?.contains("its name says \(unit)") == true, "\(column): \(found)")
    }
    for (attribute, column) in [
      ("power_mw_max", "power_mw_m"), ("power_mw_max", "puissance"), ("area_ha", "ha"),
    ] {
      #expect(
        try failure {
          _ = try sites("id,name,lon,lat,\(column)\nA,a,2,48,5\n") { $0.columns = [attribute: column] }
        }
        .isEmpty, "\(column)")
    }
    let remarks = try sites("id,name,lon,lat,power_max_kw\nA,a,2,48,5\n").report.remarks
    #expect(remarks.count == 1 && !remarks[0].contains("columns = {"), "\(remarks)")
    #expect(remarks[0].contains("counts in MW"), "\(remarks)")
    let reading = try failure {
      _ = try layer(
        "id,lon,lat,size_kw\n1,2.5,48.5,225\n",
        .nearest(
          NearestIndicator(
            distanceAttribute: nil, fields: [FieldMapping(field: "size_kw", attribute: "power_mw_max")])))
    }
    #expect(reading.first?.contains("its name says kW") == true, "\(reading)")
  }

  @Test("A second column that means the same is reported; what a value rests on may have another name")
  func sameMeaning() throws {
    let (_, report) = try sites("id,name,lon,lat,power_mw_max,Power_MAX_MW\nA,a,2,48,5,6\n")
    #expect(
      report.remarks.contains {
        $0.contains("'Power_MAX_MW'") && $0.contains("'power_mw_max' of the same table")
      },
      "\(report.remarks)")
    let (table, _) = try sites("id,name,lon,lat,p,b\nA,a,2,48,5,estimated\n") {
      $0.columns = ["power_mw_max": "p", "power_mw_max_basis": "b"]
    }
    #expect(table.value("power_mw_max", row: 0).basis == .estimated)
  }
}
