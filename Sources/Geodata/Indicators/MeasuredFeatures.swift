// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Siting

/// Features of a layer in the coordinate reference system in which distances are measured.
struct MeasuredFeatures {
  /// One feature: its geometry and the fields asked for.
  struct Entry {
    var geometry: Geometry
    var envelope: Envelope
    var values: [FieldValue?]
  }

  private(set) var entries: [Entry] = []
  private(set) var driver = ""
  private(set) var crsFound = ""
  private(set) var declared: Int?
  private(set) var read = 0
  private(set) var nullGeometries = 0
  private(set) var repaired = 0
  private(set) var readingTime = Duration.zero

  /// Reads the features that a filter lets through. Polygons that are invalid are repaired and counted.
  ///
  /// - Throws: `GeodataFailure` for a missing field, a bad filter, no coordinate reference system, a read that ends early, or a
  ///   filter that lets nothing through.
  init(_ access: LayerAccess, filter: String?, fields: [String]) throws {
    let start = ContinuousClock.now
    var entries: [Entry] = []
    try access.withLayer { dataset, layer in
      try access.check(fields: fields, of: layer)
      let reference = try access.reference(of: layer.spatialReference)
      let transform = try access.transform(from: reference, to: MeasuringReference.make())
      driver = dataset.driverName
      crsFound = access.declared.crsOverride ?? reference.authorityCode ?? reference.name
      declared = try layer.declaredCount()
      let query = FeatureQuery(where: filter, fields: fields)
      var nulls = 0
      var mended = 0
      read = try layer.forEachFeature(query) { feature in
        guard let geometry = feature.geometry, !geometry.isEmpty else {
          nulls += 1
          return
        }
        var measured = try geometry.transformed(by: transform)
        if measured.dimension == 2, !measured.isValid {
          measured = try measured.madeValid()
          mended += 1
        }
        guard let envelope = measured.envelope else {
          nulls += 1
          return
        }
        entries.append(
          Entry(geometry: measured, envelope: envelope, values: fields.map { feature[$0] }))
      }
      nullGeometries = nulls
      repaired = mended
    }
    if entries.isEmpty {
      let through =
        filter.map { "its filter \($0) lets no feature through" } ?? "it has no feature with a geometry"
      throw access.failure("\(through), so nothing can be derived from it")
    }
    self.entries = entries
    readingTime = start.duration(to: .now)
  }

  /// The entry nearest to a point and its distance in metres; the first one in file order on a tie.
  func nearest(to point: Coordinate) throws -> (entry: Entry, metres: Double)? {
    let site = Envelope(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    let pointGeometry = try Geometry.point(point)
    var best: (entry: Entry, metres: Double)?
    for entry in entries {
      // The envelope is never farther than the geometry, so it rules out without a GEOS call.
      if let best, entry.envelope.distance(to: site) >= best.metres { continue }
      let metres = try entry.geometry.distance(to: pointGeometry)
      if best.map({ metres < $0.metres }) ?? true { best = (entry, metres) }
    }
    return best
  }

  /// What was found on the way.
  var output: IndicatorOutput {
    IndicatorOutput(
      driver: driver, crsFound: crsFound, featuresDeclared: declared, featuresRead: read,
      nullGeometries: nullGeometries, repairedGeometries: repaired,
      readingTime: readingTime)
  }
}
