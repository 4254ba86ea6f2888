// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Zonal statistics")
struct RasterZonalTests {
  @Test(
    "The circle has the corners that GEOS gives a buffer with 32 segments a quarter, and the area of the true one"
  )
  func circle() throws {
    var scene = try RasterScene.kilometres { column, row in Double(column * row) }
    // One site lies so that its circle crosses cells of different value; GEOS then cuts each cell.
    try scene.place(cells: [(20.37, 14.81)])
    let zone = try Geometry.point(scene.shapes.measured[0]).buffer(
      3_700 * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments)
    var (sum, area) = (0.0, 0.0)
    for row in 0..<30 {
      for column in 0..<40 {
        let (west, north) = (600_000 + Double(column) * 1_000, 6_700_000 - Double(row) * 1_000)
        let cell = try Geometry.rectangle(
          Envelope(minX: west, minY: north - 1_000, maxX: west + 1_000, maxY: north))
        let part = try zone.intersection(cell).area / 1e6
        sum += part * Double(column * row)
        area += part
      }
    }
    let count = try #require(try scene.zonal(.count, bufferKm: 3.7)[0].number)
    let found = try #require(try scene.zonal(.sum, bufferKm: 3.7)[0].number)
    #expect((count - area).magnitude < 1e-7)
    #expect((found - sum).magnitude < 1e-8 * sum)
    // The area of the true circle.
    #expect((count - Double.pi * 3.7 * 3.7).magnitude < 1e-7)
  }

  @Test("Statistics of a small area, worked out by hand")
  func byHand() throws {
    var scene = try RasterScene.kilometres { column, row in
      column == 3 && row == 0 ? .nan : Double(10 * row + column)
    }
    // Half of column 1, all of 2, a quarter of 3; all of row 0 and half of row 1.
    let corners = [(1.5, 0.0), (3.25, 0), (3.25, 1.5), (1.5, 1.5)]
    try scene.place(cells: [(2, 0.5)], areas: [0: [corners]])
    let indicator = ZonalIndicator(
      unit: "m",
      statistics: [
        .init(.mean, attribute: "mean"), .init(.min, attribute: "min"), .init(.max, attribute: "max"),
        .init(.sum, attribute: "sum"), .init(.count, attribute: "count"), .init(.majority, attribute: "most"),
        .init(.share(min: 2, max: 11), attribute: "share"),
        .init(.share(min: 12, max: 12), attribute: "twelve"),
      ])
    let output = try scene.derive(.zonal(indicator))
    // Weights: 1: 0.5, 2: 1, (3: none), 11: 0.25, 12: 0.5, 13: 0.125.
    let weight = 2.375
    let sum = 0.5 + 2 + 2.75 + 6 + 1.625
    let numbers = output.columns.map { $0.values[0].number ?? .nan }
    let expected = [sum / weight, 1, 13, sum, weight, 2, 1.25 / weight, 0.5 / weight]
    for (number, known) in zip(numbers, expected) { #expect((number - known).magnitude < 1e-8) }
    #expect(output.columns.map(\.name) == ["mean", "min", "max", "sum", "count", "most", "share", "twelve"])
    #expect(output.columns.map(\.unit) == ["m", "m", "m", "m", "", "m", "", ""])
    // A quarter of a cell of 2.625 has no value: 9.5 %.
    #expect(
      output.columns[0].values[0].source
        == "Relief; 10 % of the zone lies outside the raster or on cells without value")
    #expect(output.columns[0].values[0].basis == .derived)
    #expect(output.nullValues == ["band 1": 1])
    #expect(output.featuresRead == 6 && output.featuresDeclared == 1_200)
    #expect(output.driver == "GTiff" && output.crsFound == "EPSG:2154")
  }

