// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Foundation
import Testing

/// Plans are written to and read from files: what is written must come back equal.
@Suite struct CodingTests {
  func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test(arguments: ["dgx-b300", "gb300-nvl72"])
  func optionsAndProductsComeBack(skuID: String) throws {
    let sizer = try Fixture.sizer()
    let option = try sizer.option(skuID: skuID)
    #expect(try roundTrip(option) == option)
    let sku = try sizer.catalogue.sku(skuID)
    #expect(try roundTrip(sku) == sku)
    #expect(try roundTrip(sizer.assumptions) == sizer.assumptions)
  }

  @Test func designsComeBackWithNotesAndGaps() throws {
    let sizing = try Fixture.sizer().sizing(
      forGPUs: 5_000, skuID: "gb300-nvl72", conditions: SiteConditions(pue: 1.5, connectionMW: 10))
    #expect(!sizing.design.notes.isEmpty)
    #expect(try roundTrip(sizing) == sizing)
  }
}
