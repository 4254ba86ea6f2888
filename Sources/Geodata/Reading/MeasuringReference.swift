// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// The projected coordinate reference system in which distances and areas are measured: metres, never
/// degrees. It is chosen once from where the sites lie, or stated by the planner.
struct MeasuringReference: Sendable, Equatable {
  /// A part of France with a projected system of its own.
  struct Area: Sendable {
    /// Name in messages.
    var name: String
    /// Authority code of the legal projected system.
    var code: String
    /// Where it may be used, in degrees of longitude and latitude.
    var extent: Envelope
  }

  /// Metropolitan France and the overseas departements with their legal systems (décret 2019-165); extents
  /// from the EPSG registry, of the geodetic system where the zone of the map plane cuts through the land
  /// (Guyane west of 54 W).
  static let areas = [
    Area(
      name: "metropolitan France", code: "EPSG:2154",
      extent: Envelope(minX: -9.86, minY: 41.15, maxX: 10.38, maxY: 51.56)),
    Area(
      name: "Guadeloupe or Martinique", code: "EPSG:5490",
      extent: Envelope(minX: -63.66, minY: 14.08, maxX: -57.52, maxY: 18.53)),
    Area(
      name: "Guyane", code: "EPSG:2972",
      extent: Envelope(minX: -54.61, minY: 2.11, maxX: -49.45, maxY: 8.88)),
    Area(
      name: "La Réunion", code: "EPSG:2975",
      extent: Envelope(minX: 51.83, minY: -24.72, maxX: 58.24, maxY: -18.28)),
    Area(
      name: "Mayotte", code: "EPSG:4471",
      extent: Envelope(minX: 43.68, minY: -14.49, maxX: 46.7, maxY: -11.33)),
  ]

  /// Authority code, for example `EPSG:2154`.
  var code: String

  /// The system for sites, from where they lie.
  ///
  /// - Parameters:
  ///   - ids: Identifiers of the sites, for messages.
  ///   - stated: System that the planner states instead.
  /// - Throws: `InputFailure` with every site that lies outside France or in another part of it than the
  /// first ones, and for a
  ///   stated system in which nothing can be measured.
  static func choose(
    for positions: [SiteTable.Position], ids: [String], stated: String?, access: LayerAccess
  ) throws -> MeasuringReference {
    if let stated { return try checked(stated, positions: positions, ids: ids, access: access) }
    let found = positions.map { position in
      areas.firstIndex { $0.extent.contains(Coordinate(x: position.longitude, y: position.latitude)) }
    }
    // Metropolitan France where any site lies in it, otherwise the part of the first site that lies in one.
    let main = found.contains(0) ? 0 : found.compactMap { $0 }.first ?? 0
    let findings = found.indices.compactMap { site -> Finding? in
      guard found[site] != main else { return nil }
      let place = "site '\(ids[site])' lies at \(positions[site].longitude), \(positions[site].latitude)"
      guard let part = found[site] else {
        return access.finding(
          "\(place), outside France; check the order of longitude and latitude and the coordinate reference system, or, if it is "
            + "meant, state a projected system to measure in, for example measure_crs = \"\(zoneCode(at: positions[site]))\""
        )
      }
      return access.finding(
        "\(place), in \(areas[part].name), while others lie in \(areas[main].name); distances cannot be measured in one system: plan "
          + "them apart, or state one with measure_crs")
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
    return MeasuringReference(code: areas[main].code)
  }

  /// The UTM zone of a position on WGS 84.
  private static func zoneCode(at position: SiteTable.Position) -> String {
    let zone = max(1, min(60, Int(((position.longitude + 180) / 6).rounded(.down)) + 1))
    return "EPSG:\((position.latitude < 0 ? 32_700 : 32_600) + zone)"
  }
}
