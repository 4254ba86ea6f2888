// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import TestSupport
import Testing

@Suite("Estimates of missing figures")
struct EstimateTests {
  /// A table of random cells: some attributes published, some missing.
  private func table(seed: UInt64) throws -> SiteTable {
    var random = SeededGenerator(seed: seed)
    let ids = (0..<30).map { "site\($0)" }
    var table = try SiteTable(
      sites: ids.map { ($0, $0, SiteTable.Position(longitude: 2, latitude: 48)) })
    for attribute in SiteAttribute.allCases {
      let values = ids.map { _ -> SiteValue in
        guard Bool.random(using: &random) else { return .missing("not in the source") }
        let basis: Basis = Bool.random(using: &random) ? .published : .derived
        switch attribute {
        case .status:
          return SiteValue(
            .text(Bool.random(using: &random) ? "fast-track" : "candidate"), basis: basis, source: "s")
        case .operatorNamed:
          return SiteValue(
            .text(Bool.random(using: &random) ? "yes" : "no"), basis: basis, source: "s")
        case .areaKind:
          return SiteValue(
            .text(Bool.random(using: &random) ? "building" : "plot"), basis: basis, source: "s")
        default:
          return attribute.isNumber
            ? SiteValue(.number(Double.random(in: 1...50, using: &random)), basis: basis, source: "s")
            : SiteValue(.text("text"), basis: basis, source: "s")
        }
      }
      try table.set(SiteTable.Column(name: attribute.rawValue, unit: attribute.unit, values: values))
    }
    return table
  }

  @Test("No value that is known is changed, whatever else is missing", arguments: 1...20)
  func knownValuesStay(seed: Int) throws {
    let before = try table(seed: UInt64(seed))
    let after = try before.fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    for column in before.columns {
      let filled = try #require(after.column(column.name))
      for (row, value) in column.values.enumerated() where !value.isMissing {
        #expect(filled.values[row] == value, "\(column.name) of \(before.ids[row])")
      }
    }
  }

  @Test("Every filled value is marked as an estimate and says how it came about", arguments: 1...20)
  func filledValuesAreMarked(seed: Int) throws {
    let before = try table(seed: UInt64(seed))
    let after = try before.fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    var filledCount = 0
    for column in after.columns {
      for (row, value) in column.values.enumerated()
      where !value.isMissing && before.value(column.name, row: row).isMissing {
        filledCount += 1
        #expect(value.basis == .estimated)
        #expect(!value.source.isEmpty)
        if let number = value.number {
          #expect(number.isFinite)
          #expect((value.low ?? number) <= number && number <= (value.high ?? number))
        }
      }
    }
    #expect(filledCount > 0)
  }

  @Test("Filling twice is filling once")
  func idempotent() throws {
    let once = try table(seed: 3).fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    #expect(
      try once.fillingMissing(with: Samples.estimates, grid: Samples.grid, decision: Samples.decision) == once
    )
  }

  @Test(
    "Power comes from the area, the substation's voltage, or neither",
    arguments: [
      // area, kind, km to 400 kV, km to 225 kV, MW wanted
      (20.0, "plot", 3.0, 3.0, 100.0), (1_000, "plot", 3, 3, 1_000), (1_000, "plot", 90, 3, 240),
      (20, "building", 3, 3, 300), (nil, "plot", 90, 3, 100), (nil, "plot", 90, 90, 30),
    ] as [(Double?, String, Double, Double, Double)])
  func power(area: Double?, kind: String, km400: Double, km225: Double, wanted: Double) throws {
    var table = try SiteTable(
      sites: [("a", "A", SiteTable.Position(longitude: 2, latitude: 48))])
    func set(_ attribute: SiteAttribute, _ content: SiteValue.Content) throws {
      try table.set(
        SiteTable.Column(
          name: attribute.rawValue, unit: attribute.unit,
          values: [SiteValue(content, basis: .published, source: "s")]))
    }
    if let area { try set(.areaHa, .number(area)) }
    try set(.areaKind, .text(kind))
    try set(.substation400Km, .number(km400))
    try set(.substation225Km, .number(km225))
    let filled = try table.fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    #expect(filled.number(.powerMaxMW, row: 0) == wanted)
  }

  @Test(
    "A site nobody is named for is open to French law; a named owner without country is not assumed to be European"
  )
  func jurisdiction() throws {
    var table = try SiteTable(
      sites: ["a", "b"].map { ($0, $0, SiteTable.Position(longitude: 2, latitude: 48)) })
    try table.set(
      SiteTable.Column(
        name: "operator_named", unit: "",
        values: ["no", "yes"].map { SiteValue(.text($0), basis: .published, source: "s") }))
    let filled = try table.fillingMissing(
      with: Samples.estimates, grid: Samples.grid, decision: Samples.decision)
    #expect(filled.text(.ownerCountry, row: 0) == "FR")
    #expect(filled.text(.ownerCountry, row: 1) == "unknown")
  }

  @Test("Estimates are used at the end of their band that speaks least for a site, known figures never")
  func use() throws {
    var estimates = Samples.estimates
    func filled(_ use: EstimateUse, power: Double? = nil) throws -> SiteTable {
      estimates.use = use
      var table = try SiteTable(sites: [("a", "A", SiteTable.Position(longitude: 2, latitude: 48))])
      try table.set(
        SiteTable.Column(
          name: SiteAttribute.areaHa.rawValue, unit: "ha",
          values: [SiteValue(.number(10), basis: .published, source: "s")]))
      if let power {
        try table.set(
          SiteTable.Column(
            name: SiteAttribute.powerMaxMW.rawValue, unit: "MW",
            values: [SiteValue(.number(power), basis: .published, source: "s", low: 1, high: 99)]))
      }
      return try table.fillingMissing(with: estimates, grid: Samples.grid, decision: Samples.decision)
    }
    // 10 ha at 5 MW/ha, 2 at the low end; no voltage beside the site gives at most 50 MW.
    #expect(try filled(.middle).number(.powerMaxMW, row: 0) == 50)
    #expect(try filled(.conservative).number(.powerMaxMW, row: 0) == 20)
    #expect(try filled(.publishedOnly).number(.powerMaxMW, row: 0) == nil)
    // 4 years of lead time from January 2026, 5 at the late end.
    #expect(try filled(.middle).number(.connectionYear, row: 0) == 2030)
    #expect(try filled(.conservative).number(.connectionYear, row: 0) == 2031)
    let value = try filled(.conservative).value(SiteAttribute.powerMaxMW.rawValue, row: 0)
    #expect(value.low == 20 && value.high == 50 && value.isFilled && value.basis == .estimated)
    #expect(value.source.contains("low end of 20.0 to 50.0"))
    for use in EstimateUse.allCases { #expect(try filled(use, power: 30).number(.powerMaxMW, row: 0) == 30) }
  }
}
