// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Geodata
import Reports

/// What was found in a source, for a program.
struct InspectJSON {
  var found: SourceSummary
  var snippets: LayerSnippets

  var text: String {
    JSONWriter.text([
      "source": .string(found.source),
      "driver": .string(found.driver),
      "layers": .array(found.layers.map(layer)),
      "raster": found.raster.map(raster) ?? .null,
      "raster_crs": .string(found.raster?.place.reference.map(Self.description) ?? ""),
      "bands": .array((found.raster?.bands ?? []).map(Self.band)),
      "parts": .array(
        found.parts.map { ["source": .string($0.source), "description": .string($0.description)] }),
      "warnings": .array(found.warnings.map { .string($0) }),
    ])
  }

  private func layer(_ layer: SourceSummary.LayerPart) -> JSONValue {
    .object(
      [
        .init("name", .string(layer.name)),
        .init("crs", .string(layer.place.reference.map(Self.description) ?? "")),
      ] + Self.place(layer.place) + [
        .init("geometry", .string(layer.geometry)),
        .init(
          "geometry_types", .object(layer.geometries.map { .init($0.type, .integer($0.features)) })),
        .init("features", .integer(layer.features)),
        .init("features_declared", .optional(layer.featuresDeclared)),
        .init("null_geometries", .integer(layer.nullGeometries)),
        .init("invalid_geometries", .integer(layer.invalidGeometries)),
        .init("first_invalid", .string(layer.firstInvalid)),
        .init("fields", .array(layer.fields.map(Self.field))),
        .init("toml", .string(snippets.text(for: layer))),
      ])
  }

  private func raster(_ raster: SourceSummary.Raster) -> JSONValue {
    .object(
      Self.place(raster.place) + [
        .init("cell_size", raster.cellSize.map { .array($0.map { .number($0) }) } ?? .null),
        .init("toml", .string(snippets.text(for: raster))),
      ])
  }

  private static func place(_ place: SourceSummary.Place) -> [JSONValue.Member] {
    [
      .init("crs_code", .optional(place.reference?.code)),
      .init("crs_name", .optional(place.reference?.name)),
      .init("axis_unit", .optional(place.reference?.unit)),
      .init("extent", numbers(place.extent)),
      .init("extent_wgs84", numbers(place.extentDegrees)),
      .init("reaches", .array(place.reaches.map { .string($0) })),
      .init("hints", .array(place.hints.map { .string($0) })),
    ]
  }

  private static func field(_ field: SourceSummary.Field) -> JSONValue {
    [
      "name": .string(field.name), "type": .string(field.type), "nulls": .integer(field.nulls),
      "example": .string(field.examples.first ?? ""),
      "examples": .array(field.examples.map { .string($0) }), "has_more_values": .bool(field.hasMoreValues),
      "min": .optional(field.minimum), "max": .optional(field.maximum),
      "not_finite": .integer(field.notFinite),
    ]
  }

  private static func band(_ band: SourceSummary.Band) -> JSONValue {
    [
      "name": .string(band.label), "width": .integer(band.width), "height": .integer(band.height),
      "type": .string(band.type), "unit": .string(band.unit), "no_data": .optional(band.noData),
      "min": .optional(band.minimum), "max": .optional(band.maximum), "cells_read": .integer(band.cellsRead),
      "cells_without_value": .integer(band.cellsWithoutValue),
      "is_sample": .bool(Double(band.cellsRead) < Double(band.width) * Double(band.height)),
    ]
  }

  private static func numbers(_ values: [Double]?) -> JSONValue {
    values.map { .array($0.map { .number($0) }) } ?? .null
  }

  private static func description(_ reference: SourceSummary.Reference) -> String {
    reference.code.map { "\(reference.name) (\($0))" } ?? reference.name
  }
}
