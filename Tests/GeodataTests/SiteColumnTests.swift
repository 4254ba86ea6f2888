// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Columns of a table of sites")
struct SiteColumnTests {
  private func read(
    _ text: String, _ change: (inout SiteSource) -> Void = { _ in }, crs: String? = "EPSG:4326"
  ) throws -> (table: SiteTable, report: LayerReport) {
    let folder = try LayerFolder()
    defer { folder.remove() }
    var source = SiteSource(declared: try folder.layer("sites.csv", text, crs: crs))
    change(&source)
    return try SiteReader(sources: [source]).read()
  }

  private func failure(_ text: String, _ change: (inout SiteSource) -> Void = { _ in }) throws -> [String] {
    do {
      _ = try read(text, change)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }

  @Test(
    "A column one step off a name that planning reads is reported, with the mapping to paste",
    arguments: [
      ("power_mw_m", "power_mw_max"), ("connection", "connection_year"), ("owner_coun", "owner_country"),
      ("Power_MW_Max", "power_mw_max"), ("power_mw", "power_mw_max"), ("connection_yr", "connection_year"),
      ("grid_voltage_kv", "grid_kv"), ("owner_countries", "owner_country"), ("area_hectares", "area_ha"),
      ("power_mw_max_total", "power_mw_max"), ("power_max_mw", "power_mw_max"),
      ("power mw max", "power_mw_max"),
      ("powr_mw_max", "power_mw_max"), ("departemen", "departement_code"),
      ("statut", "status"), ("secnumclou", "secnumcloud_eligible"), ("AREA_HA", "area_ha"),
    ])
  func nearMisses(column: String, meant: String) throws {
    let remarks = try read("id,name,lon,lat,\(column)\nA,a,2,48,x\n").report.remarks
    #expect(
      remarks.contains {
        $0.contains("column '\(column)' is not read by planning")
          && $0.contains("columns = { \(meant) = \"\(column)\" }") && $0.hasSuffix("under [sites]")
      }, "\(remarks)")
  }

