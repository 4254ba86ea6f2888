// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Quantities
import Views

/// What was found in a source, for a person.
struct InspectText {
  var found: SourceSummary
  var snippets: LayerSnippets

  var text: String {
    var out = Self.lines([["source", found.source], ["driver", found.driver]])
    for layer in found.layers { out += "\n" + text(of: layer) }
    if let raster = found.raster { out += "\n" + text(of: raster) }
    if !found.parts.isEmpty {
      out += "\nThis source holds others; inspect them one by one:\n"
      out += TextTable(headers: [], rows: found.parts.map { [$0.source, $0.description] }).text(indent: 2)
    }
    if !found.warnings.isEmpty { out += "\n" + Self.lines(found.warnings.map { ["warning", $0] }) }
    for layer in found.layers { out += Self.paste + snippets.text(for: layer) }
    if let raster = found.raster, !raster.bands.isEmpty { out += Self.paste + snippets.text(for: raster) }
    return out
  }

  private static let paste = "\n# To paste into a scenario or a layer pack:\n"

  private func text(of layer: SourceSummary.LayerPart) -> String {
    var rows = [["layer", layer.name]]
    let met = layer.geometries.map { "\(NumberText.grouped($0.features)) \($0.type)" }.joined(separator: ", ")
    rows.append([
      "geometry", met.isEmpty ? "none (declared \(layer.geometry))" : "\(met) (declared \(layer.geometry))",
    ])
    var features = NumberText.grouped(layer.features)
    if let declared = layer.featuresDeclared, declared != layer.features {
      features += " read, \(NumberText.grouped(declared)) declared"
    }
    if !layer.geometries.isEmpty || layer.nullGeometries > 0 && layer.geometry != "None" {
      features += ", \(NumberText.grouped(layer.nullGeometries)) without geometry"
      features += ", \(NumberText.grouped(layer.invalidGeometries)) invalid"
    }
    rows.append(["features", features])
    if layer.invalidGeometries > 0 { rows.append(["invalid", layer.firstInvalid]) }
    rows += Self.rows(of: layer.place, hasPlace: !layer.geometries.isEmpty)
    let fields = layer.fields.map { field in
      [
        field.name, field.type == "text" && field.minimum != nil ? "text of numbers" : field.type,
        NumberText.grouped(field.nulls), Self.number(field.minimum), Self.number(field.maximum),
        field.examples.joined(separator: " | ") + (field.hasMoreValues ? " | ..." : "")
          + (field.notFinite > 0 ? "  (\(field.notFinite) not finite)" : ""),
      ]
    }
    return Self.lines(rows) + "\n"
      + TextTable(headers: ["field", "type", "nulls", "min", "max", "values"], rows: fields).text(indent: 2)
  }

  private func text(of raster: SourceSummary.Raster) -> String {
    var rows: [[String]] = []
    if let first = raster.bands.first {
      rows.append([
        "raster", "\(NumberText.grouped(first.width)) x \(NumberText.grouped(first.height)) cells",
      ])
    }
    if let size = raster.cellSize {
      rows.append(["cell", "\(Self.number(size[0])) x \(Self.number(size[1]))" + Self.unit(raster.place)])
    }
    rows += Self.rows(of: raster.place, hasPlace: true)
    let bands = raster.bands.enumerated().map { index, band in
      let all = Double(band.width) * Double(band.height)
      let share = all > 0 ? Double(band.cellsRead) / all : 1
      return [
        "\(index + 1)", band.label, band.type, band.unit, Self.number(band.noData), Self.number(band.minimum),
        Self.number(band.maximum), NumberText.grouped(band.cellsWithoutValue),
        !band.unread.isEmpty
          ? "none: \(band.unread)"
          : share < 1
            ? "a sample: \(NumberText.percent(share, decimals: share < 0.1 ? 1 : 0)) of the cells"
            : "all cells",
      ]
    }
    return Self.lines(rows) + "\n"
      + TextTable(
        headers: ["band", "name", "type", "unit", "no data", "min", "max", "without value", "from"],
        rows: bands
      ).text(indent: 2)
  }

  private static func rows(of place: SourceSummary.Place, hasPlace: Bool) -> [[String]] {
    guard hasPlace else { return place.hints.map { ["note", $0] } }
    var rows: [[String]] = []
    if let reference = place.reference {
      rows.append([
        "system", [reference.code, reference.name].compactMap { $0 }.joined(separator: " ") + unit(place),
      ])
    } else {
      rows.append(["system", "none: state it with crs = \"EPSG:...\" in the layer"])
    }
    if let extent = place.extent {
      rows.append([
        "extent", "\(extent.map { number($0) }.joined(separator: ", "))  (min x, min y, max x, max y)",
      ])
    }
    if let degrees = place.extentDegrees {
      let text = degrees.map { number($0.rounded(decimals: 6)) }.joined(separator: ", ")
      rows.append(["in degrees", "\(text)  (west, south, east, north)"])
      rows.append([
        "reaches", place.reaches.isEmpty ? "no part of France" : place.reaches.joined(separator: ", "),
      ])
    }
    return rows + place.hints.map { ["note", $0] }
  }

  private static func unit(_ place: SourceSummary.Place) -> String {
    place.reference.map { ", in \($0.unit)" } ?? ""
  }

  /// A number as short as it reads back; empty for none.
  private static func number(_ value: Double?) -> String {
    value.map { NumberText.shortest($0) ?? "\($0)" } ?? ""
  }

  private static func lines(_ rows: [[String]]) -> String { TextTable(headers: [], rows: rows).text() }
}
