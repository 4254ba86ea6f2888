// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import GDAL
import Siting

/// Distance in km to the nearest feature of a layer, and fields of that feature.
enum NearestIndicator {
  static func derive(_ derivation: LayerDerivation, _ input: IndicatorInput) throws -> IndicatorOutput {
    let features = try MeasuredFeatures(
      input.access, filter: derivation.filter, fields: derivation.fields.map(\.field))
    var distances: [SiteValue] = []
    var values = derivation.fields.map { _ in [SiteValue]() }
    for point in try input.measuredPositions() {
      guard let found = try features.nearest(to: point) else { continue }
      let kilometres = MeasuringReference.kilometres(fromMetres: found.metres)
      distances.append(
        SiteValue(.number(kilometres), basis: .derived, source: "distance to \(input.sourceText)"))
      for index in derivation.fields.indices {
        values[index].append(
          try input.attribute(found.entry.values[index], as: derivation.fields[index]))
      }
    }
    var output = features.output
    if let name = derivation.distanceAttribute {
      output.columns.append(SiteTable.Column(name: name, unit: "km", values: distances))
    }
    for (mapping, column) in zip(derivation.fields, values) {
      output.columns.append(
        SiteTable.Column(name: mapping.attribute, unit: mapping.unit, values: column))
    }
    return output
  }
}
