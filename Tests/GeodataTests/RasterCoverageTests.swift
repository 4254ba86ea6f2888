// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Glibc
import Testing

@testable import Geodata

@Suite("Fractions of cells in a zone")
struct RasterCoverageTests {
  /// A star-shaped ring around a centre: never crosses itself, reaches between two distances.
  private func ring(
    _ random: inout RasterScene.Random, x: Double, y: Double, near: Double, far: Double, corners: Int
  ) -> [Coordinate] {
    (0..<corners).map { index in
      let angle = (Double(index) + random.next(0, 0.9)) / Double(corners) * 2 * Double.pi
      let reach = random.next(near, far)
      return Coordinate(x: x + reach * cos(angle), y: y + reach * sin(angle))
    }
  }

  private func outline(_ rings: [[Coordinate]]) -> PixelOutline {
    var outline = PixelOutline()
    for (index, ring) in rings.enumerated() {
      for corner in ring { outline.append(column: corner.x, row: corner.y) }
      outline.endRing(isHole: index > 0)
    }
    return outline
  }

  /// Fractions of a window, row by row.
  private func fractions(_ outline: PixelOutline, columns: Range<Int>, rows: Range<Int>) -> [Double] {
    var coverage = CellCoverage(least: 1e-13)
    coverage.compute(outline, columns: columns, rows: rows)
    return coverage.withFractions { found in
      rows.indices.flatMap { row in
        columns.indices.map { column in
          let (r, c) = (row - rows.lowerBound, column - columns.lowerBound)
          return coverage.spans[r].contains(c) ? found[r * coverage.stride + c] : 0
        }
      }
    }
  }

  @Test(
    "The fractions of random polygons with holes are the areas that GEOS cuts out of each cell",
    arguments: 1...12)
  func geos(seed: Int) throws {
    var random = RasterScene.Random(seed)
    let outer = ring(&random, x: random.next(3, 7), y: random.next(3, 7), near: 2, far: 6, corners: 3 + seed)
    let middle = Coordinate(
      x: outer.map(\.x).reduce(0, +) / Double(outer.count),
      y: outer.map(\.y).reduce(0, +) / Double(outer.count))
    let candidate = ring(&random, x: middle.x, y: middle.y, near: 0.2, far: 1.2, corners: 5)
    let whole = try Geometry.polygon(outer: outer)
    let hole = try whole.contains(Geometry.polygon(outer: candidate)) ? [candidate] : []
    let polygon = try Geometry.polygon(outer: outer, holes: hole)
    // The window leaves out a part of most polygons.
    let (columns, rows) = (1..<10, 0..<9)
    let found = fractions(outline([outer] + hole), columns: columns, rows: rows)
    for row in rows {
      for column in columns {
        let cell = try Geometry.rectangle(
          Envelope(minX: Double(column), minY: Double(row), maxX: Double(column + 1), maxY: Double(row + 1)))
        let expected = try polygon.intersection(cell).area
        let fraction = found[(row - rows.lowerBound) * columns.count + column - columns.lowerBound]
        #expect((fraction - expected).magnitude < 1e-12, "column \(column), row \(row)")
      }
    }
  }

