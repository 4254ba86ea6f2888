// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Sites

/// The part of the map plane that is drawn, and its place on the picture.
struct MapFrame {
  /// Width of the picture.
  let width: Double
  /// Height of the picture.
  let height: Double
  private let westM: Double
  private let northM: Double
  private let pixelsPerM: Double

  /// A frame around sites and departements, `width` wide; nil when there is nothing to draw.
  ///
  /// - Parameter longest: Extent that the map may have; a site beyond it (overseas) is left out rather than
  ///   shrinking France to a dot.
  init?(sites: [SiteTable.Position], basemap: Basemap, width: Double) {
    let longestM = 1_400_000.0
    var box: (west: Double, south: Double, east: Double, north: Double)?
    func grow(_ x: Double, _ y: Double) {
      guard let old = box else {
        box = (x, y, x, y)
        return
      }
      box = (min(old.west, x), min(old.south, y), max(old.east, x), max(old.north, y))
    }
    for outline in basemap.outlines where outline.kind == .departement || outline.kind == .region {
      for path in outline.paths {
        for (x, y) in zip(path.x, path.y) {
          guard let point = MapFrame.plane(x, y, basemap.coordinates) else { continue }
          grow(point.x, point.y)
        }
      }
    }
    let centre = Lambert93.project(longitude: 3, latitude: 46.5) ?? (0, 0)
    for site in sites {
      guard let point = Lambert93.project(longitude: site.longitude, latitude: site.latitude),
        (point.eastM - centre.eastM).magnitude < longestM / 2,
        (point.northM - centre.northM).magnitude < longestM / 2
      else { continue }
      grow(point.eastM, point.northM)
    }
    guard let box else { return nil }
    let marginM = max(20_000, max(box.east - box.west, box.north - box.south) * 0.03)
    let spanX = box.east - box.west + 2 * marginM
    let spanY = box.north - box.south + 2 * marginM
    self.width = width
    pixelsPerM = width / spanX
    height = (spanY * pixelsPerM).rounded()
    westM = box.west - marginM
    northM = box.north + marginM
  }

  /// Place of a site on the picture; nil when it lies outside.
  func place(_ position: SiteTable.Position) -> (x: Double, y: Double)? {
    guard let point = Lambert93.project(longitude: position.longitude, latitude: position.latitude) else {
      return nil
    }
    let x = (point.eastM - westM) * pixelsPerM
    let y = (northM - point.northM) * pixelsPerM
    return x >= 0 && y >= 0 && x <= width && y <= height ? (x, y) : nil
  }

  /// Data of an SVG path for an outline: to a tenth of a pixel, points closer than 0.7 of a pixel left out.
  func pathData(_ outline: Basemap.Outline, coordinates: Basemap.Coordinates) -> String {
    let isClosed = outline.kind != .river
    var data = ""
    for path in outline.paths {
      var last: (x: Double, y: Double)?
      var drawn = 0
      var piece = ""
      for (x, y) in zip(path.x, path.y) {
        guard let point = Self.plane(x, y, coordinates) else { continue }
        let px = (point.x - westM) * pixelsPerM
        let py = (northM - point.y) * pixelsPerM
        // What lies far outside the picture is drawn to its edge only, so that a world of land costs no
        // bytes.
        let place = (x: min(max(px, -width), 2 * width), y: min(max(py, -height), 2 * height))
        if let last, (place.x - last.x).magnitude < 0.7, (place.y - last.y).magnitude < 0.7 { continue }
        piece += (drawn == 0 ? "M" : "L") + Self.pixel(place.x) + " " + Self.pixel(place.y)
        drawn += 1
        last = place
      }
      if drawn > (isClosed ? 2 : 1) { data += piece + (isClosed ? "Z" : "") }
    }
    return data
  }

  /// Pixels that a length in km takes.
  func pixels(km: Double) -> Double { km * 1_000 * pixelsPerM }

  /// A length on the picture to a tenth of a pixel.
  static func pixel(_ value: Double) -> String { NumberText.shortest(value.rounded(decimals: 1)) ?? "0" }

  private static func plane(
    _ x: Double, _ y: Double, _ coordinates: Basemap.Coordinates
  ) -> (x: Double, y: Double)? {
    switch coordinates {
    case .lambert93: x.isFinite && y.isFinite ? (x, y) : nil
    case .longitudeLatitude: Lambert93.project(longitude: x, latitude: y).map { ($0.eastM, $0.northM) }
    }
  }
}
