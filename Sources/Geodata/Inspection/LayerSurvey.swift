// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// Looks at every feature of a layer once and keeps sums only, however many there are.
struct LayerSurvey {
  private var fields: [FieldSurvey]
  private var types: [GeometryType: Int] = [:]
  private var dimensions = [0, 0, 0]
  private var withoutGeometry = 0
  private var invalid = 0
  private var firstInvalid = ""
  private var extent: Envelope?

  private init(fields: [FieldDefinition]) { self.fields = fields.map { _ in FieldSurvey() } }

  /// What a layer holds.
  ///
  /// - Throws: `GDALError` for a read that fails or ends early.
  static func survey(_ layer: Layer, driver: String) throws -> SourceSummary.LayerPart {
    var survey = LayerSurvey(fields: layer.fields)
    let declared = try layer.declaredCount()
    let count = try layer.forEachFeature { survey.add($0) }
    return survey.part(of: layer, driver: driver, declared: declared, count: count)
  }

  private mutating func add(_ feature: Feature) {
    for index in fields.indices { fields[index].add(feature.values[index]) }
    guard let geometry = feature.geometry, let envelope = geometry.envelope else {
      withoutGeometry += 1
      return
    }
    types[geometry.type, default: 0] += 1
    let dimension = geometry.dimension
    dimensions[min(max(dimension, 0), 2)] += 1
    let place = feature.id.map { "feature \($0)" } ?? "a feature"
    guard envelope.isFinite else {
      noteInvalid("\(place) has coordinates that are not finite numbers")
      return
    }
    extent = extent?.union(envelope) ?? envelope
    // Points and lines with finite coordinates have next to nothing that can be wrong.
    guard dimension == 2 else { return }
    do {
      if case .invalid(let reason) = try geometry.validity() { noteInvalid("\(place): \(reason)") }
    } catch {
      noteInvalid("\(place): \(error.message)")
    }
  }

  private mutating func noteInvalid(_ reason: String) {
    if invalid == 0 { firstInvalid = reason }
    invalid += 1
  }

  private func part(
    of layer: Layer, driver: String, declared: Int?, count: Int
  ) -> SourceSummary.LayerPart {
    let hasGeometries = !types.isEmpty || layer.geometryType.base != .none
    var place = PlaceSurvey.place(extent, layer.spatialReference)
    if !hasGeometries { place.hints = PlaceSurvey.coordinateFields(layer.fields.map(\.name), driver: driver) }
    if driver == "CSV", let words = SecondPlaces.note(of: layer) { place.hints.append(words) }
    // The most frequent; polygons before lines before points where two are as frequent.
    let dimension =
      types.isEmpty ? nil : dimensions.indices.max { (dimensions[$0], $0) < (dimensions[$1], $1) }
    return SourceSummary.LayerPart(
      name: layer.name, place: place, geometry: "\(layer.geometryType)",
      geometries: types.map { SourceSummary.GeometryCount(type: "\($0.key)", features: $0.value) }
        .sorted { ($1.features, $0.type) < ($0.features, $1.type) },
      dimension: dimension, featuresDeclared: declared, features: count, nullGeometries: withoutGeometry,
      invalidGeometries: invalid, firstInvalid: firstInvalid,
      fields: zip(layer.fields, fields).map { $1.field($0) })
  }
}