  @Test(
    "A column in French whose meaning is clear is reported with the name that planning reads, and not taken",
    arguments: [
      ("puissance_mw", "power_mw_max"), ("Puissance (MW)", "power_mw_max"), ("puissance", "power_mw_max"),
      ("puissance_max_mw", "power_mw_max"), ("superficie_ha", "area_ha"), ("surface", "area_ha"),
      ("Surface totale (ha)", "area_ha"), ("tension_kv", "grid_kv"), ("Tension", "grid_kv"),
      ("annee_raccordement", "connection_year"), ("Année de raccordement", "connection_year"),
      ("code_departement", "departement_code"), ("statut", "status"),
      ("pays_proprietaire", "owner_country"),
    ])
  func french(column: String, meant: String) throws {
    let (table, report) = try read("id,name,lon,lat,\(column)\nA,a,2,48,5\n")
    #expect(
      report.remarks.contains {
        $0.contains("column '\(column)' is not read by planning")
          && $0.contains("columns = { \(meant) = \"\(column)\" }")
      }, "\(report.remarks)")
    #expect(table.column(meant) == nil)
  }

  @Test("Names and identifiers in French are reported with what to write, which works")
  func frenchNames() throws {
    let text = "identifiant,nom,lon,lat\nA,Évry,2,48\n"
    let found = try failure(text)
    #expect(
      found == [
        "has no field 'id' and no field 'name'; if 'identifiant' and 'nom' are meant, write "
          + "columns = { id = \"identifiant\", name = \"nom\" } beside source"
      ])
    let table = try read(text) { $0.columns = ["id": "identifiant", "name": "nom"] }.table
    #expect(table.ids == ["A"] && table.names == ["Évry"])
  }

  @Test(
    "A column in French that counts in another unit is told to be converted",
    arguments: [
      ("surface (m2)", "area_ha", "m2"), ("puissance_kw", "power_mw_max", "kW"),
      ("tension_v", "grid_kv", "V"),
    ])
  func frenchUnits(column: String, meant: String, unit: String) throws {
    let remarks = try read("id,name,lon,lat,\(column)\nA,a,2,48,5\n").report.remarks
    #expect(
      remarks.contains {
        $0.contains("column '\(column)'") && $0.contains("'\(meant)'") && $0.contains("the name says \(unit)")
      }, "\(remarks)")
  }

  @Test("Columns that are like none, and those of the data pack, are the planner's own without a word")
  func own() throws {
    for name in [
      "noise_db", "power_bound", "substation_63_km", "climate_tmin_c", "region", "commune", "developer",
      "departement", "grid_kv_basis", "position_basis",
    ] {
      #expect(ColumnMeaning.meant(by: name).isEmpty, "\(name)")
    }
    #expect(
      ColumnMeaning.meant(by: "substation") == [
        "substation_225_km", "substation_225_name", "substation_400_km", "substation_400_name",
      ])
    #expect(ColumnMeaning.meant(by: "substati_1").count == 4)
  }

  @Test("A mapping says which column is which, for the id, the name and the coordinates too")
  func mapping() throws {
    let (table, report) = try read("ref,label,e,n,puissance,pays\nA,Alpha,2.5,48.5,120,FR\n") {
      $0.columns = ["id": "ref", "name": "label", "power_mw_max": "puissance", "owner_country": "pays"]
      $0.declared.pointColumns = PointColumns(x: "e", y: "n")
    }
    #expect(table.ids == ["A"] && table.names == ["Alpha"])
    #expect(table.number(.powerMaxMW, row: 0) == 120)
    #expect(table.text(.ownerCountry, row: 0) == "FR")
    #expect(table.positions[0] == SiteTable.Position(longitude: 2.5, latitude: 48.5))
    #expect(report.remarks.isEmpty)
  }

  @Test("A mapped column that is not there, or stands beside the attribute itself, is refused")
  func wrongMapping() throws {
    let text = "id,name,lon,lat,puissance,power_mw_max\nA,a,2,48,1,2\n"
    #expect(
      try failure(text) { $0.columns = ["area_ha": "puisance"] }.first?.contains("did you mean 'puissance'?")
        == true)
    #expect(
      try failure(text) { $0.columns = ["power_mw_max": "puissance"] }
        == [
          "has a column 'power_mw_max' beside 'puissance', which columns names for it; take one of them out"
        ])
  }

  @Test("An own column in which every cell is a number is one; codes stay texts")
  func numbers() throws {
    let (table, report) = try read(
      "id,name,lon,lat,noise_db,zone,insee,siren,big,mixed\nA,a,2,48,45,01,75056,732829320,12345678901234567,1\n"
        + "B,b,2.1,48,-1.5e1,02,69123,404833048,12345678901234568,\n")
    #expect(table.number("noise_db", row: 0) == 45 && table.number("noise_db", row: 1) == -15)
    #expect(table.number("mixed", row: 0) == 1 && table.value("mixed", row: 1).isMissing)
    for name in ["zone", "insee", "siren", "big"] { #expect(table.text(name, row: 0) != nil, "\(name)") }
    #expect(report.remarks.isEmpty)
  }

  @Test(
    "A column that is numbers but for one cell is reported with the cell and its line, decimal commas too")
  func mixed() throws {
    let (table, report) = try read(
      "id;name;lon;lat;noise_db;price\nA;a;2;48;45;1,5\n\nB;b;2.1;48;loud;2,5\nC;c;2.2;48;60;3\n")
    #expect(table.text("noise_db", row: 0) == "45")
    #expect(
      report.remarks == [
        "column 'noise_db' stays text because of 'loud' (line 4), though 2 of its 3 values are numbers; make that one a number "
          + "or leave it empty",
        "column 'price' holds decimal commas, first '1,5' (line 2), and stays text; write points to have numbers: write 1.5",
      ], "\(report.remarks)")
  }

  @Test("A coordinate that is no number is refused with its line, never read as far as it goes")
  func coordinates() throws {
    #expect(
      try failure("id,name,lon,lat\nA,a,\"2,35\",48\n") == [
        "line 2: lon = '2,35' is no coordinate; write 2.35"
      ])
    #expect(
      try failure("id;name;lon;lat\nA;a;2.35 E;48\n").first?.hasPrefix("line 2: lon = '2.35 E'") == true)
    let (table, report) = try read("id;name;lon;lat\nA;a;2,35;48,5\n")
    #expect(table.positions[0] == SiteTable.Position(longitude: 2.35, latitude: 48.5))
    #expect(report.remarks == ["'lon' and 'lat' hold decimal commas ('2,35'), read as such"])
    #expect(
      try failure("id,name,lon,lat\nA,a,,48\n") == ["site 'A' has no geometry; give it a point or an area"])
  }

  @Test(
    "Columns of the usual names are found in any case and order",
    arguments: [
      "lon,lat\nA,a,2.5,48.5", "Longitude,Latitude\nA,a,2.5,48.5", "lng,lat\nA,a,2.5,48.5",
      "x,y\nA,a,2.5,48.5", "geo_point_2d\nA,a,\"48.5, 2.5\"",
    ])
  func usualNames(rest: String) throws {
    let table = try read("id,name,\(rest)\n").table
    #expect(table.positions[0] == SiteTable.Position(longitude: 2.5, latitude: 48.5))
  }

  @Test("Of degrees and metres those are read that the stated system asks for, and it is reported")
  func choice() throws {
    let text = "id,name,lon,lat,x_l93,y_l93\nA,a,2.3522,48.8566,652469,6862035\n"
    #expect((try read(text, crs: "EPSG:2154").table.positions[0].longitude - 2.3522).magnitude < 1e-3)
    let (table, report) = try read(text, crs: nil)
    #expect(table.positions[0].longitude == 2.3522)
    #expect(report.remarks.last?.contains("'x_l93' and 'y_l93' state them too") == true)
    #expect(
      report.remarks.first?.contains("taken for degrees on WGS 84; say so with crs = \"EPSG:4326\"") == true)
  }

  @Test("A spreadsheet of texts alone has its headings in the first row")
  func spreadsheet() throws {
    let folder = MemoryFolder()
    let path = folder.file("sites.ods")
    let writer = try VectorWriter(creating: path, driver: "ODS")
    let names = ["id", "name", "lon", "lat", "commune_code"]
    let layer = try writer.addLayer(
      LayerDefinition(
        "Sheet", geometryType: .none, spatialReference: nil, fields: names.map { FieldDefinition($0, .text) })
    )
    _ = try layer.write(["A", "a", "2.5", "48.5", "01004"].map { .text($0) }, geometry: nil)
    try writer.close()
    let declared = LayerSource(name: "sites", source: path, crsOverride: "EPSG:4326")
    let table = try SiteReader(declared: declared).read().table
    #expect(table.positions[0] == SiteTable.Position(longitude: 2.5, latitude: 48.5))
    #expect(table.text("commune_code", row: 0) == "01004")
  }

  @Test(
    "Further tables stand beside the first, each with its own system and columns; an id in both is refused")
  func further() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let first = SiteSource(
      declared: try folder.layer(
        "first.geojson", GeoJSON.points([("b", 2.35, 48.85, #","power_mw_max":100"#)])))
    let second = SiteSource(
      declared: try folder.layer(
        "second.csv", "ref;name;x;y;mw\na;A;652469;6862035;50\n", crs: "EPSG:2154"), idField: "ref",
      columns: ["power_mw_max": "mw"])
    let reader = SiteTableReader(sites: SiteReader(sources: [first, second]), layers: [])
    let reading = try reader.read()
    #expect(reading.table.ids == ["a", "b"])
    #expect(
      reading.table.number(.powerMaxMW, row: 0) == 50 && reading.table.number(.powerMaxMW, row: 1) == 100)
    #expect((reading.table.positions[0].longitude - 2.3522).magnitude < 1e-3)
    #expect(reading.reports.map(\.name) == ["first", "second"])
    let failure = #expect(throws: InputFailure.self) { try SiteReader(sources: [first, first]).read() }
    #expect(failure?.findings.first?.message.contains("site id 'b' is also in") == true)
  }

  @Test(
    "A number as spreadsheets write it is shown how to write, both ways where it could be either",
    arguments: [
      ("1,000", "write 1000 for thousands or 1.000 for decimals"), ("12,5", "write 12.5"),
      ("12,50", "write 12.50"), ("1 000", "write 1000"), ("0x10", "write digits with a point, such as 12.5"),
    ])
  func spelling(text: String, hint: String) { #expect(PlainNumber.hint(for: text) == hint) }
}
