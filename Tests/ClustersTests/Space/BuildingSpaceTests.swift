// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct BuildingSpaceTests {
  static func space(
    _ design: ClusterDesign, limit: Double? = nil, assumptions: SpaceAssumptions = SpaceAssumptions()
  ) throws -> BuildingSpace {
    try BuildingSpace(
      design: design, skus: Fixture.all, floorLimitKgPerM2: limit, assumptions: assumptions)
  }

  /// Lisses: 240 MW, 48 rooms, 66,000 m2.
  @Test func lissesIsReproduced() throws {
    let design = try Plant.gb300(units: 174, pue: 240 / (174 * 1.2))
    let space = try Self.space(design)
    #expect(space.halls == 48)
    #expect(close(space.grossFloorM2, 66_000))
    #expect(abs(space.siteKWPerM2 - 3.6) < 0.05)
    #expect(space.landHa == design.landHa)
    #expect(close(space.siteMWPerHa * space.landHa, 240))
  }

  /// Fairwater: some 1,360 kW a row of racks of 140 kW; ten of 142 kW are 1,420.
  @Test func rowsHoldTenRacks() throws {
    let space = try Self.space(Plant.gb300(units: 3))
    #expect(space.racks == 24)
    #expect(space.rows == 3)
    #expect(close(space.rowKW, 1_420))
    #expect(abs(space.rowKW / 1_360 - 1) < 0.05)
    #expect(close(try Self.space(Plant.gb300(units: 1)).rowKW, 8 * 142))
  }

  @Test func productsDoNotShareARow() throws {
    let design = try Fixture.sizer().design(
      blocks: [
        ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 1),
        ClusterBlock(skuID: "gb200-nvl72", scalableUnits: 1),
      ], conditions: Fixture.mild)
    let space = try Self.space(design)
    #expect(space.racks == 16)
    #expect(space.rows == 2)
  }

  /// 1,360 kg on 0.72 m2 are 1,889 kg/m2.
  @Test func floorLoadIsHeldAgainstTheLimit() throws {
    let design = try Plant.gb300(units: 1)
    let space = try Self.space(design)
    #expect(abs(try #require(space.pointLoadKgPerM2) - 1_888.9) < 0.1)
    #expect(!space.notes.contains { if case .floorLoadAboveLimit = $0 { true } else { false } })
    let spread = try #require(space.distributedLoadKgPerM2)
    #expect(close(spread, (8 * 1_360 + 900 * Double(design.supportRacks)) / design.whiteSpaceM2))
    let weak = try Self.space(design, limit: 1_500)
    #expect(weak.notes.contains { if case .floorLoadAboveLimit(_, 1_500) = $0 { true } else { false } })
  }

  @Test func aMissingWeightIsNamedNotGuessed() throws {
    let space = try Self.space(Plant.design("dgx-b300", units: 1))
    #expect(space.pointLoadKgPerM2 == nil)
    #expect(space.distributedLoadKgPerM2 == nil)
    #expect(space.notes.contains(.weightNotPublished(skuID: "dgx-b300")))
  }

  @Test func moreUnitsNeverNeedLessRoom() throws {
    var last: BuildingSpace?
    for units in 1...200 {
      let space = try Self.space(Plant.gb300(units: units))
      #expect(space.grossFloorM2 >= space.whiteSpaceM2)
      if let last {
        #expect(space.rows >= last.rows && space.halls >= last.halls && space.supportRows >= last.supportRows)
        #expect(space.grossFloorM2 > last.grossFloorM2 && space.landHa > last.landHa)
      }
      last = space
    }
  }

  @Test(arguments: [0, -1, 99, 20_001, .nan, .infinity]) func limitOutOfRangeIsRefused(limit: Double) throws {
    let design = try Plant.gb300(units: 1)
    #expect(throws: SizingError.self) { try Self.space(design, limit: limit) }
  }

  @Test func unknownProductIsRefused() throws {
    let design = try Plant.gb300(units: 1)
    #expect(throws: CatalogueError.self) { try BuildingSpace(design: design, skus: [Fixture.b200]) }
  }

  @Test func itemsNotesAndDefaults() throws {
    #expect(SpaceAssumptions().findings().isEmpty)
    let space = try Self.space(Plant.gb300(units: 10))
    let items = space.items()
    #expect(items.count == 4)
    #expect(items.allSatisfy { $0.line == .building && $0.quantity > 0 && !$0.source.isEmpty })
    #expect(items.first { $0.item == "gross floor" }?.quantity == space.grossFloorM2)
    let notes: [SpaceNote] = [
      .floorLoadAboveLimit(loadKgPerM2: 1_889, limitKgPerM2: 1_500), .weightNotPublished(skuID: "x"),
      .whiteSpaceSetsGrossFloor, .floorAboveLand(grossFloorHa: 6.6, landHa: 5),
    ]
    #expect(notes.allSatisfy { $0.sentence.hasSuffix(".") })
  }
}