  @Test("A raster of one value gives this value, whatever the zone", arguments: 1...6)
  func constant(seed: Int) throws {
    var random = RasterScene.Random(seed)
    let value = (random.next(-1_000, 1_000) * 1e4).rounded() / 1e4
    var scene = try RasterScene.kilometres { _, _ in value }
    try scene.place(cells: (0..<10).map { _ in (random.next(0, 40), random.next(0, 30)) })
    let radius = random.next(0.01, 20)
    for statistic in [ZonalIndicator.Statistic.mean, .min, .max, .majority, .quantile(0.37)] {
      for found in try scene.zonal(statistic, bufferKm: radius) { #expect(found.number == value) }
    }
    for found in try scene.zonal(.stdev, bufferKm: radius) { #expect(found.number == 0) }
  }

  @Test("The mean lies between the least and the largest value, and a hole takes its cells away")
  func bounds() throws {
    var random = RasterScene.Random(5)
    var scene = try RasterScene.kilometres { _, _ in random.next(-5, 5) }
    try scene.place(cells: (0..<20).map { index in (Double(index) * 2 + 0.3, Double(index) * 1.4) })
    let (low, mean, high) = (
      try scene.zonal(.min, bufferKm: 2.5), try scene.zonal(.mean, bufferKm: 2.5),
      try scene.zonal(.max, bufferKm: 2.5)
    )
    for site in 0..<20 {
      let (l, m, h) = (low[site].number ?? .nan, mean[site].number ?? .nan, high[site].number ?? .nan)
      #expect(l < m && m < h)
    }
    let outer = [(2.0, 2.0), (8, 2), (8, 8), (2, 8)]
    let hole = [(4.0, 4.0), (6, 4), (6, 6.5), (4, 6.5)]
    try scene.place(cells: [(3, 3), (3, 3)], areas: [0: [outer], 1: [outer, hole]])
    let counts = try scene.zonal(.count)
    #expect(counts[0].number == 36 && counts[1].number == 31)
  }

  @Test("A polygon site's zone is its area made larger, not a circle around a point in it")
  func areaBuffer() throws {
    var scene = try RasterScene.kilometres { _, _ in 1 }
    let corners = [(10.0, 10.0), (16, 10), (16, 12), (10, 12)]
    try scene.place(cells: [(11, 11)], areas: [0: [corners]])
    let area = try Geometry(wkb: try #require(scene.shapes.polygonWKB[0])).buffer(
      1_500 * Zone.equalAreaFactor, quadrantSegments: Zone.quadrantSegments
    )
    .area
    let count = try #require(try scene.zonal(.count, bufferKm: 1.5)[0].number)
    #expect((count - area / 1e6).magnitude < 1e-7)
  }

  @Test(
    "Where a zone has no value the reason says why: no area, outside, no cell with a value; a count is then 0"
  )
  func missing() throws {
    var scene = try RasterScene.kilometres { column, _ in column < 10 ? .nan : 3 }
    let area = [(20.0, 20.0), (21, 20), (21, 21)]
    try scene.place(cells: [(20.5, 20.2), (25, 20)], areas: [0: [area]])
    let own = try scene.zonal(.mean)
    #expect(own[0].number == 3)
    #expect(own[1].reason == "the site is a point, and no buffer_km is stated")
    try scene.place(cells: [(20, 20), (5, 5), (100, 100)])
    let mean = try scene.zonal(.mean, bufferKm: 2)
    #expect(mean[0].number == 3 && mean[0].source == "Relief")
    #expect(mean[1].reason == "no cell in the zone has a value")
    #expect(mean[2].reason == "the zone lies outside the raster")
    #expect(try scene.zonal(.sum, bufferKm: 2)[1].isMissing)
    let count = try scene.zonal(.count, bufferKm: 2)
    #expect(count[1].number == 0 && count[2].isMissing)
  }

  @Test("A turned raster gives what the same values on an upright one give")
  func turned() throws {
    // Cells of 1 km turned by the angle whose sine is 0.6.
    let turned = GeoTransform(
      originX: 600_000, columnX: 800, rowX: -600, originY: 6_700_000, columnY: -600, rowY: -800)
    var random = RasterScene.Random(3)
    let values = (0..<1_600).map { _ in random.next(0, 100) }
    func value(_ column: Int, _ row: Int) -> Double { values[row * 40 + column] }
    let area = [(10.2, 11.0), (17.9, 9.3), (15.5, 18.25)]
    var scene = try RasterScene(width: 40, height: 40, transform: turned, crs: "EPSG:2154", value: value)
    try scene.place(cells: [(14, 12)], areas: [0: [area]], transform: turned)
    var upright = try RasterScene.kilometres(width: 40, height: 40, value: value)
    try upright.place(cells: [(14, 12)], areas: [0: [area]])
    for statistic in [ZonalIndicator.Statistic.mean, .min, .max, .count, .stdev, .quantile(0.5)] {
      let (a, b) = (
        try scene.zonal(statistic)[0].number ?? .nan, try upright.zonal(statistic)[0].number ?? .nan
      )
      #expect((a - b).magnitude <= 2e-9 * b.magnitude)
    }
  }
}
