// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Views

@Suite("Names on a still map")
struct MapLabelsTests {
  private typealias Disc = (x: Double, y: Double, radius: Double)

  /// Where the name of the first disc goes.
  private func place(_ discs: [Disc]) -> MapLabels.Place? {
    var labels = MapLabels(width: 400, height: 300, taken: discs)
    return labels.place("Lisses", beside: 0)
  }

  @Test("A name stands right of its disc, and left of it where the map ends")
  func sides() throws {
    let right = try #require(place([(100, 100, 10)]))
    #expect(right.style == "label" && right.x == 114)
    let left = try #require(place([(380, 100, 10)]))
    #expect(left.style == "label label-left" && left.x == 366)
  }

  @Test("Where both sides are taken it stands above or below, and nowhere where all is taken")
  func crowded() throws {
    let discs: [Disc] = [(200, 150, 10), (235, 150, 12), (165, 150, 12)]
    let (over, under): (Disc, Disc) = ((200, 125, 14), (200, 175, 14))
    let above = try #require(place(discs))
    #expect(above.style == "label label-middle" && above.y < 150)
    #expect(try #require(place(discs + [over])).y > 150)
    #expect(place(discs + [over, under]) == nil)
  }

  @Test("No two names lie over each other, however many there are")
  func many() {
    let discs = (0..<60).map { index -> Disc in
      (60 + 13 * Double(index % 20), 60 + 40 * Double(index / 20), 8)
    }
    var labels = MapLabels(width: 400, height: 300, taken: discs)
    var boxes: [(west: Double, east: Double, y: Double)] = []
    for index in discs.indices {
      let name = "Site \(index)"
      guard let place = labels.place(name, beside: index) else { continue }
      let length = Double(name.count) * 7
      var west = place.x
      if place.style.hasSuffix("left") { west -= length }
      if place.style.hasSuffix("middle") { west -= length / 2 }
      let east = west + length
      for box in boxes where abs(box.y - place.y) < 12 { #expect(west >= box.east || box.west >= east) }
      boxes.append((west, east, place.y))
    }
    #expect(!boxes.isEmpty && boxes.count < discs.count)
  }
}
