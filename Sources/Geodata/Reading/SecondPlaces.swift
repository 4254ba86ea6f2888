// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Quantities
import Sites

/// What a table says a second time of where its features are: in other columns of coordinates, or in such
/// columns beside geometries that stand as texts. Nobody but the planner knows which is meant where the two
/// differ.
final class SecondPlaces {
  /// Names of columns in which the driver for CSV looks for geometries.
  static let geometryNames = ["wkt", "geometry", "geom", "the_geom"]

  /// Two places that are no farther apart are the same, in metres.
  private static let sameMetres = 1.0
  /// Decimals of degrees below which rounding explains nothing: a third one is some 100 m.
  private static let fewestDecimals = 3

  private struct Rival {
    var points: ColumnPoints
    /// To longitude and latitude.
    var transform: CoordinateTransform
    /// Whether its numbers may be of another system than the layer's, which the planner has not stated.
    var isOfOwnSystem: Bool
    /// Whether its numbers are degrees.
    var isGeographic: Bool
    var agreements = 0
    /// How far apart two places that agree are at most, in metres.
    var mostMetres = 0.0
  }

  private let access: LayerAccess
  private let lines: DelimitedText?
  /// What is read, in words and as keys that say so.
  private let own: (words: String, keys: String)
  private let transform: CoordinateTransform
  private let isGeographic: Bool
  private let isOneColumn: Bool
  private var rivals: [Rival]

  /// The second places of a layer; nil where there are none, or the planner says what is meant.
  ///
  /// - Parameters:
  ///   - points: Columns from which coordinates are read; nil where features have geometries.
  ///   - reference: Reference system of what is read.
  /// - Throws: `InputFailure` where a table has two columns of geometries.
  init?(
    _ layer: Layer, _ access: LayerAccess, beside points: ColumnPoints?, lines: DelimitedText?,
    reference: SpatialReference
  ) throws {
    let declared = access.declared
    let stated = Set(declared.openOptions.keys.map { $0.uppercased() })
    guard declared.pointColumns == nil, stated.isDisjoint(with: ColumnPoints.options) else { return nil }
    var others: [ColumnPoints.Columns]
    if let points {
      others = points.others
      own = (points.words, points.keys)
    } else {
      // Formats with geometries of their own mean these, whatever columns stand beside them.
      guard lines != nil else { return nil }
      let isChosen = try Self.checkChoice(of: layer, access)
      let columns = layer.fields.map(\.name).filter { Self.geometryNames.contains($0.lowercased()) }
      guard !isChosen, let column = columns.first(where: Self.isAlwaysTaken) ?? columns.first else {
        return nil
      }
      let option = "open_options = { GEOM_POSSIBLE_NAMES = \"\(column)\" }"
      if columns.count > 1 {
        throw access.failure(
          "has geometries in \(columns.map { "'\($0)'" }.joined(separator: " and ")); say which are meant: with \(option) beside source, or give "
            + "'\(column)' another name")
      }
      own = ("'\(column)'", option)
      others = ColumnPoints.found(in: layer)
    }
    guard !others.isEmpty else { return nil }
    isOneColumn = points?.isOne ?? true
    self.access = access
    self.lines = lines
    let degrees = try SpatialReference(epsg: 4326)
    transform = try access.transform(from: reference, to: degrees)
    isGeographic = reference.isGeographic
    let isStated = declared.crsOverride != nil
    let geographic = isGeographic
    rivals = []
    for columns in others {
      let points = ColumnPoints(columns, layer, access, lines: lines)
      guard let code = columns.code else {
        rivals.append(
          Rival(points: points, transform: transform, isOfOwnSystem: false, isGeographic: geographic))
        // Where nobody states the system, metres beside degrees are most likely those of France.
        if geographic, !isStated {
          let metres = try access.transform(from: SpatialReference(epsg: 2154), to: degrees)
          rivals[rivals.count - 1].transform = metres
          rivals[rivals.count - 1].isOfOwnSystem = true
          rivals[rivals.count - 1].isGeographic = false
        }
        continue
      }
      let system = try SpatialReference(userInput: code)
      rivals.append(
        Rival(
          points: points, transform: try access.transform(from: system, to: degrees), isOfOwnSystem: true,
          isGeographic: system.isGeographic))
    }
  }

