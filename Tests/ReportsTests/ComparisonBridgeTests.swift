// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Results
import Testing

@Suite("The money from one plan to another")
struct ComparisonBridgeTests {
  private func bridge(_ a: ComparisonFixture, _ b: ComparisonFixture) throws -> MoneyBridge {
    try #require(try PlanComparison(a.side(), b.side("b")).bridge)
  }

  @Test("Every kind and all of it add up to the cent, over random plans", arguments: 0..<200)
  func sums(seed: Int) throws {
    let first = ComparisonFixture(seed: UInt64(2 * seed))
    let second = ComparisonFixture(seed: UInt64(2 * seed + 1))
    let bridge = try bridge(first, second)
    for (index, kind) in MoneyBridge.kinds.enumerated() {
      let steps = bridge.lines.reduce(0) { $0 + $1.amounts.cents[index] }
      let rest = bridge.ofNoSite.cents[index] + bridge.rounding.cents[index]
      #expect(bridge.a.cents[index] + steps + rest == bridge.b.cents[index])
      // The cents that the files were made of, not those that were read.
      let isPenalty = kind.name == "penalties_eur"
      let place = try #require(ComparisonFixture.kinds.firstIndex(of: kind.name))
      #expect(bridge.a.cents[index] == (isPenalty ? first.penaltyCents : first.sum(place)))
      #expect(bridge.b.cents[index] == (isPenalty ? second.penaltyCents : second.sum(place)))
      #expect(bridge.rounding.cents[index] == 0)
    }
    let discounted = bridge.lines.reduce(0) { $0 + $1.amounts.discountedCents }
    #expect(
      bridge.a.discountedCents + discounted + bridge.ofNoSite.discountedCents
        + bridge.rounding.discountedCents == bridge.b.discountedCents)
    #expect(bridge.difference.discountedCents == second.sum(5) - first.sum(5))
    // By what became of the sites it is the same sum again, and a line's kinds are its undiscounted money.
    var total = bridge.a + bridge.ofNoSite + bridge.rounding
    for kind in SiteDifference.Kind.allCases { total = total + bridge.sum(of: kind) }
    #expect(total == bridge.b)
    for line in bridge.lines {
      let old = first.sites.first { $0.id == line.siteID }
      let new = second.sites.first { $0.id == line.siteID }
      let wanted = (0..<5).reduce(0) { $0 + (new?.cents[$1] ?? 0) - (old?.cents[$1] ?? 0) }
      #expect(line.amounts.undiscountedCents == wanted)
      #expect(line.amounts.discountedCents == (new?.cents[5] ?? 0) - (old?.cents[5] ?? 0))
    }
  }

  @Test("From B to A is from A to B with signs turned", arguments: 0..<50)
  func turned(seed: Int) throws {
    let first = ComparisonFixture(seed: UInt64(3 * seed))
    let second = ComparisonFixture(seed: UInt64(3 * seed + 1))
    let (there, back) = (try bridge(first, second), try bridge(second, first))
    #expect(there.a == back.b)
    #expect(there.b == back.a)
    #expect(back.lines.map(\.siteID) == there.lines.map(\.siteID))
    for (line, other) in zip(there.lines, back.lines) {
      #expect(other.amounts == MoneyBridge.Amounts.none - line.amounts)
    }
    #expect(back.ofNoSite == MoneyBridge.Amounts.none - there.ofNoSite)
    #expect(back.rounding == MoneyBridge.Amounts.none - there.rounding)
  }

  @Test("Fractions of a cent go to a line of their own, and the sum still holds")
  func rounding() throws {
    // Three sites of a third of a cent each come to one cent, which no site shows.
    func document(_ share: Double) throws -> ComparedPlan {
      var plan = ComparisonFixture(seed: 7)
      plan.penaltyCents = 0
      plan.sites = (0..<3).map {
        .init(
          id: "s\($0)", voltageKV: 225, opensYear: 2026, blocks: [1, 1, 1], sku: "rack",
          cents: [0, 0, 0, 0, 0, 0])
      }
      var record = try CaseFile(plan.document)
      for index in record.plan.sites.indices { record.plan.sites[index].costs?.energyEUR = share }
      record.plan.totals.costs.energyEUR = share * 3
      return ComparedPlan(record: record, path: "x")
    }
    let bridge = try #require(try PlanComparison(document(0), document(0.01 / 3)).bridge)
    let energy = try #require(MoneyBridge.kinds.firstIndex { $0.name == "energy_eur" })
    #expect(bridge.lines.allSatisfy { $0.amounts.isNone })
    #expect(bridge.rounding.cents[energy] == 1)
    #expect(bridge.difference.cents[energy] == 1)
    #expect(bridge.ofNoSite.isNone)
  }

  @Test("Penalties belong to no site; money that is on none of the sites is reported")
  func ofNoSite() throws {
    var first = ComparisonFixture(seed: 11)
    var second = first
    first.penaltyCents = 0
    second.penaltyCents = 123_456
    let comparison = try PlanComparison(first.side(), second.side("b"))
    let bridge = try #require(comparison.bridge)
    let penalties = try #require(MoneyBridge.kinds.firstIndex { $0.name == "penalties_eur" })
    #expect(bridge.ofNoSite.cents[penalties] == 123_456)
    #expect(bridge.ofNoSite.discountedCents == 123_456)
    #expect(!comparison.remarks.contains { $0.contains("none of its sites") })
    var record = try CaseFile(first.document)
    record.plan.totals.costs.energyEUR += 500
    let edited = try PlanComparison(first.side(), ComparedPlan(record: record, path: "b"))
    #expect(edited.remarks.contains { $0.contains("none of its sites") })
  }
}
