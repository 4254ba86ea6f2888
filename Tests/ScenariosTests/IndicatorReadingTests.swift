// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import Testing

@testable import Scenarios

/// What each indicator reads from TOML, with everything stated and with nothing but what is needed.
@Suite struct IndicatorReadingTests {
  /// A derivation as it is written, and what it must become.
  struct Case: Sendable, CustomTestStringConvertible {
    var toml: String
    var wanted: LayerDerivation
    var testDescription: String { toml }
  }

  static let cases: [Case] = [
    Case(
      toml: """
        indicator = "nearest"
        where = "kind = 'grid'"
        distance_km = "d_km"
        max_km = 50
        fields = { name = "post", kv = "post_kv" }
        units = { post_kv = "kV", d_km = "km" }
        """,
      wanted: LayerDerivation(
        .nearest(
          NearestIndicator(
            distanceAttribute: "d_km",
            fields: [
              .init(field: "name", attribute: "post"), .init(field: "kv", attribute: "post_kv", unit: "kV"),
            ],
            maxKm: 50)), filter: "kind = 'grid'")),
    Case(
      toml: "indicator = \"nearest\"\nfields = { z = \"a\" }",
      wanted: LayerDerivation(.nearest(NearestIndicator(fields: [.init(field: "z", attribute: "a")])))),
    Case(
      toml: """
        indicator = "k_nearest"
        k = 3
        distance_km = "town_km"
        fields = { people = "town_people" }
        units = { town_people = "inhabitants" }
        max_km = 100.5
        """,
      wanted: LayerDerivation(
        .neighbours(
          NeighboursIndicator(
            count: 3, distanceAttribute: "town_km",
            fields: [.init(field: "people", attribute: "town_people", unit: "inhabitants")], maxKm: 100.5)))),
    Case(
      toml: """
        indicator = "count_within"
        radius_km = 10
        count = "plants"
        sums = { mw = "plants_mw", jobs = "plants_jobs" }
        units = { plants_mw = "MW", plants = "" }
        """,
      wanted: LayerDerivation(
        .count(
          CountIndicator(
            radiusKm: 10, countAttribute: "plants",
            sums: [
              .init(field: "jobs", attribute: "plants_jobs"),
              .init(field: "mw", attribute: "plants_mw", unit: "MW"),
            ])))),
    Case(
      toml: "indicator = \"count_within\"\nradius_km = 0.5\nsums = { mw = \"s_mw\" }",
      wanted: LayerDerivation(
        .count(CountIndicator(radiusKm: 0.5, sums: [.init(field: "mw", attribute: "s_mw")])))),
    Case(
      toml: """
        indicator = "within"
        inside = "in_natura"
        fields = { code = "natura_code" }
        tolerance_km = 2
        """,
      wanted: LayerDerivation(
        .within(
          WithinIndicator(
            fields: [.init(field: "code", attribute: "natura_code")], insideAttribute: "in_natura",
            toleranceKm: 2)))),
    Case(
      toml: "indicator = \"within\"\ninside = \"in_park\"\nwhere = \"\"",
      wanted: LayerDerivation(.within(WithinIndicator(insideAttribute: "in_park")))),
    Case(
      toml: "indicator = \"share_covered\"\nbuffer_km = 2\nshare = \"flood_share\"\narea_ha = \"flood_ha\"",
      wanted: LayerDerivation(
        .cover(CoverIndicator(bufferKm: 2, shareAttribute: "flood_share", areaAttribute: "flood_ha")))),
    Case(
      toml: "indicator = \"share_covered\"\narea_ha = \"flood_ha\"",
      wanted: LayerDerivation(.cover(CoverIndicator(areaAttribute: "flood_ha")))),
    Case(
      toml: "indicator = \"length_within\"\nradius_km = 15\nlength_km = \"lines_km\"",
      wanted: LayerDerivation(.length(LengthIndicator(radiusKm: 15, lengthAttribute: "lines_km")))),
    Case(
      toml: "indicator = \"raster_value\"\nvalue = \"t_c\"\nunit = \"degC\"\nband = 7\nmethod = \"bilinear\"",
      wanted: LayerDerivation(
        .rasterValue(RasterValueIndicator(valueAttribute: "t_c", unit: "degC", band: 7, method: .bilinear)))),
    Case(
      toml: "indicator = \"raster_value\"\nvalue = \"t_c\"",
      wanted: LayerDerivation(.rasterValue(RasterValueIndicator(valueAttribute: "t_c")))),
    Case(
      toml: """
        indicator = "zonal"
        buffer_km = 5
        band = 2
        unit = "m"
        majority = "h"
        median = "g"
        stdev = "f"
        count = "e"
        sum = "d"
        max = "c"
        min = "b"
        mean = "a"
        quantiles = [{ q = 0.9, attribute = "p90" }, { q = 0, attribute = "p0" }]
        shares = [
          { min = 1, max = 5, attribute = "some" }, { max = -2, attribute = "low" },
          { min = 8.5, attribute = "high" }, { equals = 3, attribute = "three" },
        ]
        """,
      wanted: LayerDerivation(
        .zonal(
          ZonalIndicator(
            bufferKm: 5, band: 2, unit: "m",
            statistics: [
              .init(.mean, attribute: "a"), .init(.min, attribute: "b"), .init(.max, attribute: "c"),
              .init(.sum, attribute: "d"), .init(.count, attribute: "e"), .init(.stdev, attribute: "f"),
              .init(.quantile(0.5), attribute: "g"), .init(.majority, attribute: "h"),
              .init(.quantile(0.9), attribute: "p90"), .init(.quantile(0), attribute: "p0"),
              .init(.share(min: 1, max: 5), attribute: "some"),
              .init(.share(min: nil, max: -2), attribute: "low"),
              .init(.share(min: 8.5, max: nil), attribute: "high"),
              .init(.share(min: 3, max: 3), attribute: "three"),
            ])))),
    Case(
      toml: """
        indicator = "zonal"
        [[layers.x.derive.quantiles]]
        q = 1
        attribute = "top"
        """,
      wanted: LayerDerivation(
        .zonal(ZonalIndicator(statistics: [.init(.quantile(1), attribute: "top")])))),
    Case(
      toml: "indicator = \"slope\"\nvalue = \"slope_deg\"\nunit = \"degrees\"\nband = 3\nbuffer_km = 0.25",
      wanted: LayerDerivation(
        .slope(SlopeIndicator(valueAttribute: "slope_deg", unit: .degrees, band: 3, bufferKm: 0.25)))),
    Case(
      toml: "indicator = \"slope\"\nvalue = \"slope_percent\"",
      wanted: LayerDerivation(.slope(SlopeIndicator(valueAttribute: "slope_percent", unit: .percent)))),
    Case(
      toml: """
        indicator = "interpolated"
        fields = { tmean = "tmean_c", rain = "rain_mm" }
        units = { tmean_c = "degC" }
        power = 1.5
        neighbours = 4
        max_km = 200
        [layers.x.derive.lapse]
        station_elevation = "alt"
        site_elevation = "height_m"
        per_km = { tmean_c = -6.5 }
        """,
      wanted: LayerDerivation(
        .interpolation(
          InterpolationIndicator(
            fields: [
              .init(field: "rain", attribute: "rain_mm"),
              .init(field: "tmean", attribute: "tmean_c", unit: "degC"),
            ], power: 1.5, neighbours: 4, maxKm: 200,
            lapse: .init(
              stationElevationField: "alt", siteElevationAttribute: "height_m", perKm: ["tmean_c": -6.5]))))),
    Case(
      toml: "indicator = \"interpolated\"\nfields = { t = \"t_c\" }",
      wanted: LayerDerivation(
        .interpolation(
          InterpolationIndicator(fields: [.init(field: "t", attribute: "t_c")], power: 2, neighbours: 8)))),
    Case(
      toml: """
        indicator = "join"
        site_key = "departement_code"
        layer_key = "code"
        fields = { stress = "water_stress" }
        units = { water_stress = "class 1-5" }
        """,
      wanted: LayerDerivation(
        .join(
          JoinIndicator(
            siteKey: "departement_code", layerKey: "code",
            fields: [.init(field: "stress", attribute: "water_stress", unit: "class 1-5")])))),
  ]