  /// Whether the driver takes a column for geometries whatever its options say.
  private static func isAlwaysTaken(_ name: String) -> Bool { name.lowercased() == "wkt" }

  /// Whether the open options choose a column of geometries.
  ///
  /// - Throws: `InputFailure` where the driver takes another one all the same.
  private static func checkChoice(of layer: Layer, _ access: LayerAccess) throws -> Bool {
    let option = access.declared.openOptions.first { $0.key.uppercased() == "GEOM_POSSIBLE_NAMES" }
    guard let wanted = option?.value.split(separator: ",").map({ $0.lowercased() }) else { return false }
    let names = layer.fields.map(\.name)
    guard let taken = names.first(where: isAlwaysTaken), !wanted.contains(taken.lowercased()),
      let chosen = names.first(where: { wanted.contains($0.lowercased()) })
    else { return true }
    throw access.failure(
      "is to have its geometries from '\(chosen)', but a column called '\(taken)' is taken for them whatever GEOM_POSSIBLE_NAMES says; call "
        + "'\(taken)' something else")
  }

  /// What a table states twice, in words, before anybody says which is meant; nil where it does not.
  static func note(of layer: Layer) -> String? {
    let geometries = layer.fields.map(\.name).filter { geometryNames.contains($0.lowercased()) }.map {
      "'\($0)'"
    }
    let columns = ColumnPoints.found(in: layer).map { ColumnPoints.words($0, layer.fields) }
    let all = geometries + columns
    guard all.count > 1 else { return nil }
    return
      "places are stated in \(all.joined(separator: ", in ")); where they differ the table is refused until x and y, crs or "
      + "open_options = { GEOM_POSSIBLE_NAMES = \"...\" } say which are meant"
  }

  /// The fields that are read.
  var names: [String] { rivals.flatMap(\.points.names) }

  /// What agrees, in words, once all features have been seen.
  var remarks: [String] {
    rivals.filter { $0.agreements > 0 }.map { rival in
      let isRounded = rival.mostMetres > Self.sameMetres
      return
        "places are read from \(own.words); \(rival.points.words) \(rival.points.isOne ? "states" : "state") them too and "
        + "\(rival.points.isOne ? "agrees" : "agree") within \(isRounded ? Int(rival.mostMetres.rounded(.up)) : 1) m"
        + (isRounded ? ", which the rounding of the numbers explains" : "")
    }
  }

  /// What to do about a feature without a place, in words, where the table states one elsewhere.
  var hint: String {
    let others = rivals.map { "for \($0.points.words) say \($0.points.keys)" }.joined(separator: ", ")
    return "; places are read from \(own.words), \(others) beside source"
  }

  /// Compares what is read of a feature with what else the table says.
  ///
  /// - Throws: `InputFailure` where the two are more than a metre apart, and farther than half a unit in
  ///   the last place of both explains.
  func check(_ feature: Feature, at place: Coordinate, ordinal: Int) throws {
    let found = try? transform.transform(place)
    try check(
      feature, found.map { Envelope(minX: $0.x, minY: $0.y, maxX: $0.x, maxY: $0.y) }, written: place, ordinal
    )
  }

  /// Compares the geometry of a feature with what else the table says: a place inside the rectangle around it
  /// agrees.
  ///
  /// - Throws: As `check(_:at:ordinal:)`.
  func check(_ feature: Feature, _ geometry: Geometry, ordinal: Int) throws {
    let corner = geometry.envelope.map { Coordinate(x: $0.minX, y: $0.minY) }
    try check(feature, (try? geometry.transformed(by: transform))?.envelope, written: corner, ordinal)
  }

