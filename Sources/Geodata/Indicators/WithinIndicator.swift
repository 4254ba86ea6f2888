// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Siting

/// Fields of the polygon that contains the site. Where none does, those of the nearest polygon within the stated tolerance, since
/// borders and coasts are drawn coarsely; the source of the value then says so.
enum WithinIndicator {
  static func derive(_ derivation: LayerDerivation, _ input: IndicatorInput) throws -> IndicatorOutput {
    let features = try MeasuredFeatures(
      input.access, filter: derivation.filter, fields: derivation.fields.map(\.field))
    guard features.entries.allSatisfy({ $0.geometry.dimension == 2 }) else {
      throw input.access.failure("'within' needs polygons, and some of its features are points or lines")
    }
    let prepared = try features.entries.map { try PreparedGeometry($0.geometry) }
    var values = derivation.fields.map { _ in [SiteValue]() }
    for point in try input.measuredPositions() {
      let geometry = try Geometry.point(point)
      let inside = try features.entries.indices.first { index in
        guard features.entries[index].envelope.contains(point) else { return false }
        return try prepared[index].intersects(geometry)
      }
      var entry = inside.map { features.entries[$0] }
      var note = ""
      if entry == nil, derivation.toleranceKm > 0, let near = try features.nearest(to: point),
        near.metres <= derivation.toleranceKm * 1_000
      {
        entry = near.entry
        note = "; nearest polygon, \(MeasuringReference.kilometres(fromMetres: near.metres)) km away"
      }
      for index in derivation.fields.indices {
        guard let entry else {
          values[index].append(.missing("in no polygon of \(input.sourceText)"))
          continue
        }
        var value = try input.attribute(entry.values[index], as: derivation.fields[index])
        value.source += note
        values[index].append(value)
      }
    }
    var output = features.output
    for (mapping, column) in zip(derivation.fields, values) {
      output.columns.append(
        SiteTable.Column(name: mapping.attribute, unit: mapping.unit, values: column))
    }
    return output
  }
}
