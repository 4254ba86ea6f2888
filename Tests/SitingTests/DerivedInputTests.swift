// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Sites
import TestSupport
import Testing

@Suite("Site inputs computed from what layers give")
struct DerivedInputTests {
  /// A table of one site with the cells given, each published.
  private func site(_ cells: [String: SiteValue.Content]) throws -> SiteTable {
    var table = try SiteTable(sites: [("a", "A", SiteTable.Position(longitude: 2, latitude: 48))])
    for name in cells.keys.sorted() {
      let value = cells[name].map { SiteValue($0, basis: .published, source: "s") } ?? .missing("none")
      try table.set(SiteTable.Column(name: name, unit: "", values: [value]))
    }
    return table
  }

  private func fill(
    _ cells: [String: SiteValue.Content], _ inputs: DerivedInputParameters = Samples.derivedInputs
  ) throws -> SiteTable {
    var estimates = Samples.estimates
    estimates.derivedInputs = inputs
    return try site(cells).fillingMissing(with: estimates, grid: Samples.grid, decision: Samples.decision)
  }

  private func reason(_ value: SiteValue) -> String {
    if case .missing(let reason) = value.content { reason } else { "known: \(value.content)" }
  }

  @Test(
    "The free-cooling class follows the thresholds, and a value on a threshold is in the warmer class",
    arguments: [(9.9, "A"), (10, "B"), (14.9, "B"), (15, "C"), (20, "D"), (35, "D"), (-5, "A")])
  func freeCooling(maxC: Double, wanted: String) throws {
    let value = try fill(["climate_tmax_c": .number(maxC)]).value("free_cooling_class", row: 0)
    #expect(value.text == wanted)
    #expect(value.basis == .estimated)
    #expect(value.source.contains("\(maxC) degC"))
  }

  @Test("Warmer never means a better free-cooling class or a lower PUE")
  func warmerIsNeverBetter() throws {
    var before = ("A", 0.0)
    for tenth in stride(from: -100, through: 400, by: 1) {
      let degrees = Double(tenth) / 10
      let filled = try fill(["climate_tmax_c": .number(degrees), "climate_tmean_c": .number(degrees)])
      let now = try (
        #require(filled.text(.freeCoolingClass, row: 0)), #require(filled.number(.pue, row: 0))
      )
      #expect(now.0 >= before.0 && now.1 >= before.1, "at \(degrees) degC")
      before = now
    }
  }

  @Test("The hazard factor adds a share for each class above the lowest")
  func hazards() throws {
    let inputs = Samples.derivedInputs
    #expect(inputs.seismicCostSharePerZone.value == 0.01 && inputs.floodCostSharePerClass.value == 0.002)
    let known: [String: SiteValue.Content] = [
      "seismic_zone": .number(4), "flood_class": .number(2.5), "forest_fire_class": .number(5),
    ]
    let value = try fill(known).value("hazard_cost_factor", row: 0)
    // 1 + 0.01 x 3 + 0.002 x 1.5 + 0 x 4; the band of the seismic share is 0 to 0.02.
    #expect(value.number == 1.033)
    #expect(value.low == 1.003 && value.high == 1.063)
    #expect(value.basis == .estimated)
    #expect(value.source == "1 + 0.01 x (seismic_zone 4.0 - 1) + 0.002 x (flood_class 2.5 - 1)")
    let least: [String: SiteValue.Content] = [
      "seismic_zone": .number(1), "flood_class": .number(1), "forest_fire_class": .number(1),
    ]
    #expect(try fill(least).number("hazard_cost_factor", row: 0) == 1)
  }

  @Test("An unknown hazard is not taken for the lowest, unless it costs nothing anyway")
  func unknownHazards() throws {
    let noFire = try fill(["seismic_zone": .number(2), "flood_class": .number(1)])
    #expect(noFire.number("hazard_cost_factor", row: 0) == 1.01)
    let noQuake = try fill(["flood_class": .number(1), "forest_fire_class": .number(1)])
    #expect(reason(noQuake.value("hazard_cost_factor", row: 0)) == "no seismic_zone")
    let nothing = try fill([:])
    #expect(reason(nothing.value("hazard_cost_factor", row: 0)) == "no seismic_zone, no flood_class")
  }