  @Test("The fractions add up to the area of the polygon", arguments: 1...20)
  func total(seed: Int) {
    var random = RasterScene.Random(seed)
    let outer = ring(&random, x: 50, y: 40, near: 20, far: 38, corners: 5 + seed * 3)
    let hole = ring(&random, x: 50, y: 40, near: 1, far: 9, corners: 7)
    let outline = outline([outer, hole])
    let found = fractions(outline, columns: 0..<100, rows: 0..<80)
    #expect((found.reduce(0, +) - outline.area).magnitude < 1e-9)
    #expect(found.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test("Neither the sense of rotation nor the corner a ring begins with matters", arguments: 1...8)
  func rotation(seed: Int) {
    var random = RasterScene.Random(seed)
    let outer = ring(&random, x: 10, y: 10, near: 4, far: 9, corners: 11)
    let hole = ring(&random, x: 10, y: 10, near: 1, far: 3, corners: 6)
    let plain = fractions(outline([outer, hole]), columns: 0..<20, rows: 0..<20)
    let turned = Array(outer[4...] + outer[..<4])
    for rings in [
      [outer.reversed(), hole], [outer, hole.reversed()], [turned, hole], [outer + [outer[0]], hole],
    ] {
      let other = fractions(outline(rings), columns: 0..<20, rows: 0..<20)
      #expect(zip(plain, other).allSatisfy { ($0 - $1).magnitude < 1e-13 })
    }
  }

  @Test("The two parts of a zone that is cut add up to the zone", arguments: 1...8)
  func parts(seed: Int) throws {
    var random = RasterScene.Random(seed)
    let whole = try Geometry.polygon(outer: ring(&random, x: 10, y: 10, near: 4, far: 9, corners: 9))
    let cut = random.next(6, 14)
    let left = try Geometry.rectangle(Envelope(minX: -5, minY: -5, maxX: cut, maxY: 30))
    let parts = [try whole.intersection(left), try whole.difference(left)]
    func cells(_ geometry: Geometry) throws -> [Double] {
      let paths = try geometry.paths()
      var outline = PixelOutline()
      for path in paths {
        for (x, y) in zip(path.x, path.y) { outline.append(column: x, row: y) }
        outline.endRing(isHole: path.role == .innerRing)
      }
      return fractions(outline, columns: 0..<20, rows: 0..<20)
    }
    let sum = zip(try cells(parts[0]), try cells(parts[1])).map { $0 + $1 }
    #expect(zip(sum, try cells(whole)).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }

  @Test("Fractions of a small grid, worked out by hand")
  func byHand() {
    // Under the line 1 - x / 2 the first cell keeps three quarters and the second one quarter.
    let triangle = [Coordinate(x: 0, y: 0), Coordinate(x: 2, y: 0), Coordinate(x: 0, y: 1)]
    #expect(fractions(outline([triangle]), columns: 0..<3, rows: 0..<1) == [0.75, 0.25, 0])
    let square = [(0.5, 0.5), (2.5, 0.5), (2.5, 1.25), (0.5, 1.25)].map { Coordinate(x: $0.0, y: $0.1) }
    #expect(
      fractions(outline([square]), columns: 0..<4, rows: 0..<2) == [
        0.25, 0.5, 0.25, 0, 0.125, 0.25, 0.125, 0,
      ])
    // Only what lies in the window is found, also when it is wholly inside.
    #expect(fractions(outline([square]), columns: 1..<2, rows: 1..<2) == [0.25])
    #expect(fractions(outline([square]), columns: 3..<9, rows: 0..<1) == [Double](repeating: 0, count: 6))
  }

  @Test("A zone that ends on the edge of cells does not touch those beyond by rounding")
  func aligned() throws {
    let grid = try #require(
      RasterGrid(
        transform: GeoTransform(west: -5, north: 1, pixelWidth: 0.1, pixelHeight: 1), width: 100, height: 1,
        period: 360))
    for column in 0..<100 {
      // Decimals as a person writes them, for example 2.3 and 2.4.
      let (west, east) = (Double(column - 50) / 10, Double(column - 49) / 10)
      var coverage = CellCoverage(least: grid.tolerance)
      let corners = [(west, 0), (east, 0), (east, 1), (west, 1)].map { grid.pixel(x: $0.0, y: $0.1) }
      coverage.compute(
        outline([corners.map { Coordinate(x: $0.column, y: $0.row) }]), columns: 0..<100, rows: 0..<1)
      let touched = coverage.withFractions { found in coverage.spans[0].filter { found[$0] > 0 } }
      #expect(touched == [column])
    }
  }
}
