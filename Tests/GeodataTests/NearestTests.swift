// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Nearest")
struct NearestTests {
  private let km = LayerDerivation(.nearest(NearestIndicator(distanceAttribute: "km")))
  private func named(maxKm: Double? = nil) -> LayerDerivation {
    LayerDerivation(
      .nearest(
        NearestIndicator(
          distanceAttribute: "km", fields: [FieldMapping(field: "name", attribute: "who")], maxKm: maxKm)))
  }

  @Test("Three, four, five: the distance in km and the neighbour's field")
  func byHand() throws {
    let table = try Plane.table(
      sites: [Plane.point(0, 0)], header: ["name"],
      [.init(Plane.point(3_000, 4_000), "near"), .init(Plane.point(9_000, 0), "far")], named())
    #expect(table.number("km", row: 0) == 5)
    #expect(table.text("who", row: 0) == "near")
    #expect(table.column("km")?.unit == "km")
    #expect(table.value("km", row: 0).basis == .derived)
    #expect(table.value("km", row: 0).source == "distance to things.csv")
  }

  @Test(
    "To a line it is the foot of the perpendicular, to a polygon its edge, inside it zero, in its hole the hole's edge"
  )
  func kinds() throws {
    let line = Plane.line([(-5_000, 2_000), (5_000, 2_000)])
    let polygon = "POLYGON (\(Plane.ring(-4_000, -4_000, 8_000)),\(Plane.ring(-1_000, -1_000, 2_000)))"
    #expect(try Plane.table(sites: [Plane.point(0, 0)], [.init(line)], km).number("km", row: 0) == 2)
    let around = try Plane.table(
      sites: [Plane.point(0, 0), Plane.point(2_000, 0), Plane.point(7_000, 8_000)], [.init(polygon)], km)
    #expect(around.number("km", row: 0) == 1)
    #expect(around.number("km", row: 1) == 0)
    #expect(around.number("km", row: 2) == 5)
  }

  @Test(
    "The first in file order wins a tie, however the layer is cut in batches", arguments: [1, 2, 3, 65_536])
  func ties(batch: Int) throws {
    let rows = (0..<9).map { Plane.Row(Plane.point($0 % 2 == 0 ? 1_000 : -1_000, 0), "n\($0)") }
    let table = try Plane.table(
      sites: [Plane.point(0, 0)], header: ["name"], rows, named(), limits: BatchLimits(features: batch))
    #expect(table.text("who", row: 0) == "n0")
  }

  @Test("Beyond max_km there is none, and the reason says so; the rim counts")
  func limit() throws {
    let rows = [Plane.Row(Plane.point(3_000, 4_000), "near")]
    let rim = try Plane.table(sites: [Plane.point(0, 0)], header: ["name"], rows, named(maxKm: 5))
    #expect(rim.number("km", row: 0) == 5)
    let beyond = try Plane.table(sites: [Plane.point(0, 0)], header: ["name"], rows, named(maxKm: 4.5))
    #expect(beyond.value("km", row: 0) == .missing("none within 4.5 km in things.csv"))
    #expect(beyond.value("who", row: 0).isMissing)
  }

  @Test("Brute force with GDAL over random points, lines and polygons gives the same", arguments: 1...4)
  func bruteForce(seed: Int) throws {
    var chance = Chance(seed)
    let side = 200_000.0
    let layers = [
      chance.points(150, within: side), chance.lines(30, within: side),
      chance.polygons(30, within: side, size: 30_000),
    ]
    let sites = chance.points(25, within: side)
    for shapes in layers + [layers.flatMap { $0 }] {
      let rows = shapes.enumerated().map { Plane.Row($1, "n\($0)") }
      let table = try Plane.table(sites: sites, header: ["name"], rows, named())
      let features = try shapes.map(Plane.geometry)
      for (row, site) in sites.enumerated() {
        let place = try Plane.geometry(site)
        let metres = try features.map { try $0.distance(to: place) }
        let least = try #require(metres.min())
        let found = try #require(table.number("km", row: row))
        #expect(agree(found, least / 1_000), "site \(row): \(found) instead of \(least / 1_000) km")
        let who = try #require(table.text("who", row: row).flatMap { Int($0.dropFirst()) })
        #expect(agree(metres[who], least, atLeast: 1e-6))
      }
    }
  }