  @Test(
    "The price of a connection is its fixed part, its route and its share of the works at the reference power"
  )
  func connectionPrice() throws {
    let filled = try fill(["substation_225_km": .number(5), "substation_400_km": .number(30)])
    // 10 MEUR + 5 km x 1.2 x 2 MEUR/km + 80 MW x 50 kEUR/MW; 40 MEUR + 30 x 1.2 x 5 + 80 x 0.05.
    #expect(filled.number("connection_225kv_cost_eur", row: 0) == 10e6 + 12e6 + 4e6)
    #expect(filled.number("connection_400kv_cost_eur", row: 0) == 40e6 + 180e6 + 4e6)
    #expect(filled.column("connection_400kv_cost_eur")?.unit == "EUR")
    #expect(
      filled.value("connection_225kv_cost_eur", row: 0).source
        == "10000000 EUR + 5 km x 1.2 x 2000000 EUR/km + 80 MW x 50000 EUR/MW")
  }

  @Test("A voltage out of reach has no price and says why")
  func outOfReach() throws {
    let far = try fill(["substation_225_km": .number(20.04)])
    #expect(
      reason(far.value("connection_225kv_cost_eur", row: 0)) == "225 kV at 20.1 km, at most 20 km considered")
    #expect(reason(far.value("connection_400kv_cost_eur", row: 0)) == "no 400 kV substation known")
    let other = try fill([
      "grid_kv": .number(400), "substation_225_km": .number(1), "substation_400_km": .number(90),
    ])
    #expect(reason(other.value("connection_225kv_cost_eur", row: 0)) == "the site's voltage is known: 400 kV")
    // A known voltage lifts the limit of 30 km.
    #expect(other.number("connection_400kv_cost_eur", row: 0) == 40e6 + 90 * 1.2 * 5e6 + 4e6)
  }

  @Test("The band of a connection's price is that of its prices, and more expensive the farther")
  func connectionBand() throws {
    var grid = Samples.grid
    grid.connections[0].fixedEUR = Samples.figure(10e6, "EUR", low: 5e6, high: 30e6)
    grid.routeFactor = Samples.figure(1.2, low: 1, high: 1.5)
    var before = 0.0
    for km in [0.0, 0.5, 3, 10, 19.9, 20] {
      let filled = try site(["substation_225_km": .number(km)])
        .fillingMissing(with: Samples.estimates, grid: grid, decision: Samples.decision)
      let value = filled.value("connection_225kv_cost_eur", row: 0)
      let price = try #require(value.number)
      #expect(price > before)
      before = price
      let power = DerivedInputParameters().connectionReferenceMW.value * 50_000
      #expect(value.low == 5e6 + km * 1 * 2e6 + power)
      #expect(value.high == 30e6 + km * 1.5 * 2e6 + power)
    }
  }

  @Test("Round-trip time is twice the distance times the route factor over the speed of light in fibre")
  func latency() throws {
    let filled = try fill([
      "exchange_paris_km": .number(100), "exchange_saint_etienne_km": .number(0), "exchange_km": .number(7),
    ])
    let paris = filled.value("latency_paris_rtt_ms", row: 0)
    // 2 x 100 km x 1.5 at 299,792.458 / 1.5 km/s: 300 / 199.861639 ms.
    #expect(paris.number == 1.501)
    // Route factor 1.2 to 2 and index 1.4 to 1.5: 1.1208 and 2.0014.
    #expect(paris.low == 1.121 && paris.high == 2.001)
    #expect(paris.basis == .estimated)
    #expect(filled.number("latency_saint_etienne_rtt_ms", row: 0) == 0)
    #expect(filled.columns.map(\.name).filter { $0.hasPrefix("latency_") }.count == 2)
    #expect(filled.column("latency_paris_rtt_ms")?.unit == "ms")
  }

  @Test("A hub that a site has no distance to gives a missing time that names the column")
  func noHub() throws {
    var table = try site(["exchange_paris_km": .number(1)])
    table.set(.missing("none within 50 km"), column: "exchange_paris_km", row: 0)
    let filled = try table.fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    #expect(reason(filled.value("latency_paris_rtt_ms", row: 0)) == "no exchange_paris_km")
  }

  @Test("Without a climate there is no class, and the PUE is the reference")
  func noClimate() throws {
    let filled = try fill([:])
    #expect(reason(filled.value("free_cooling_class", row: 0)) == "no climate_tmax_c")
    #expect(filled.number(.pue, row: 0) == Samples.estimates.pueReference.value)
    #expect(filled.value("pue", row: 0).source.contains("climate_tmean_c"))
  }

  @Test("What the source of the sites states stays as it is")
  func statedStays() throws {
    let stated: [String: SiteValue.Content] = [
      "climate_tmax_c": .number(30), "free_cooling_class": .text("A"), "seismic_zone": .number(5),
      "flood_class": .number(5), "hazard_cost_factor": .number(1.2), "substation_225_km": .number(5),
      "connection_225kv_cost_eur": .number(1), "exchange_paris_km": .number(100),
      "latency_paris_rtt_ms": .number(0.5), "water_stress_level": .number(3),
    ]
    let filled = try fill(stated)
    for name in stated.keys.sorted() {
      #expect(filled.value(name, row: 0).content == stated[name])
      #expect(filled.value(name, row: 0).basis == .published)
      #expect(!filled.value(name, row: 0).isFilled)
    }
  }

  @Test("A number no site can have is a fault")
  func ranges() throws {
    let table = try site([
      "hazard_cost_factor": .number(0.9), "water_stress_level": .number(6), "climate_tmax_c": .number(99),
      "free_cooling_class": .text("B"),
    ])
    #expect(
      table.valueFaults().map(\.description) == [
        "site 'a': climate_tmax_c is 99; wanted -30 to 40 degC",
        "site 'a': hazard_cost_factor is 0.9; wanted 1 to 3",
        "site 'a': water_stress_level is 6; wanted 1 to 5 class 1-5",
      ])
  }

  @Test("Every figure used where a scenario states none has a source and lies in its band")
  func defaults() {
    for named in DerivedInputParameters().named() {
      let figure = named.figure
      #expect(figure.source.count > 20, "\(named.name)")
      #expect((figure.low ?? figure.value) <= figure.value && figure.value <= (figure.high ?? figure.value))
    }
    let values = DerivedInputParameters()
    #expect(values.freeCoolingABelowC.value < values.freeCoolingBBelowC.value)
    #expect(values.freeCoolingBBelowC.value < values.freeCoolingCBelowC.value)
    // The speed of light in fibre that data sheets give: a little over 204,000 km/s.
    #expect((204_000...204_500).contains(299_792.458 / values.fibreGroupIndex.value))
  }
}
