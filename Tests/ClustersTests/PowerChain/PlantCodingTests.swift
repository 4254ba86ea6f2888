// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Foundation
import Quantities
import Testing

/// What is written for scripts reads back as it was.
@Suite struct PlantCodingTests {
  static func returned<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test func everyPartReadsBackAsItWas() throws {
    let design = try Fixture.sizer().design(
      blocks: ClusterDesignTests.mixed,
      conditions: SiteConditions(pue: 1.03, supplyTemperatureC: 45, connectionMW: 50))
    let chain = try PowerChain(design: design, skus: Fixture.all, connectionMW: 50, connectionKV: 400)
    #expect(!chain.notes.isEmpty)
    #expect(try Self.returned(chain) == chain)
    let cooling = try CoolingPlant(design: design, climate: SiteClimate(annualMeanC: 13))
    #expect(!cooling.notes.isEmpty)
    #expect(try Self.returned(cooling) == cooling)
    let space = try BuildingSpace(design: design, skus: Fixture.all)
    #expect(try Self.returned(space) == space)
    let schedule = try BuildSchedule(design: design, skus: Fixture.all)
    #expect(try Self.returned(schedule) == schedule)
  }

  @Test func assumptionsReadBackAsTheyWere() throws {
    #expect(try Self.returned(PowerAssumptions()) == PowerAssumptions())
    #expect(try Self.returned(CoolingAssumptions()) == CoolingAssumptions())
    #expect(try Self.returned(SpaceAssumptions()) == SpaceAssumptions())
    #expect(try Self.returned(ScheduleAssumptions()) == ScheduleAssumptions())
  }

  /// Every figure names what it rests on, and estimates never pose as published.
  @Test func everyDefaultNamesItsSource() {
    let all =
      PowerAssumptions().named() + CoolingAssumptions().named() + SpaceAssumptions().named()
      + ScheduleAssumptions().named()
    #expect(all.allSatisfy { !$0.figure.source.isEmpty })
    for named in all where named.figure.basis == .published {
      #expect(named.figure.source.contains("https://"))
    }
    #expect(Set(all.map(\.name)).count == all.count)
  }
}
