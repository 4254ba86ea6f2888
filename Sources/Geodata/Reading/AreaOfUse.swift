// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities

/// Whether coordinates lie where their projected reference system is meant to be used. Coordinates of one
/// zone that are declared as those of the zone beside it come out hundreds of kilometres off; most such
/// places lie outside the area of the declared zone.
struct AreaOfUse {
  /// Places up to this far outside are usual: a zone is used for a whole country, or a little beyond its
  /// border.
  static let marginDegrees = 1.5
  /// A layer whose features all lie farther outside than this is of another system.
  static let limitDegrees = 5.0

  private let code: String
  private let area: Envelope
  private let toDegrees: CoordinateTransform
  /// Places that were looked at.
  private(set) var total = 0
  /// Places beyond the margin, and beyond the limit.
  private(set) var outside = 0
  private var farOutside = 0
  private var farthest = 0.0
  private var nearest = Double.infinity

  /// - Parameters:
  ///   - declared: Reference system of the source.
  ///   - coordinates: Reference system of the coordinates that will be looked at.
  /// - Returns: nil for a system without a limited area: of the whole Earth, or in degrees.
  init?(of declared: SpatialReference, coordinates: SpatialReference) {
    guard declared.isProjected, let area = declared.areaOfUse, area.width < 340,
      let degrees = try? SpatialReference(epsg: 4326),
      let toDegrees = try? CoordinateTransform(from: coordinates, to: degrees)
    else { return nil }
    code = "\(declared)"
    self.area = area
    self.toDegrees = toDegrees
  }

  /// Looks at places.
  ///
  /// - Parameter box: A rectangle that holds them all; where it lies inside, they need not be looked at one
  ///   by one.
  mutating func take(_ places: [Coordinate], within box: Envelope?) {
    total += places.count
    if let box, let degrees = try? toDegrees.transform(box), degrees.isFinite, distance(degrees) == 0 {
      return
    }
    guard let found = try? toDegrees.transform(places) else { return }
    for place in found {
      let degrees = place.map { distance(Envelope(minX: $0.x, minY: $0.y, maxX: $0.x, maxY: $0.y)) } ?? 180
      if degrees > Self.marginDegrees {
        outside += 1
        farthest = max(farthest, degrees)
      }
      if degrees > Self.limitDegrees { farOutside += 1 }
      nearest = min(nearest, degrees)
    }
  }

  /// How far the farthest side of a rectangle lies outside, in degrees; 0 inside.
  private func distance(_ box: Envelope) -> Double {
    max(0, area.minX - box.minX, box.maxX - area.maxX, area.minY - box.minY, box.maxY - area.maxY)
  }

  /// Why the places cannot be of the declared system; nil when some of them may be.
  ///
  /// - Parameter noun: What a place is.
  func fault(_ noun: String) -> String? {
    guard total > 0, farOutside == total else { return nil }
    return
      "all of its \(total) \(noun)\(total == 1 ? "" : "s") lie outside the area for which \(code) is made (\(words)), by \(Self.degrees(nearest)) or more, so that "
      + "their coordinates are those of another system, perhaps of the zone beside it; state the right one with crs = \"EPSG:...\""
  }

  /// What to tell where some places lie outside; nil where all lie inside or near.
  func remark(_ noun: String) -> String? {
    guard outside > 0, farOutside < total else { return nil }
    return
      "\(outside) of \(total) \(noun)s lie up to \(Self.degrees(farthest)) outside the area for which \(code) is made (\(words)); "
      + "if they belong elsewhere, their coordinates are those of another zone: state the right one with crs = \"EPSG:...\""
  }

  private var words: String {
    func part(_ low: Double, _ high: Double, _ positive: String, _ negative: String) -> String {
      func end(_ value: Double) -> String {
        "\(NumberText.plain(value.magnitude)) \(value < 0 ? negative : positive)"
      }
      return "\(end(low)) to \(end(high))"
    }
    return part(area.minX, area.maxX, "E", "W") + ", " + part(area.minY, area.maxY, "N", "S")
  }

  private static func degrees(_ value: Double) -> String {
    "\(NumberText.plain(value.rounded(decimals: 1))) degrees"
  }
}
