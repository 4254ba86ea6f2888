// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds room for the names of discs on a still map: right of the disc, left of it, above it or below it, and
/// none where all of that is taken. The number in the disc leads to the name in the tables.
struct MapLabels {
  /// Where a name stands.
  struct Place {
    var style: String
    var x: Double
    var y: Double
  }

  private struct Box {
    var west: Double
    var east: Double
    var north: Double
    var south: Double

    func overlaps(_ other: Box) -> Bool {
      west < other.east && other.west < east && north < other.south && other.north < south
    }
  }

  private static let lineHeight = 14.0
  /// Width of a letter at most, on average, in the bold type of the labels.
  private static let letterWidth = 7.2

  private let width: Double
  private let height: Double
  private let discs: [(x: Double, y: Double, radius: Double)]
  private var taken: [Box]

  /// - Parameters:
  ///   - width: Width of the picture.
  ///   - height: Height of the picture.
  ///   - taken: The discs, which no name may lie on.
  init(width: Double, height: Double, taken discs: [(x: Double, y: Double, radius: Double)]) {
    self.width = width
    self.height = height
    self.discs = discs
    taken = discs.map {
      Box(west: $0.x - $0.radius, east: $0.x + $0.radius, north: $0.y - $0.radius, south: $0.y + $0.radius)
    }
  }

  /// A place for the name of a disc; nil where there is no room for it.
  mutating func place(_ name: String, beside index: Int) -> Place? {
    let disc = discs[index]
    let length = Double(TextWidth.columns(name)) * Self.letterWidth
    let reach = disc.radius + 4
    let rise = disc.radius + 6
    let places = [
      (Place(style: "label", x: disc.x + reach, y: disc.y + 4), disc.x + reach),
      (Place(style: "label label-left", x: disc.x - reach, y: disc.y + 4), disc.x - reach - length),
      (Place(style: "label label-middle", x: disc.x, y: disc.y - rise), disc.x - length / 2),
      (Place(style: "label label-middle", x: disc.x, y: disc.y + rise + 8), disc.x - length / 2),
    ]
    for (place, west) in places {
      let box = Box(
        west: west, east: west + length, north: place.y - 11, south: place.y - 11 + Self.lineHeight)
      guard box.west > 0, box.east < width, box.north > 0, box.south < height else { continue }
      if taken.contains(where: { $0.overlaps(box) }) { continue }
      taken.append(box)
      return place
    }
    return nil
  }
}
