// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Interpolated between stations")
struct InterpolationTests {
  private func derivation(
    power: Double = 2, neighbours: Int = 8, maxKm: Double? = nil,
    lapse: InterpolationIndicator.Lapse? = nil
  ) -> LayerDerivation {
    LayerDerivation(
      .interpolation(
        InterpolationIndicator(
          fields: [FieldMapping(field: "t", attribute: "temp", unit: "degC")], power: power,
          neighbours: neighbours, maxKm: maxKm, lapse: lapse)))
  }

  @Test("Weights fall with the square of the distance: 10 at 1 km and 20 at 2 km give 12")
  func byHand() throws {
    let rows = [Plane.Row(Plane.point(1_000, 0), "10"), Plane.Row(Plane.point(-2_000, 0), "20")]
    func value(_ derivation: LayerDerivation) throws -> Double? {
      try Plane.table(sites: [Plane.point(0, 0)], header: ["t"], rows, derivation).number("temp", row: 0)
    }
    #expect(try value(derivation()) == 12)
    // Weights 1 and 1/2.
    #expect(agree(try #require(try value(derivation(power: 1))), 40.0 / 3))
    #expect(try value(derivation(neighbours: 1)) == 10)
    #expect(try value(derivation(maxKm: 1.5)) == 10)
  }

  @Test(
    "On a station it is the station's value; in between it lies between the least and the largest",
    arguments: 1...3)
  func bounds(seed: Int) throws {
    var chance = Chance(seed)
    let stations = chance.points(40, within: 100_000)
    let values = stations.map { _ in chance.place(-10...30) }
    let rows = zip(stations, values).map { Plane.Row($0, "\($1)") }
    let sites = Array(stations.prefix(5)) + chance.points(20, within: 100_000)
    let table = try Plane.table(sites: sites, header: ["t"], rows, derivation())
    let least = try #require(values.min())
    let largest = try #require(values.max())
    for row in sites.indices {
      let found = try #require(table.number("temp", row: row))
      if row < 5 { #expect(agree(found, values[row])) }
      #expect(found >= least - 1e-9 && found <= largest + 1e-9)
    }
    let turned = try Plane.table(
      sites: sites, header: ["t"], rows.reversed(), derivation(), limits: BatchLimits(features: 3))
    #expect(turned.column("temp") == table.column("temp"))
  }

  @Test("Each station is brought to the elevation of the site: 500 m higher at -6.5 a km is 3.25 colder")
  func lapse() throws {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer(
      "sites.csv",
      Plane.table(
        ["id", "name", "alt"],
        [.init(Plane.point(0, 0), "a", "A", "500"), .init(Plane.point(0, 1), "b", "B", "")]),
      crs: "EPSG:2154")
    let given = try Alternative.withNumbers(sites)
    let lapse = InterpolationIndicator.Lapse(
      stationElevationField: "h", siteElevationAttribute: "alt", perKm: ["temp": -6.5])
    let layer = try folder.layer(
      "stations.csv",
      Plane.table(
        ["t", "h"],
        [
          .init(Plane.point(0, 5_000), "10", "0"), .init(Plane.point(5_000, 0), "12", "1000"),
          .init(Plane.point(1, 1), "99", ""),
        ]), derivations: [derivation(neighbours: 1, lapse: lapse), second(lapse)], crs: "EPSG:2154")
    var reader = SiteTableReader(sites: SiteReader(declared: given), layers: [layer])
    reader.isPlane = true
    let table = try reader.read().table
    // The station beside the site has no elevation and takes no part; of the two at 5 km the first counts.
    #expect(table.number("temp", row: 0) == 6.75)
    #expect(table.value("temp", row: 1) == .missing("the site has no alt to correct for"))
    // (10 - 3.25 + 12 + 3.25) / 2
    #expect(table.number("both", row: 0) == 11)
    #expect(table.value("both", row: 0).source.contains("-6.5 per km"))
  }

  private func second(_ lapse: InterpolationIndicator.Lapse) -> LayerDerivation {
    var other = lapse
    other.perKm = ["both": -6.5]
    return LayerDerivation(
      .interpolation(
        InterpolationIndicator(
          fields: [FieldMapping(field: "t", attribute: "both", unit: "degC")], neighbours: 2, lapse: other)))
  }

  @Test("A station without a value is passed over for the next one, and none within reach is missing")
  func gaps() throws {
    let rows = [
      Plane.Row(Plane.point(10, 0), ""), Plane.Row(Plane.point(20, 0), ""),
      Plane.Row(Plane.point(3_000, 0), "7"),
    ]
    let near = try Plane.table(sites: [Plane.point(0, 0)], header: ["t"], rows, derivation())
    #expect(near.number("temp", row: 0) == 7)
    let far = try Plane.table(sites: [Plane.point(0, 0)], header: ["t"], rows, derivation(maxKm: 1))
    #expect(far.value("temp", row: 0) == .missing("no station with t within 1 km in things.csv"))
  }
}

/// Sources with other options than usual.
enum Alternative {
  /// A CSV of which numbers are read as numbers.
  static func withNumbers(_ layer: LayerSource) throws -> LayerSource {
    var layer = layer
    layer.openOptions = ["AUTODETECT_TYPE": "YES"]
    return layer
  }
}
