// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Reports
import Results
import Testing

@Suite("Two plans compared")
struct ComparisonTests {
  private typealias Site = ComparisonFixture.Site

  private func plan(_ sites: [Site]) -> ComparisonFixture { ComparisonFixture(sites: sites) }

  private func site(
    _ id: String, kV: Int = 225, opens: Int = 2026, blocks: [Int] = [1, 1, 1], sku: String = "rack",
    cents: [Int] = [100, 200, 300, 400, 500, 1_200]
  ) -> Site {
    Site(id: id, voltageKV: kV, opensYear: opens, blocks: blocks, sku: sku, cents: cents)
  }

  @Test("A plan compared with itself is equal, without a step of money", arguments: 0..<20)
  func same(seed: Int) throws {
    let fixture = ComparisonFixture(seed: UInt64(seed))
    let comparison = try PlanComparison(fixture.side(), fixture.side("b"))
    #expect(comparison.isEqual && comparison.decisionsAreEqual && comparison.moneyIsEqual)
    #expect(!comparison.cannotBeDistinguished)
    let bridge = try #require(comparison.bridge)
    #expect(bridge.lines.allSatisfy { $0.amounts.isNone })
    #expect(bridge.ofNoSite.isNone && bridge.rounding.isNone)
    #expect(comparison.verdict.hasPrefix("Equal: "))
    #expect(ComparisonReport(comparison: comparison, toolVersion: "1").text.contains("Equal: "))
  }

  @Test("What left in one direction joined in the other, and every change turns its sign", arguments: 0..<30)
  func turned(seed: Int) throws {
    let first = ComparisonFixture(seed: UInt64(5 * seed))
    let second = ComparisonFixture(seed: UInt64(5 * seed + 1))
    let there = try PlanComparison(first.side(), second.side("b"))
    let back = try PlanComparison(second.side("b"), first.side())
    #expect(there.sites.map(\.id) == back.sites.map(\.id))
    let turned: [SiteDifference.Kind: SiteDifference.Kind] = [
      .left: .joined, .joined: .left, .changed: .changed, .kept: .kept,
    ]
    for (site, other) in zip(there.sites, back.sites) {
      #expect(turned[site.kind] == other.kind)
      #expect(site.gpusChange == -other.gpusChange)
      #expect(site.moves.map { [$0.what, $0.a, $0.b] } == other.moves.map { [$0.what, $0.b, $0.a] })
    }
    #expect(there.totals.map(\.a) == back.totals.map(\.b))
    #expect(there.objectiveChange == back.objectiveChange.map { -$0 })
    #expect(there.cannotBeDistinguished == back.cannotBeDistinguished)
  }

  @Test("The order of the sites in a file does not matter", arguments: 0..<10)
  func order(seed: Int) throws {
    let first = ComparisonFixture(seed: UInt64(seed + 100))
    let second = ComparisonFixture(seed: UInt64(seed + 200))
    // Positions are those of the places in the file, so that the shuffled file is the same sites in another
    // order.
    guard case .object(var members) = second.document else { return }
    let place = try #require(members.firstIndex { $0.name == "sites" })
    members[place].value = .array(Array((members[place].value.array ?? []).reversed()))
    let straight = try PlanComparison(first.side(), second.side("b"))
    let mixed = try PlanComparison(first.side(), ComparedPlan(.object(members), path: "b"))
    #expect(straight == mixed)
    let files = ComparisonReport(comparison: straight, toolVersion: "1").files()
    let others = ComparisonReport(comparison: mixed, toolVersion: "1").files()
    for (file, other) in zip(files, others) {
      guard case .bytes(let bytes) = file.content, case .bytes(let same) = other.content else {
        Issue.record("\(file.name) is not written from memory")
        continue
      }
      #expect(bytes == same, "\(file.name)")
    }
  }