  @Test("Neither a feature farther off nor the order of features changes a distance", arguments: 1...3)
  func metamorphic(seed: Int) throws {
    var chance = Chance(seed)
    let shapes = chance.lines(20, within: 50_000) + chance.points(20, within: 50_000)
    let sites = chance.points(10, within: 50_000)
    let rows = shapes.map { Plane.Row($0) }
    let plain = try Plane.table(sites: sites, rows, km).column("km")
    #expect(try Plane.table(sites: sites, rows.reversed(), km).column("km") == plain)
    #expect(
      try Plane.table(sites: sites, rows + [Plane.Row(Plane.point(900_000, 0))], km).column("km") == plain)
  }

  @Test("A field that is empty in the neighbour is missing, and the nulls are counted")
  func nullField() throws {
    let reading = try Plane.read(
      sites: [Plane.point(0, 0)], header: ["name", "kv"],
      [.init(Plane.point(1, 0), "x", ""), .init(Plane.point(2, 0), "y", "225")],
      [
        LayerDerivation(
          .nearest(NearestIndicator(fields: [FieldMapping(field: "kv", attribute: "volt", unit: "kV")])))
      ])
    #expect(reading.table.value("volt", row: 0) == .missing("empty in the layer"))
    #expect(reading.reports[1].featuresRead == 2)
  }

  @Test("A text where a unit promises a number is a finding that names field and text")
  func textForNumber() throws {
    let found = try Plane.findings(
      header: ["kv"], [.init(Plane.point(1, 0), "much")],
      LayerDerivation(
        .nearest(NearestIndicator(fields: [FieldMapping(field: "kv", attribute: "volt", unit: "kV")]))))
    #expect(
      found == ["field 'kv' holds 'much' where a number is needed; write digits with a point, such as 12.5"])
  }
}

@Suite("The k nearest")
struct NeighboursTests {
  private func derivation(_ count: Int, maxKm: Double? = nil) -> LayerDerivation {
    LayerDerivation(
      .neighbours(
        NeighboursIndicator(
          count: count, distanceAttribute: "km", fields: [FieldMapping(field: "name", attribute: "who")],
          maxKm: maxKm)))
  }

  @Test("Distances ascend, fields come along, and those that are not there are missing with a reason")
  func byHand() throws {
    let table = try Plane.table(
      sites: [Plane.point(0, 0)], header: ["name"],
      [.init(Plane.point(2_000, 0), "two"), .init(Plane.point(1_000, 0), "one")], derivation(3))
    #expect(table.columns.map(\.name).suffix(6) == ["km_1", "who_1", "km_2", "who_2", "km_3", "who_3"])
    #expect(table.number("km_1", row: 0) == 1 && table.text("who_1", row: 0) == "one")
    #expect(table.number("km_2", row: 0) == 2 && table.text("who_2", row: 0) == "two")
    #expect(table.value("km_3", row: 0) == .missing("fewer than 3 in things.csv"))
  }

  @Test("A line of many pieces counts as one neighbour")
  func onePerFeature() throws {
    let long = Plane.line((0...200).map { (Double($0) * 10 - 1_000, 500) })
    let table = try Plane.table(
      sites: [Plane.point(0, 0)], header: ["name"],
      [.init(long, "long"), .init(Plane.point(0, 3_000), "point")], derivation(2))
    #expect(table.number("km_1", row: 0) == 0.5)
    #expect(table.number("km_2", row: 0) == 3)
  }

  @Test("Brute force over random features gives the same k, in batches of any size", arguments: [3, 65_536])
  func bruteForce(batch: Int) throws {
    var chance = Chance(7)
    let shapes =
      chance.points(60, within: 100_000) + chance.lines(20, within: 100_000)
      + chance.polygons(20, within: 100_000, size: 20_000)
    let sites = chance.points(12, within: 100_000)
    let table = try Plane.table(
      sites: sites, header: ["name"], shapes.enumerated().map { Plane.Row($1, "n\($0)") }, derivation(7),
      limits: BatchLimits(features: batch))
    let features = try shapes.map(Plane.geometry)
    for (row, site) in sites.enumerated() {
      let place = try Plane.geometry(site)
      let metres = try features.map { try $0.distance(to: place) }
      let expected = metres.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      for rank in 1...7 {
        let found = try #require(table.number("km_\(rank)", row: row))
        #expect(agree(found, expected[rank - 1].element / 1_000))
      }
    }
  }
}
