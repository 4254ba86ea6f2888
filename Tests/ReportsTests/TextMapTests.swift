// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Sites
import Testing

@testable import Results
@testable import Views

@Suite("The map in plain text")
struct TextMapTests {
  /// A square island of 420 km, a lake in it, and an islet far below it; metres of Lambert-93.
  private static let island = Basemap(
    coordinates: .lambert93,
    outlines: [
      .init(
        .departement,
        paths: [
          square(west: 500_000, south: 6_400_000, side: 420_000),
          square(west: 620_000, south: 6_520_000, side: 180_000),
          square(west: 860_000, south: 6_200_000, side: 60_000),
        ])
    ])

  private static func square(west: Double, south: Double, side: Double) -> Basemap.Path {
    Basemap.Path(
      x: [west, west + side, west + side, west, west], y: [south, south, south + side, south + side, south])
  }

  /// The plan of the fixture with its sites put elsewhere.
  private func plan(_ places: [String: (Double, Double)] = [:]) throws -> Plan {
    var plan = try PlanFixture().plan
    for index in plan.sites.indices {
      let place = places[plan.sites[index].id] ?? (3, 46)
      plan.sites[index].position = SiteTable.Position(longitude: place.0, latitude: place.1)
    }
    return plan
  }

  private let spread: [String: (Double, Double)] = [
    "alpha": (1.5, 48), "bravo": (5.0, 48), "charlie": (1.5, 45.5), "delta": (5.0, 45.5), "echo": (3.0, 48),
    "foxtrot": (3.0, 45.5),
  ]

  @Test("Land is where the outlines are: an island with a lake, drawn by hand")
  func land() throws {
    let land = try #require(TextMapLand(Self.island, sites: []))
    // 620 km high in 22 lines: cells of 14.1 by 28.2 km, so that the island is 30 columns wide and 15 lines
    // high.
    #expect(land.columns == 30 && land.isLand.count == 22)
    let drawn = land.isLand.map { row in String(row.map { $0 ? "." : " " }) }
    #expect(drawn[0] == String(repeating: ".", count: 30))
    #expect(drawn[6].contains(".          "), "the lake: \(drawn[6])")
    #expect(drawn[16].allSatisfy { $0 == " " }, "the sea")
    #expect(drawn[21].hasSuffix("....") && drawn[21].hasPrefix("       "), "the islet")
  }

  @Test("Chosen sites have the numbers of the table, the others a sign each, and the legend says which")
  func marks() throws {
    let text = try #require(TextMap.text(try plan(spread), basemap: Self.island))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let north = try #require(lines.first { $0.contains("1") })
    let south = try #require(lines.first { $0.contains("2") })
    // From west to east as the sites lie.
    #expect(north.filter { $0 != "." && $0 != " " } == "1x+", "\(north)")
    #expect(south.filter { $0 != "." && $0 != " " } == "+x2", "\(south)")
    let legend = lines.drop { !$0.contains("chosen") }.joined(separator: " ")
    #expect(legend == "1-2 chosen, as in the table; + could have been chosen; x left out ")
    #expect(text.utf8.allSatisfy { $0 < 0x80 } && !text.contains(" \n"))
    #expect(try TextMap.text(plan(spread), basemap: Self.island) == text)
  }

  @Test("On one cell the larger of the chosen sites is shown, and the legend tells of the other")
  func collision() throws {
    let plan = try plan()
    let larger = plan.chosen[0].gpus >= plan.chosen[1].gpus ? ("1", "2") : ("2", "1")
    let text = try #require(TextMap.text(plan, basemap: Self.island))
    let map = text.split(separator: "\n").filter { !$0.contains("chosen") }.joined()
    #expect(map.contains(larger.0))
    #expect(text.contains("at \(larger.0) also \(larger.1)"))
    #expect(text.replacing("\n", with: " ").contains("one sign may stand for several sites"))
    #expect(!text.contains("could have been"), "no sign of it is on the map")
  }

  @Test("A chosen site overseas is said to be off the map; nothing shrinks for it")
  func overseas() throws {
    var places = spread
    places["delta"] = (55.5, -21.1)
    let text = try #require(TextMap.text(try plan(places), basemap: Self.island))
    #expect(text.replacing("\n", with: " ").contains("off the map: 2"))
    #expect(text.contains(String(repeating: ".", count: 10)))
  }

  @Test("No outlines, no site on the map, or a terminal narrower than the map: no map")
  func none() throws {
    #expect(try TextMap.text(plan(spread), basemap: Basemap()) == nil)
    let nowhere = Dictionary(uniqueKeysWithValues: spread.keys.map { ($0, (Double.nan, Double.infinity)) })
    #expect(try TextMap.text(plan(nowhere), basemap: Self.island) == nil)
    #expect(try TextMap.text(plan(spread), basemap: Self.island, width: 29) == nil)
    let fitting = try #require(TextMap.text(try plan(spread), basemap: Self.island, width: 30))
    #expect(fitting.split(separator: "\n").allSatisfy { $0.count <= 30 })
  }

  @Test("Outlines beyond all measure do no harm")
  func hostile() throws {
    let far = Basemap(
      coordinates: .lambert93,
      outlines: [
        .init(
          .departement,
          paths: [
            .init(x: [-1e300, 1e300, 700_000, .nan], y: [-1e300, 1e300, 6_600_000, .infinity]),
            .init(x: [], y: []), .init(x: [1, 2], y: [1, 2]),
            Self.square(west: 600_000, south: 6_500_000, side: 100_000),
          ])
      ])
    #expect(try TextMap.text(plan(spread), basemap: far) != nil)
    let point = Basemap(
      coordinates: .lambert93,
      outlines: [.init(.land, paths: [.init(x: [7e5, 7e5, 7e5], y: [6.6e6, 6.6e6, 6.6e6])])])
    _ = try TextMap.text(plan(), basemap: point)
  }

  @Test("The marks go on with letters, and past the last one sign serves all")
  func manyMarks() {
    let marks = (0..<80).map { SiteMark.of(row: $0) }
    #expect(String(marks.prefix(11)) == "123456789AB")
    let own = marks.filter { $0 != SiteMark.other }
    #expect(Set(own).count == own.count && own.count == 57)
    #expect(!own.contains("x") && !own.contains("+") && !own.contains("O") && !own.contains("0"))
    #expect(
      [1, 2, 9, 10, 12, 35, 80].map { SiteMark.range(rows: $0) } == [
        "1", "1-2", "1-9", "1-9, A", "1-9, A-C", "1-9, A-Z, a", "1-9, A-Z, a-z, #",
      ])
  }
}