  @Test("Left, joined, changed and kept are distinguished, with every decision that moved")
  func moves() throws {
    let a = plan([site("left"), site("kept"), site("changed"), site("mix"), site("dearer")])
    let b = plan([
      site("joined"), site("kept"), site("changed", kV: 400, opens: 2027, blocks: [0, 1, 3]),
      site("mix", sku: "node"), site("dearer", cents: [100, 200, 300, 900, 500, 1_500]),
    ])
    let comparison = try PlanComparison(a.side(), b.side("b"))
    var kinds: [String: SiteDifference.Kind] = [:]
    for site in comparison.sites { kinds[site.id] = site.kind }
    #expect(
      kinds == [
        "left": .left, "joined": .joined, "changed": .changed, "mix": .changed, "kept": .kept,
        "dearer": .kept,
      ])
    let changed = try #require(comparison.sites.first { $0.id == "changed" })
    #expect(changed.moves.map(\.what) == ["connection", "opens", "gpus", "blocks", "gpus", "blocks"])
    #expect(changed.moves.map(\.year) == [nil, nil, 2026, 2026, 2028, 2028])
    #expect(changed.moves[0].a == "225 kV Poste" && changed.moves[0].b == "400 kV Poste")
    #expect(changed.moves[4].a == "72" && changed.moves[4].b == "216")
    #expect(changed.gpusChange == 144)
    let mix = try #require(comparison.sites.first { $0.id == "mix" })
    #expect(mix.moves.map(\.what) == ["blocks", "blocks", "blocks"] && mix.gpusChange == 0)
    #expect(comparison.remarks.contains("Only B builds node."))
    let text = ComparisonReport(comparison: comparison, toolVersion: "1").text
    #expect(text.contains("same, repriced  Name of dearer"), "\(text)")
    #expect(text.contains("1 left, 1 joined, 2 changed, 2 kept"))
    #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
  }

  @Test("A difference smaller than both gaps together cannot be distinguished; a larger one can")
  func gaps() throws {
    var a = plan([site("s", cents: [0, 0, 0, 0, 0, 100_000])])
    var b = plan([site("s", cents: [0, 0, 0, 0, 0, 100_300])])
    (a.gapEUR, b.gapEUR) = (1, 2.5)
    let close = try PlanComparison(a.side(), b.side("b"))
    #expect(close.objectiveChange == 3)
    #expect(close.cannotBeDistinguished)
    #expect(close.remarks.contains { $0.contains("cannot be distinguished") })
    (a.gapEUR, b.gapEUR) = (1, 2)
    let far = try PlanComparison(a.side(), b.side("b"))
    #expect(!far.cannotBeDistinguished)
  }

  @Test("Plans of different horizons are compared in the years they share, and say so")
  func horizons() throws {
    let a = plan([site("s", blocks: [1, 2, 3])])
    var b = plan([site("s", blocks: [2, 3, 9])])
    b.years = [2027, 2028, 2030]
    let comparison = try PlanComparison(a.side(), b.side("b"))
    #expect(comparison.years == [2027, 2028])
    #expect(comparison.sites[0].moves.isEmpty)
    #expect(comparison.sites[0].gpusA == 3 * 72 && comparison.sites[0].gpusB == 3 * 72)
    #expect(!comparison.isEqual)
    #expect(comparison.remarks.contains { $0.contains("the years they share (2027, 2028)") })
    b.years = [2031, 2032, 2033]
    let apart = try PlanComparison(a.side(), b.side("b"))
    #expect(apart.years.isEmpty)
    #expect(apart.remarks.contains { $0.contains("share no year") })
  }

  @Test("A plan against none, and two without one, are answers too")
  func withoutPlan() throws {
    let fixture = try PlanFixture()
    let none = try fixture.infeasible(nil)
    let document = PlanFile(none, problem: fixture.problem, table: fixture.table).json
    let whole = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).json
    let (a, b) = (try ComparedPlan(whole, path: "a"), try ComparedPlan(document, path: "b"))
    let comparison = PlanComparison(a, b)
    #expect(comparison.bridge == nil && !comparison.isEqual)
    #expect(comparison.sites.allSatisfy { $0.kind == .left })
    #expect(comparison.remarks.contains { $0.contains("B has no plan") })
    #expect(PlanComparison(b, b).isEqual)
    for pair in [(a, b), (b, a), (b, b)] {
      let report = ComparisonReport(comparison: PlanComparison(pair.0, pair.1), toolVersion: "1")
      #expect(report.files().count == 5)
    }
  }

  @Test("The map has flat properties, both colours, and a symbol for each change")
  func map() throws {
    let a = plan([site("left"), site("kept"), site("fewer", blocks: [1, 1, 3]), site("more")])
    let b = plan([site("joined"), site("kept"), site("fewer"), site("more", blocks: [1, 1, 3])])
    let comparison = try PlanComparison(a.side(), b.side("b"))
    let text = ComparisonReport(comparison: comparison, toolVersion: "1").geoJSON
    let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let features = try #require(json["features"] as? [[String: Any]])
    var styles: [String: [String]] = [:]
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(properties.values.allSatisfy { !($0 is [Any]) && !($0 is [String: Any]) })
      #expect((feature["geometry"] as? [String: Any])?["type"] as? String == "Point")
      let id = try #require(properties["id"] as? String)
      styles[id] = try ["marker-color", "marker-symbol"].map { try #require(properties[$0] as? String) }
    }
    #expect(styles["left"]?[0] == styles["fewer"]?[0])
    #expect(styles["joined"]?[0] == styles["more"]?[0])
    #expect(Set(styles.values.map { $0[0] }).count == 3)
    // Without the colour the symbols still tell all five apart.
    #expect(Set(styles.values.map { $0[1] }).count == 5)
  }

  @Test("The page is whole markup, runs nothing, loads nothing, and keeps hostile names harmless")
  func page() throws {
    let fixture = try PlanFixture()
    let other = try PlanFixture(blocks: [[4, 8], [0, 2]])
    let a = try ComparedPlan(
      PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).json, path: "<a>")
    let b = try ComparedPlan(
      PlanFile(other.plan, problem: other.problem, table: other.table).json, path: "b")
    let page = ComparisonReport(comparison: PlanComparison(a, b), toolVersion: "1").page
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("http://"))
    #expect(page.contains("by-site-name") && page.contains("by-kind-name"))
    let json = ComparisonReport(comparison: PlanComparison(a, b), toolVersion: "1").json
    let read = try JSONReader.value(Array(json.utf8))
    #expect(read["schema"]?.int == 1)
    let bridge = try #require(read["bridge"])
    let lines = bridge["lines"]?.array ?? []
    let steps = lines.reduce(0) { $0 + ($1["it"]?.int ?? 0) }
    let rest = (bridge["of_no_site"]?["it"]?.int ?? 0) + (bridge["rounding"]?["it"]?.int ?? 0)
    #expect(steps + rest == bridge["difference"]?["it"]?.int && steps != 0)
  }

  @Test("Numbers that no plan can hold, sites that stand twice and years without a figure are refused")
  func badNumbers() throws {
    func faults(_ edit: (String) -> String) throws -> String {
      let text = edit(JSONWriter.text(plan([site("one"), site("two")]).document, layout: .compact))
      let document = try JSONReader.value(Array(text.utf8))
      do {
        _ = try ComparedPlan(document, path: "x")
        return ""
      } catch {
        return error.description
      }
    }
    #expect(try faults { $0 } == "")
    #expect(
      try faults { $0.replacingOccurrences(of: "\"2027\":72", with: "\"2027\":1e300") }.contains("2027"))
    #expect(try faults { $0.replacingOccurrences(of: "\"two\"", with: "\"one\"") }.contains("stands twice"))
    #expect(
      try faults { $0.replacingOccurrences(of: "[2026,2027,2028]", with: "[2026,2027]") }.contains(
        "one number for each of the years"))
    #expect(
      try faults { $0.replacingOccurrences(of: "\"schema\":1", with: "\"schema\":9") }.contains("version 9"))
  }
}
