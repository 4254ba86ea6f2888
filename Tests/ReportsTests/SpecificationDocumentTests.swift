// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Planning
import Quantities
import Sites
import Testing

@testable import Results

@Suite("A specification as JSON")
struct SpecificationDocumentTests {
  /// Names and values of every member, depth first.
  private func members(_ value: JSONValue, path: String = "") -> [(
    path: String, name: String, value: JSONValue
  )] {
    var found: [(path: String, name: String, value: JSONValue)] = []
    for member in value.members ?? [] {
      found.append((path, member.name, member.value))
      found += members(member.value, path: "\(path)/\(member.name)")
    }
    for item in value.array ?? [] { found += members(item, path: path) }
    return found
  }

  @Test("Reads back as it was written, with every number finite", arguments: SpecificationFixture.skuIDs)
  func readsBack(skuID: String) throws {
    let fixture = try SpecificationFixture(gpus: 200_000, skuID: skuID)
    let json = SpecificationLine.json(fixture.specification.lines)
    #expect(try JSONReader.value(Array(JSONWriter.text(json).utf8)) == json)
    for member in members(json) {
      if case .number(let value) = member.value { #expect(value.isFinite, "\(member.path)/\(member.name)") }
    }
  }

  @Test("Keys are in lower case with underscores, and unique in their object")
  func keys() throws {
    let json = SpecificationLine.json(try SpecificationFixture().specification.lines)
    for member in members(json) {
      #expect(
        member.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" } && !member.name.hasPrefix("_"),
        "\(member.name)")
    }
    func check(_ value: JSONValue) {
      let names = (value.members ?? []).map(\.name)
      #expect(Set(names).count == names.count)
      for member in value.members ?? [] { check(member.value) }
      for item in value.array ?? [] { check(item) }
    }
    check(json)
  }

  @Test("Holds the numbers of the parts")
  func numbers() throws {
    let specification = try SpecificationFixture().specification
    let json = SpecificationLine.json(specification.lines)
    #expect(json["gpus"]?.int == 18_000)
    let fabric = json["pods"]?.array?.first?["fabric"]
    #expect(fabric?["switches"]?["total"]?.int == specification.fabricSwitches)
    #expect(fabric?["origin"]?.string == "rule beyond the published rows")
    #expect(json["power"]?["stages"]?.array?.count == 6)
    #expect(
      json["power"]?["stages"]?.array?.last?["provisioned_mw"]?.double == specification.design.gridMW)
    #expect(json["cooling"]?["months"]?.array?.count == 12)
    #expect(json["ledger"]?["lines"]?.array?.count == LedgerLine.allCases.count)
    #expect(json["ledger"]?["capital_eur"]?["mid"]?.double == specification.ledger.capitalEUR.mid)
    let amounts = json["bill"]?.array?.compactMap { $0["amount_mid_eur"]?.double } ?? []
    #expect(abs(amounts.reduce(0, +) - specification.ledger.capitalEUR.mid) < 1)
    #expect(json["notes"]?.array?.allSatisfy { $0["sentence"]?.string?.hasSuffix(".") == true } == true)
  }

  @Test("A sizing holds its limits, its specification and what was asked about its work")
  func sizing() throws {
    let fixture = try SpecificationFixture { site, _ in site.connectionMW = 100 }
    let json = SpecificationLine.json(
      fixture.sizing.lines(fixture.specification, answers: try fixture.answers(), pue: 1.15))
    let limits = try #require(json["limits"]?.array)
    #expect(limits.map { $0["limit"]?.string } == fixture.sizing.allowances.map(\.limit.rawValue))
    #expect(limits.first?["gpus"]?.int == 18_000 && limits.first?["binding"]?.bool == true)
    #expect(json["specification"]?["gpus"]?.int == 18_000)
    #expect(
      json["specification"]?["assumptions"]?.array?.count == fixture.specification.assumptions.named.count)
    #expect(json["workload"]?["training"]?["calendar_days"]?["mid"]?.double ?? 0 > 0)
    #expect(json["workload"]?["deratings"]?.array?.count == 2)
    #expect(json["workload"]?["year"]?["months"]?.array?.count == 12)
    let bare = SpecificationLine.json(fixture.sizing.lines(pue: 1.15))
    #expect(bare["specification"] == nil && bare["workload"] == nil && bare["design"] != nil)
  }

  @Test("designs.json has one entry a chosen site, which agrees with plan.json")
  func designs() throws {
    let fixture = try PlanFixture()
    let json = DesignsDocument.json(fixture.plan)
    #expect(json["schema"]?.int == 1)
    let plan = PlanFile(fixture.plan, problem: fixture.problem, table: fixture.table).json
    let sites = try #require(json["sites"]?.array)
    #expect(sites.map { $0["id"]?.string } == fixture.plan.chosen.map(\.id))
    for site in sites {
      let same = plan["sites"]?.array?.first { $0["id"] == site["id"] }
      #expect(site["name"] == same?["name"])
      #expect(site["specification"]?["gpus"] == same?["gpus"])
      #expect(site["specification"]?["power"]?["grid_mw"] == same?["design"]?["grid_mw"])
      #expect(site["specification"]?["space"]?["land_ha"] == same?["design"]?["land_ha"])
    }
    #expect(json["assumptions"]?.array?.count == DesignAssumptions().named.count)
    #expect(DesignsDocument.json(try fixture.infeasible(nil))["sites"] == [])
  }
}