  private func check(
    _ feature: Feature, _ box: Envelope?, written own: Coordinate?, _ ordinal: Int
  ) throws {
    guard let box, box.isFinite else { return }
    for index in rivals.indices {
      let rival = rivals[index]
      guard let written = try? rival.points.coordinate(of: feature, ordinal: ordinal) else { continue }
      let areDegrees = abs(written.x) <= 360 && abs(written.y) <= 90
      // Numbers that cannot be of the system that the planner states are not what is meant.
      if !rival.isOfOwnSystem, isGeographic, !areDegrees { continue }
      let usesOwn = rival.isOfOwnSystem && rival.points.implied == nil && areDegrees
      guard let other = try? (usesOwn ? transform : rival.transform).transform(written), other.x.isFinite,
        other.y.isFinite
      else {
        throw access.failure(disagreement(rival, feature, ordinal, written, nil))
      }
      let apart = Self.apart(other, box)
      let metres = (apart.east * apart.east + apart.north * apart.north).squareRoot()
      if metres > Self.sameMetres {
        let theirs = Self.rounding(
          of: written, isDegrees: usesOwn ? isGeographic : rival.isGeographic, latitude: other.y)
        let ours =
          own.map { Self.rounding(of: $0, isDegrees: isGeographic, latitude: other.y) } ?? (east: 0, north: 0)
        guard apart.east <= theirs.east + ours.east, apart.north <= theirs.north + ours.north else {
          throw access.failure(disagreement(rival, feature, ordinal, written, metres))
        }
      }
      rivals[index].agreements += 1
      rivals[index].mostMetres = max(rival.mostMetres, metres)
    }
  }

  private func disagreement(
    _ rival: Rival, _ feature: Feature, _ ordinal: Int, _ written: Coordinate, _ metres: Double?
  ) -> String {
    let place = access.place(of: feature, ordinal: ordinal, lines: lines)
    let apart =
      metres.map {
        $0 < 1_000 ? ", \(Int($0.rounded(.up))) m apart" : ", \(Int(($0 / 1_000).rounded())) km apart"
      } ?? ""
    return
      "\(place): \(own.words) \(isOneColumn ? "states" : "state") another place than \(rival.points.words) (\(NumberText.plain(written.x)), "
      + "\(NumberText.plain(written.y)))\(apart); say which is meant, with \(own.keys) or \(rival.points.keys) beside source"
  }

  private static let metresPerDegree = 111_195.0

  /// How far a place is from a rectangle, both in degrees, in metres eastwards and northwards.
  private static func apart(_ place: Coordinate, _ box: Envelope) -> (east: Double, north: Double) {
    let east = max(box.minX - place.x, 0, place.x - box.maxX)
    let north = max(box.minY - place.y, 0, place.y - box.maxY)
    // In radians a place turns by east degrees on a circle that is smaller towards the poles.
    return (east * metresPerDegree * cosine(ofDegrees: place.y), north * metresPerDegree)
  }

  /// How far from a place its coordinates may be since they are rounded: half a unit in the last decimal that
  /// either of the two has, in metres.
  private static func rounding(
    of place: Coordinate, isDegrees: Bool, latitude: Double
  ) -> (east: Double, north: Double) {
    let decimals = max(decimals(of: place.x), decimals(of: place.y))
    var half = 0.5
    for _ in 0..<decimals { half /= 10 }
    // Metres of a map may be turned against north.
    guard isDegrees else { return (half * 2.0.squareRoot(), half * 2.0.squareRoot()) }
    guard decimals >= fewestDecimals else { return (0, 0) }
    return (half * metresPerDegree * cosine(ofDegrees: latitude), half * metresPerDegree)
  }

  /// Decimals of a number as it is written shortest.
  private static func decimals(of number: Double) -> Int {
    let parts = "\(number)".split(separator: "e")
    let fraction = parts.first?.split(separator: ".").dropFirst().first ?? "0"
    let digits = fraction == "0" ? 0 : fraction.count
    return max(0, digits - (parts.count > 1 ? Int(parts[1]) ?? 0 : 0))
  }

  private static func cosine(ofDegrees degrees: Double) -> Double {
    let square = (degrees * .pi / 180) * (degrees * .pi / 180)
    // Good to a thousandth up to the poles, which a comparison with a metre needs least of all.
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  }
}
