// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Sites
import Testing

@testable import Exports
@testable import Results

@Suite("What each format wrote, read back through GDAL")
struct ExportRoundTripTests {
  /// How a format is read back.
  struct Reading: Sendable, CustomTestStringConvertible {
    var format: String
    /// Decimals of degrees that are kept.
    var degrees = 1e-9
    /// Driver that reads it, where another one than wrote it.
    var reader: String?
    var hasPlaces = true
    /// Whether texts are kept whole.
    var keepsTexts = true
    /// Names of fields where they change: cut to this many characters.
    var nameLength = 100
    var layers = ExportLayer.allCases
    var testDescription: String { format }
  }

  static let readings: [Reading] = [
    .init(format: "GeoJSON", degrees: 0.51e-7), .init(format: "GeoJSONSeq", degrees: 0.51e-7),
    .init(format: "GPKG"), .init(format: "FlatGeobuf"), .init(format: "SQLite"),
    .init(format: "ESRI Shapefile", keepsTexts: false, nameLength: 10), .init(format: "CSV"),
    .init(format: "LIBKML"), .init(format: "KML", reader: "LIBKML"), .init(format: "GML"),
    .init(format: "MapInfo File", degrees: 1e-5, keepsTexts: false),
    .init(format: "OpenFileGDB", degrees: 1e-7),
    .init(format: "JML"), .init(format: "ODS", hasPlaces: false),
    .init(format: "XLSX", hasPlaces: false), .init(format: "netCDF"),
  ]

  /// Formats that no program, or no program of this GDAL, reads back feature by feature, with the reason.
  static let notReadBack = [
    "PGDUMP": "SQL text", "MapML": "its reader is a browser", "MBTiles": "tiles cut and repeat features",
    "PDF": "a drawing", "VDV": "a table of traffic data without places",
  ]

  @Test("Every format that this GDAL writes is read back, or it is said why not")
  func complete() {
    for name in ExportFormat.writers {
      let isRead = Self.readings.contains { $0.format == name }
      #expect(isRead || Self.notReadBack[name] != nil, "\(name)")
    }
  }

  @Test("Identifiers, GPUs, texts and coordinates equal the plan", arguments: readings)
  func readBack(reading: Reading) throws {
    guard ExportFormat.writers.contains(reading.format) else { return }
    let export = try ExportFixture()
    let all = reading.layers == ExportLayer.allCases
    for layer in all ? ExportLayer.allCases : reading.layers {
      let (_, outcome) = try export.export(reading.format, to: "p_\(layer.rawValue)", layers: [layer])
      let path = try #require(outcome.files.first { VirtualFile.exists($0) && isMain($0) })
      try check(reading, layer: layer, path: path, export)
    }
    // All layers at once.
    if all { try export.export(reading.format, to: "all", layers: ExportLayer.allCases) }
  }

  private func isMain(_ path: String) -> Bool {
    ![".dbf", ".shx", ".prj", ".cpg", ".dat", ".map", ".id", ".xsd", ".vrt"].contains { path.hasSuffix($0) }
  }

  private func check(_ reading: Reading, layer: ExportLayer, path: String, _ export: ExportFixture) throws {
    let content = try #require(try export.layers([layer]).contents.first)
    let place = Comment("\(reading.format) \(layer.rawValue)")
    let prefix = reading.format == "GeoJSONSeq" ? "GeoJSONSeq:" : ""
    try Dataset.withOpen(prefix + path, contents: .vector, drivers: [reading.reader ?? reading.format]) {
      dataset in
      let found = try dataset.layers().first { $0.name != "layer_styles" && (try? $0.count()) != 0 }
      guard let found else {
        #expect(content.table.rows.isEmpty, place)
        return
      }
      var features = try found.features()
      #expect(features.count == content.table.rows.count, place)
      let names = layer.columns.enumerated().map { index, column -> String in
        // Cut names repeat and are numbered then; the order of the fields stays.
        if reading.nameLength < 100, found.fields.count == layer.columns.count {
          return found.fields[index].name
        }
        let cut = String(column.name.prefix(reading.nameLength))
        return found.fields.first { $0.name.lowercased() == cut.lowercased() }?.name
          ?? (column.name == "reason" ? "description" : cut)
      }
      // This format puts features in the order of a curve through the map.
      if reading.format == "FlatGeobuf" {
        let order = content.table.rows.map { $0[0] }
        features.sort { a, b in
          (order.firstIndex(of: .text(a["id"]?.text ?? "")) ?? 0)
            < (order.firstIndex(of: .text(b["id"]?.text ?? "")) ?? 0)
        }
      }
      for (index, feature) in features.enumerated() where index < content.table.rows.count {
        for (column, name) in names.enumerated() {
          try compare(
            content.table.rows[index][column], feature[name], reading,
            "\(place) \(layer.columns[column].name) \(index)")
        }
        guard reading.hasPlaces else { continue }
        let wanted = try #require(try content.geometry(index)).envelope
        let got = feature.geometry?.envelope
        try compare(wanted, got, reading.degrees, place)
      }
    }
  }

  private func compare(
    _ wanted: ReportTable.Cell, _ found: FieldValue?, _ reading: Reading, _ place: Comment
  ) throws {
    switch wanted {
    case .text(let text):
      let kept = LayerContent.cleaned(text)
      let got = found?.text ?? found.map { $0.isMissing ? "" : "\($0)" } ?? ""
      if reading.keepsTexts
        || kept.utf8.count < 200 && !kept.contains(where: \.isNewline) && kept.allSatisfy(\.isASCII)
      {
        #expect(got == kept, place)
      }
    case .integer(let value): #expect(number(found) == Double(value), place)
    case .number(let value):
      let got = try #require(number(found), place)
      #expect(abs(got - value) <= 1e-9 * max(1, value.magnitude), place)
    case .flag(let value):
      let got = found.map { "\($0)".lowercased() } ?? ""
      #expect((value ? ["1", "true"] : ["0", "false"]).contains(got), place)
    case .missing: #expect(found?.isMissing ?? true || found?.text == "" || number(found) == 0, place)
    }
  }

  private func number(_ value: FieldValue?) -> Double? { value?.number ?? value?.text.flatMap { Double($0) } }

  private func compare(_ wanted: Envelope?, _ found: Envelope?, _ slack: Double, _ place: Comment) throws {
    let (a, b) = (try #require(wanted, place), try #require(found, place))
    #expect(abs(a.minX - b.minX) <= slack && abs(a.maxX - b.maxX) <= slack, place)
    #expect(abs(a.minY - b.minY) <= slack && abs(a.maxY - b.maxY) <= slack, place)
  }
}
