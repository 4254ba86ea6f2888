// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS

/// The part of a layer in which features can matter, as a rectangle in the layer's own coordinates, so that
/// indexed and remote sources are read only there.
enum SearchRegion {
  /// Drivers that read everything anyhow, and for which a region would only add a second reading: the wrapper
  /// makes sure that a filtered read is complete.
  private static let readWhole: Set<String> = [
    "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRIJSON", "CSV", "KML", "LIBKML", "GPX", "GML", "ODS", "XLSX",
    "OSM",
    "Memory",
  ]

  /// Drivers of services that answer a question for the extent by sending every feature.
  private static let asksForExtents: Set<String> = ["PostgreSQL", "WFS", "OAPIF"]

  /// The rectangle; nil where there is none that is sure to hold all that matters.
  ///
  /// - Parameters:
  ///   - reach: How far from a site features matter, in metres.
  ///   - reference: Reference system of the layer's coordinates.
  static func envelope(
    around sites: SiteTargets, reach: Double, layer: Layer, driver: String, reference: SpatialReference
  ) -> Envelope? {
    guard !readWhole.contains(driver), let whole = sites.whole,
      let measuring = try? sites.shapes.makeMeasuringReference(),
      let back = try? CoordinateTransform(from: measuring, to: reference)
    else { return nil }
    // A little more than the reach, since edges between the points that are carried over bulge.
    let box = whole.grown(by: reach * sites.largestRatio(upTo: reach) * 1.01 + 10)
    guard
      let found = try? back.transform(
        Envelope(minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY), densification: 101),
      found.isFinite
    else { return nil }
    let margin = 0.01 * max(found.width, found.height)
    let grown = found.expanded(by: margin)
    // Across the antimeridian, or over a pole, the rectangle may be the wrong one of two: then it does not
    // hold the sites.
    guard let places = try? back.transform(sites.shapes.measured),
      places.allSatisfy({ place in place.map { grown.contains($0) } ?? false })
    else { return nil }
    if reference.isGeographic {
      guard grown.minX >= -180, grown.maxX <= 180 else { return nil }
      // Longitudes from 0 to 360 mean the same places by other numbers.
      if !asksForExtents.contains(driver), let extent = try? layer.extent(),
        extent.maxX > 181 || extent.minX < -181
      {
        return nil
      }
    }
    return grown
  }
}
