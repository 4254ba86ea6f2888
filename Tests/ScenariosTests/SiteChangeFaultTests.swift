// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Scenarios

/// What is wrong with changes of sites, before and after the sites are known.
@Suite struct SiteChangeFaultTests {
  private func stated(_ overlays: String...) throws -> StatedSites {
    let reading = ScenarioFixture.read(overlays: overlays)
    return try #require(reading.scenario, "\(reading.findings)").stating(SiteChangeFixture.sites())
  }

  @Test(arguments: [
    ("sites.cambray-a.power_mw_max*=2", "matches nothing: no site is called 'cambray-a'", "'cambrai-a'"),
    ("sites.x-*.power_mw_max=2", "matches nothing: no site is called 'x-*'", "3 sites"),
    (
      "sites.fouju.power_mw_may*=2", "matches nothing: no site attribute is called 'power_mw_may'",
      "'power_mw_max'"
    ),
    ("sites.fouju.power_mw_max*=2", "matches nothing: no number is known there to multiply", "set the value"),
    ("sites.cambrai-a.power_steps*=2", "matches nothing: no number is known there to multiply", ""),
    ("sites.fouju.power_mw_max=null", "matches nothing: no value is known there", "leave the change out"),
    (
      "sites.cambrai-a.grid_kv*=2",
      "site 'cambrai-a': grid_kv would be 800, which is no voltage",
      ""
    ),
    ("sites.cambrai-a.power_mw_max-=300", "site 'cambrai-a': a step of power_steps", ""),
  ])
  func `a fault names the change`(_ argument: String, _ message: String, _ hint: String) throws {
    let changed = try stated(argument)
    let finding = try #require(changed.findings.first)
    #expect(changed.findings.count == 1)
    #expect(finding.message.hasPrefix(message))
    #expect(finding.hint.contains(hint))
    #expect(finding.file == "--set \(finding.keyPath)")
    #expect(finding.keyPath.hasPrefix("sites."))
  }

  @Test(arguments: [
    ("sites.*.power_mw_max=lots", "must be a number, found the text \"lots\""),
    ("sites.*.power_mw_max=90000", "must be from 0 to 20000, found 90000"),
    ("sites.*.power_mw_may=3", "unknown key"), ("sites.*.foo_* = null", ""),
    ("sites.*.power_mw_max+=lots", "needs a finite number, found the text \"lots\""),
    ("sites.*.owner_country=Wales", "is 'Wales'"),
  ])
  func `a value that no site can have is found before the sites are read`(
    _ argument: String, _ message: String
  ) throws {
    let reading = ScenarioFixture.read(overlays: [argument])
    guard !message.isEmpty else {
      #expect(try stated(argument).findings.first?.message.hasPrefix("matches nothing") == true)
      return
    }
    #expect(reading.scenario == nil)
    #expect(reading.findings.map(\.message) == [message])
  }
}