  @Test("is read as it is written", arguments: cases)
  func reading(_ given: Case) throws {
    let pack =
      ScenarioFixture.layers + "[layers.x]\nsource = \"x.gpkg\"\n[[layers.x.derive]]\n" + given.toml + "\n"
    let reading = ScenarioFixture.read(["work/data/layers.toml": pack])
    let layers = try #require(reading.scenario, "\(reading.findings)").layers
    #expect(reading.findings == [])
    #expect(layers.first { $0.name == "x" }?.derivations == [given.wanted])
  }

  @Test func `every indicator has a case here, and its keys are those that it reads`() {
    #expect(IndicatorCatalogue.all.map { $0.keyword }.count == 11)
    for type in IndicatorCatalogue.all {
      #expect(Self.cases.contains { $0.toml.hasPrefix("indicator = \"\(type.keyword)\"") }, "\(type.keyword)")
    }
    #expect(
      IndicatorCatalogue.all.map { IndicatorCatalogue.keys(of: $0).joined(separator: " ") } == [
        "distance_km fields max_km units", "distance_km fields k max_km units", "count radius_km sums units",
        "fields inside tolerance_km units", "area_ha buffer_km share", "length_km radius_km",
        "band method unit value",
        "band buffer_km count majority max mean median min quantiles shares stdev sum unit",
        "band buffer_km unit value", "fields lapse max_km neighbours power units",
        "fields layer_key site_key units",
      ])
  }

  @Test func `the same derivation can stand in an overlay`() throws {
    let reading = ScenarioFixture.read(overlays: [
      "layers.x.source=x.gpkg",
      "layers.x.derive=[{ indicator = \"k_nearest\", k = 2, distance_km = \"a_km\" }]",
    ])
    let layers = try #require(reading.scenario, "\(reading.findings)").layers
    #expect(
      layers.first { $0.name == "x" }?.derivations
        == [LayerDerivation(.neighbours(NeighboursIndicator(count: 2, distanceAttribute: "a_km")))])
  }
}
