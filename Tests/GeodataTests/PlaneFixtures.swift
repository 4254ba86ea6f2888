// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

@testable import Geodata

/// Sites and layers drawn by hand in Lambert-93 metres around a point in the middle of France, so that
/// distances can be worked out on paper: the measuring system is the layer's own and nothing is projected on
/// the way.
enum Plane {
  /// Origin of the drawings: 3 E, 46.5 N.
  static let origin = (x: 700_000.0, y: 6_600_000.0)

  /// A row of a layer: geometry as text with coordinates in metres from the origin, and fields.
  struct Row {
    var wkt: String
    var fields: [String]

    init(_ wkt: String, _ fields: String...) {
      self.wkt = wkt
      self.fields = fields
    }

    init(_ wkt: String, fields: [String]) {
      self.wkt = wkt
      self.fields = fields
    }
  }

  /// A CSV file with geometries as text, in Lambert-93.
  static func table(_ header: [String], _ rows: [Row]) -> String {
    // A file with one column alone is not taken for a table.
    let lines = rows.map { row in
      (row.fields + ["", "\"\(moved(row.wkt))\""].suffix(row.fields.isEmpty ? 2 : 1)).joined(separator: ",")
    }
    let names = (header.isEmpty ? ["note"] : header) + ["WKT"]
    return names.joined(separator: ",") + "\n" + lines.map { $0 + "\n" }.joined()
  }

  /// Sites with the given geometries, called a, b, c and so on.
  static func sites(_ wkt: [String]) -> String {
    table(["id", "name"], wkt.enumerated().map { Row($1, fields: [id($0), "Site \($0)"]) })
  }

  /// Identifier of a site by its position.
  static func id(_ position: Int) -> String {
    position < 26
      ? String(UnicodeScalar(UInt8(97 + position))) : "z" + String(1_000_000 + position).dropFirst()
  }

  /// A point.
  static func point(_ x: Double, _ y: Double) -> String { "POINT (\(x) \(y))" }

  /// An upright square by its lower left corner.
  static func square(_ x: Double, _ y: Double, _ side: Double) -> String { "POLYGON (\(ring(x, y, side)))" }

  /// An upright square ring.
  static func ring(_ x: Double, _ y: Double, _ side: Double) -> String {
    "(\(x) \(y),\(x + side) \(y),\(x + side) \(y + side),\(x) \(y + side),\(x) \(y))"
  }

  /// A line through points.
  static func line(_ points: [(Double, Double)]) -> String {
    "LINESTRING (" + points.map { "\($0.0) \($0.1)" }.joined(separator: ",") + ")"
  }

  /// A polygon through corners, closed.
  static func polygon(_ points: [(Double, Double)]) -> String {
    "POLYGON ((" + (points + points.prefix(1)).map { "\($0.0) \($0.1)" }.joined(separator: ",") + "))"
  }

  /// A geometry in Lambert-93, as GDAL reads it: the judge of what ours measures.
  static func geometry(_ wkt: String) throws -> Geometry { try Geometry(wkt: moved(wkt)) }

  /// Coordinates of a geometry from the origin to Lambert-93.
  static func moved(_ wkt: String) -> String {
    var isX = true
    return wkt.split(separator: ",", omittingEmptySubsequences: false).map { pair in
      pair.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
        let digits = word.drop { $0 == "(" }.prefix { $0 != ")" }
        guard let value = Double(digits) else { return String(word) }
        let sum = value + (isX ? origin.x : origin.y)
        isX.toggle()
        return "\(word[..<digits.startIndex])\(sum)\(word[digits.endIndex...])"
      }.joined(separator: " ")
    }.joined(separator: ",")
  }

  /// Reads sites and one layer of the plane and derives from it.
  static func read(
    sites: [String], header: [String] = [], _ rows: [Row], _ derivations: [LayerDerivation],
    limits: BatchLimits = BatchLimits(), jobs: Int = 1
  ) throws -> SiteTableReader.Reading {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let source = try folder.layer("sites.csv", Self.sites(sites), crs: "EPSG:2154")
    let layer = try folder.layer(
      "things.csv", table(header, rows), derivations: derivations, crs: "EPSG:2154")
    var reader = SiteTableReader(sites: SiteReader(declared: source), layers: [layer], jobs: jobs)
    reader.limits = limits
    reader.isPlane = true
    return try reader.read()
  }

  /// The table alone, for one derivation.
  static func table(
    sites: [String], header: [String] = [], _ rows: [Row], _ derivation: LayerDerivation,
    limits: BatchLimits = BatchLimits()
  ) throws -> SiteTable {
    try read(sites: sites, header: header, rows, [derivation], limits: limits).table
  }

  /// What is wrong, in words; empty when nothing is.
  static func findings(
    sites: [String] = [point(0, 0)], header: [String] = [], _ rows: [Row], _ derivation: LayerDerivation
  ) throws -> [String] {
    do {
      _ = try read(sites: sites, header: header, rows, [derivation])
      return []
    } catch let failure as InputFailure {
      return failure.findings.map(\.message)
    }
  }
}

/// Numbers that look random and are the same in every run.
struct Chance {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 }

  /// The next number in a range.
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    word ^= word >> 31
    let unit = Double(word >> 11) / Double(1 << 53)
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }

  /// A number rounded to centimetres, so that it is the same as text.
  mutating func place(_ range: ClosedRange<Double>) -> Double { (number(range) * 100).rounded() / 100 }

  /// A whole number from 0 to below a limit.
  mutating func below(_ limit: Int) -> Int { min(limit - 1, Int(number(0...1) * Double(limit))) }

  /// Points.
  mutating func points(_ count: Int, within side: Double) -> [String] {
    (0..<count).map { _ in Plane.point(place(-side...side), place(-side...side)) }
  }

  /// Wandering lines of a few corners.
  mutating func lines(_ count: Int, corners: Int = 40, within side: Double) -> [String] {
    (0..<count).map { _ in
      var here = (place(-side...side), place(-side...side))
      var points = [here]
      for _ in 1..<corners {
        here = (here.0 + place(-side / 10...side / 10), here.1 + place(-side / 10...side / 10))
        points.append(here)
      }
      return Plane.line(points)
    }
  }

  /// Star-shaped polygons, mostly not convex, always valid.
  mutating func polygons(_ count: Int, corners: Int = 24, within side: Double, size: Double) -> [String] {
    (0..<count).map { _ in
      let centre = (place(-side...side), place(-side...side))
      let points = (0..<corners).map { corner -> (Double, Double) in
        let angle = 2 * Double.pi * Double(corner) / Double(corners)
        let reach = number(0.3 * size...size)
        return (centre.0 + reach * PlaneAngle.cosine(angle), centre.1 + reach * PlaneAngle.sine(angle))
      }
      return Plane.polygon(points)
    }
  }
}

/// Sine and cosine without a C library.
enum PlaneAngle {
  static func sine(_ angle: Double) -> Double { cosine(angle - Double.pi / 2) }

  /// Cosine by halving the angle until its series is exact, then doubling back.
  static func cosine(_ angle: Double) -> Double {
    let small = angle / 64
    let square = small * small
    var value = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    for _ in 0..<6 { value = 2 * value * value - 1 }
    return value
  }
}

/// Whether two numbers agree to a share of the larger one.
func agree(_ one: Double, _ other: Double, to share: Double = 1e-8, atLeast: Double = 1e-9) -> Bool {
  (one - other).magnitude <= max(share * max(one.magnitude, other.magnitude), atLeast)
}
