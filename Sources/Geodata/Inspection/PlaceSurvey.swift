// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// Where coordinates lie, and whether they look like those of another system than the one that is stated.
enum PlaceSurvey {
  /// A part of France in degrees, a little larger than it is.
  private static let parts: [(name: String, area: Envelope)] = [
    ("metropolitan France", Envelope(minX: -5.5, minY: 41, maxX: 10, maxY: 51.6)),
    ("Guadeloupe or Martinique", Envelope(minX: -62, minY: 14, maxX: -60.5, maxY: 17)),
    ("Guyane", Envelope(minX: -55, minY: 2, maxX: -51, maxY: 6)),
    ("La Réunion", Envelope(minX: 55, minY: -21.6, maxX: 56, maxY: -20.7)),
    ("Mayotte", Envelope(minX: 44.8, minY: -13.2, maxX: 45.5, maxY: -12.5)),
  ]

  /// Projected systems in use for metropolitan France, and where it lies in each.
  private static let systems: [(code: String, name: String, area: Envelope)] = [
    ("EPSG:2154", "Lambert-93", Envelope(minX: 90_000, minY: 6_000_000, maxX: 1_300_000, maxY: 7_150_000)),
    (
      "EPSG:27572", "NTF Lambert II étendu",
      Envelope(minX: 40_000, minY: 1_590_000, maxX: 1_250_000, maxY: 2_700_000)
    ),
    (
      "EPSG:3857", "web Mercator", Envelope(minX: -620_000, minY: 5_000_000, maxX: 1_120_000, maxY: 6_700_000)
    ),
    (
      "EPSG:25831", "UTM zone 31N",
      Envelope(minX: -220_000, minY: 4_530_000, maxX: 1_080_000, maxY: 5_720_000)
    ),
    (
      "EPSG:3035", "LAEA Europe", Envelope(minX: 3_100_000, minY: 1_980_000, maxX: 4_400_000, maxY: 3_220_000)
    ),
  ]

  /// The place of an extent in a reference system, either of which may be unknown.
  static func place(_ extent: Envelope?, _ reference: SpatialReference?) -> SourceSummary.Place {
    let degrees = extent.flatMap { extent in reference.flatMap { Self.degrees(extent, $0) } }
    let found = reference.map {
      SourceSummary.Reference(code: $0.authorityCode, name: $0.name, unit: $0.unitName)
    }
    return SourceSummary.Place(
      reference: found, extent: extent.map(numbers), extentDegrees: degrees.map(numbers),
      reaches: degrees.map { degrees in parts.filter { $0.area.intersects(degrees) }.map(\.name) } ?? [],
      hints: extent.map { hints($0, reference, degrees) } ?? [])
  }

  /// Columns of a table without geometries that may hold coordinates, and how to say so.
  static func coordinateFields(_ names: [String], driver: String) -> [String] {
    guard driver == "CSV" else { return [] }
    func first(_ words: Set<String>) -> String? {
      names.first { name in
        let parts = name.lowercased().split { !$0.isLetter }.map(String.init)
        return parts.contains { words.contains($0) }
      }
    }
    guard let x = first(["x", "lon", "lng", "long", "longitude"]), let y = first(["y", "lat", "latitude"])
    else {
      return []
    }
    return [
      "no geometries, but the columns '\(x)' and '\(y)' may hold coordinates: "
        + "open_options = { X_POSSIBLE_NAMES = \"\(x)\", Y_POSSIBLE_NAMES = \"\(y)\" }, and state their system with crs"
    ]
  }

  private static func degrees(_ extent: Envelope, _ reference: SpatialReference) -> Envelope? {
    guard let target = try? SpatialReference(epsg: 4326),
      let transform = try? CoordinateTransform(from: reference, to: target),
      let degrees = try? transform.transform(extent), degrees.isFinite
    else { return nil }
    return degrees
  }

  private static func numbers(_ e: Envelope) -> [Double] { [e.minX, e.minY, e.maxX, e.maxY] }

  // MARK: Hints

  private static func hints(
    _ extent: Envelope, _ reference: SpatialReference?, _ degrees: Envelope?
  ) -> [String] {
    let spans = "x in \(span(extent.minX, extent.maxX)) and y in \(span(extent.minY, extent.maxY))"
    let turned = Envelope(minX: extent.minY, minY: extent.minX, maxX: extent.maxY, maxY: extent.maxX)
    let looksLikeDegrees = parts.contains { lies(extent, in: $0.area) }
    let looksTurned = parts.contains { lies(turned, in: $0.area) }
    guard let reference else {
      if looksLikeDegrees { return ["\(spans) look like longitude and latitude: crs = \"EPSG:4326\""] }
      if looksTurned { return [turnedHint(spans)] }
      let like = systems(holding: extent)
      return like.isEmpty ? [] : ["\(spans) look like \(like)"]
    }
    let stated = reference.authorityCode ?? reference.name
    if reference.isGeographic {
      let fits = extent.minX >= -180 && extent.maxX <= 360 && extent.minY >= -90 && extent.maxY <= 90
      if !fits {
        let like = systems(holding: extent)
        return [
          "\(spans) are no degrees, although the source states \(stated)"
            + (like.isEmpty ? "; state the right system with crs" : "; they look like \(like)")
        ]
      }
      if extent.maxX > 180 {
        return ["\(spans): longitudes run to 360, where sites have -180 to 180; shift them first"]
      }
      let isThere = parts.contains { $0.area.intersects(extent) }
      return looksTurned && !isThere ? [turnedHint(spans)] : []
    }
    if extent.minX >= -180, extent.maxX <= 180, extent.minY >= -90, extent.maxY <= 90 {
      let words = looksTurned && !looksLikeDegrees ? "latitude and longitude" : "degrees"
      return [
        "\(spans) look like \(words), although the source states \(stated): crs = \"EPSG:4326\" if they are"
      ]
    }
    let isThere = degrees.map { degrees in parts.contains { $0.area.intersects(degrees) } } ?? false
    let like = isThere ? "" : systems(holding: extent)
    return like.isEmpty ? [] : ["\(spans) lie outside France in \(stated), but look like \(like)"]
  }

  private static func turnedHint(_ spans: String) -> String {
    "\(spans) look like latitude first: exchange the two before using the layer"
  }

  /// The systems in which an extent would lie in France, as they would be stated.
  private static func systems(holding extent: Envelope) -> String {
    systems.filter { lies(extent, in: $0.area) }.map { "\($0.name) (crs = \"\($0.code)\")" }
      .joined(separator: " or ")
  }

  private static func lies(_ inner: Envelope, in outer: Envelope) -> Bool {
    inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY
      && inner.maxY <= outer.maxY
  }

  private static func span(_ low: Double, _ high: Double) -> String { "\(rounded(low))..\(rounded(high))" }

  /// A coordinate for reading: whole from a thousand on, else to two decimals.
  private static func rounded(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return "\(value)" }
    let scale = value.magnitude >= 1_000 ? 1.0 : 100.0
    let number = (value * scale).rounded() / scale
    return number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
