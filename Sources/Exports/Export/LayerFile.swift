// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Results

/// A file with one or several layers.
struct LayerFile {
  /// What came of writing it.
  struct Outcome {
    /// What GDAL remarked, each remark once.
    var remarks: [String] = []
    /// Fields of each layer as the driver made them.
    var fields: [(layer: ExportLayer, made: [FieldDefinition])] = []
    /// Features that the format has no place for.
    var leftOut: [(layer: ExportLayer, count: Int)] = []
  }

  var format: ExportFormat
  var options: ExportOptions
  /// Whether texts that a spreadsheet would run are written as they are.
  var rawCells = false
  /// The layers; without features for a trial.
  var contents: [LayerContent]

  /// Writes the file.
  ///
  /// - Parameter path: A file that does not exist.
  /// - Throws: What GDAL throws; nothing is left behind then.
  func write(to path: String) throws -> Outcome {
    let writer = try VectorWriter(creating: path, driver: format.name, options: options.dataset(format))
    var outcome = Outcome()
    let neutral: (String) -> String =
      switch rawCells ? "" : format.name {
      case "CSV": SpreadsheetCell.neutral
      case "ODS": SpreadsheetCell.neutralInODS
      default: { $0 }
      }
    let wgs84 = try SpatialReference(epsg: 4326)
    for content in contents {
      let layer = try writer.addLayer(
        LayerDefinition(
          content.layer.rawValue, geometryType: content.geometryType,
          spatialReference: format.name == "GeoJSON" ? nil : wgs84,
          fields: fields(content.layer), options: options.layer(content.layer, format)))
      outcome.fields.append((content.layer, layer.fields))
      var leftOut = 0
      for (index, row) in content.table.rows.enumerated() {
        let geometry = try content.geometry(index)
        // This driver has no features without a place.
        if geometry == nil, format.name == "FlatGeobuf" {
          leftOut += 1
          continue
        }
        try layer.write(LayerContent.values(row, neutral: neutral), geometry: geometry)
      }
      if leftOut > 0 { outcome.leftOut.append((content.layer, leftOut)) }
    }
    if format.name == "GPKG" { try LayerStyles.write(contents, in: writer) }
    let said = writer.warnings
    // A file of this driver with one feature is taken for GeoJSON unless the driver is named.
    let isSequence = format.name == "GeoJSONSeq"
    try writer.close(verifies: !isSequence)
    if isSequence { try verifySequence(path) }
    for message in said where !outcome.remarks.contains(message.text) { outcome.remarks.append(message.text) }
    return outcome
  }

  /// Whole numbers and fractions of a dBASE table have a fixed number of digits; as they come, large sums of
  /// money would not fit.
  private func fields(_ layer: ExportLayer) -> [FieldDefinition] {
    guard format.name == "ESRI Shapefile" else { return layer.fields }
    return layer.fields.map { field in
      guard field.type == .real else { return field }
      return FieldDefinition(field.name, .real, width: 24, precision: 9)
    }
  }

  private func verifySequence(_ path: String) throws {
    let written = contents.reduce(0) { $0 + $1.table.rows.count }
    guard written > 0 else { return }
    let lines = try VirtualFile.read(path).count { $0 == UInt8(ascii: "\n") }
    guard lines >= written else {
      throw GDALError(
        .writeFailed, function: "GDALClose",
        message: "\(written) features were written but \(lines) are in the file",
        hint: "check the room on the disk", path: path)
    }
  }
}
