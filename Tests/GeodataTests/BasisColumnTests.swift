// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("What a layer says its values rest on, from the layer to the table")
struct BasisColumnTests {
  private let nearest = LayerDerivation(
    .nearest(
      NearestIndicator(
        distanceAttribute: "km",
        fields: [
          FieldMapping(field: "level", attribute: "level", unit: "class"),
          FieldMapping(field: "level_basis", attribute: "level_basis"),
        ])))

  @Test("An estimated figure of a layer does not become a derived one")
  func estimatedStays() throws {
    let table = try Plane.table(
      sites: [Plane.point(0, 0), Plane.point(10_000, 0), Plane.point(20_000, 0)],
      header: ["level", "level_basis"],
      [
        .init(Plane.point(0, 1), "4", "estimated"), .init(Plane.point(10_000, 1), "3", "published"),
        .init(Plane.point(20_000, 1), "2", ""),
      ], nearest)
    #expect((0..<3).map { table.value("level", row: $0).basis } == [.estimated, .derived, .derived])
    #expect((0..<3).map { table.number("level", row: $0) } == [4, 3, 2])
    #expect(table.value("km", row: 0).basis == .derived)
    #expect(table.column("level_basis") == nil)
  }

  @Test("A word that is no basis is an error that names it")
  func unknownWord() throws {
    let error = #expect(throws: InputFailure.self) {
      try Plane.table(
        sites: [Plane.point(0, 0)], header: ["level", "level_basis"],
        [.init(Plane.point(0, 1), "4", "guess")], nearest)
    }
    #expect(error?.findings.contains { $0.message.contains("level_basis holds 'guess'") } == true)
  }
}
