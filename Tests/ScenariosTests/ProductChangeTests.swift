// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@testable import Scenarios

/// Changes of products, laid over their files.
@Suite struct ProductChangeTests {
  private func read(_ blocks: String = "", _ overlays: String...) -> ScenarioReader.Reading {
    ScenarioFixture.read([ScenarioFixture.planPath: ScenarioFixture.plan + blocks], overlays: overlays)
  }

  private func product(_ id: String, _ reading: ScenarioReader.Reading) throws -> HardwareSKU {
    try #require(reading.scenario, "\(reading.findings)").catalogue.sku(id)
  }

  @Test func `a plain number is the planner's, in the unit of the file`() throws {
    let price = try product("rack-72", read("", "skus.rack-72.price_usd.mid=3_600_000")).price.figure(
      at: .mid)
    #expect(price == Quantity(3_600_000, unit: "USD", basis: .estimated, source: "set in the scenario"))
    let power = try product("node-8", read("", "skus.*.power.provisioning_kw=150")).power.provisioningKW
    #expect(power == Quantity(150, unit: "kW", basis: .estimated, source: "set in the scenario"))
  }

  @Test func `a table of the scenario says the same`() throws {
    let table = read("\n[skus.rack-72.price_usd]\nmid = 3_600_000\n")
    #expect(table.findings == [])
    #expect(table.scenario == read("", "skus.rack-72.price_usd.mid=3_600_000").scenario)
    #expect(table.scenario == read("", "skus.rack-72.price_usd.mid.value=3_600_000").scenario)
    #expect(
      table.scenario?.effectiveText.contains(
        """
        [skus.rack-72.price_usd]
        mid = { basis = "estimated", source = "set in the scenario", unit = "USD", value = 3600000 }
        """) == true)
  }

  @Test func `a published figure is multiplied and published no more`() throws {
    let reading = read("", "skus.rack-*.price_usd.**=1.5")
    let sku = try product("rack-72", reading)
    for (level, value) in [(PriceLevel.low, 4_500_000.0), (.mid, 5_250_000), (.high, 6_000_000)] {
      #expect(
        sku.price.figure(at: level)
          == Quantity(
            value, unit: "USD", basis: .estimated, source: "https://example.org x 1.5 in the scenario"))
    }
    #expect(try product("node-8", reading).price.figure(at: .mid).value == 3_500_000)
    #expect(reading.changes.first?.matches.first?.path == "skus.rack-72.price_usd.high")
    #expect(reading.changes.first?.matches.count == 3)
  }

  @Test func `a wildcard says the same as its products one by one, and disjoint changes commute`() throws {
    let wild = read("", "skus.*.power.provisioning_kw*=2")
    let one = read("", "skus.rack-72.power.provisioning_kw*=2", "skus.node-8.power.provisioning_kw*=2")
    let other = read("", "skus.node-8.power.provisioning_kw*=2", "skus.rack-72.power.provisioning_kw*=2")
    #expect(wild.scenario != nil)
    #expect(wild.scenario == one.scenario && one.scenario == other.scenario)
  }

  @Test func `changes are made as written, those of a base before the tables of the file`() throws {
    let price = "skus.rack-72.price_usd.mid"
    let first = try product("rack-72", read("", "\(price)=3_200_000", "\(price)*=1.25")).price.figure(
      at: .mid)
    #expect(first.value == 4_000_000)
    let last = try product("rack-72", read("", "\(price)*=1.25", "\(price)=3_200_000")).price.figure(at: .mid)
    #expect(last.value == 3_200_000)
    let back = try product("rack-72", read("", "\(price)*=0.5", "\(price)*=2")).price.figure(at: .mid)
    #expect(back.value == 3_500_000)
    let base = ScenarioFixture.base + "\n[[changes]]\npath = \"skus.*.price_usd.mid\"\nmultiply = 1.1\n"
    let plan = ScenarioFixture.plan + "\n[skus.rack-72.price_usd]\nmid = 3_300_000\n"
    let chained = ScenarioFixture.read(["work/scenarios/base.toml": base, ScenarioFixture.planPath: plan])
    #expect(try product("rack-72", chained).price.figure(at: .mid).value == 3_300_000)
    #expect(try product("node-8", chained).price.figure(at: .mid).value == 3_850_000)
  }

  @Test func `keys can be new, texts, lists, or gone`() throws {
    let new = "{ value = 120, unit = \"kW\", basis = \"published\", source = \"https://example.org/x\" }"
    let sku = try product(
      "rack-72",
      read(
        "", "skus.rack-72.power.typical_kw=\(new)", "skus.*.sku.name=2027",
        "skus.*.sku.also_known_as+=[\"R\"]"))
    #expect(sku.power.typicalKW?.value == 120 && sku.power.typicalKW?.basis == .published)
    #expect(sku.name == "2027" && sku.alsoKnownAs == ["R"])
    let gone = read("", "skus.rack-72.power.typical_kw=\(new)", "skus.rack-72.power.typical_kw=null")
    #expect(gone.scenario == read().scenario)
  }

  @Test(arguments: [
    ["skus.*.price_usd.**=1.5"], ["skus.*.sku.name=2027", "sites.*.power_mw_max*=2"],
    ["skus.rack-72.network.nics_per_gpu={ value = 2, low = 1 }", "skus.*.system.cpus+=1"],
  ])
  func `the effective text says the same of the products`(_ overlays: [String]) throws {
    let scenario = try #require(ScenarioFixture.read(overlays: overlays).scenario)
    var files = ScenarioFixture.files
    files["work/scenarios/effective.toml"] = scenario.effectiveText
    let again = try ScenarioReader(files: .memory(files)).scenario("work/scenarios/effective.toml")
    #expect(again.catalogue == scenario.catalogue)
    #expect(again.catalogue != ScenarioFixture.read().scenario?.catalogue)
    #expect(again.effectiveText == scenario.effectiveText)
  }

  @Test func `the effective text says what is gone`() throws {
    var files = ScenarioFixture.files
    let power = "{ value = 120, unit = \"kW\", basis = \"published\", source = \"https://example.org\" }"
    files["work/hardware/rack.toml"] = ScenarioFixture.product("rack-72", gpus: 72).replacingFirst(
      "[power]\n", with: "[power]\ntypical_kw = \(power)\n")
    let reader = ScenarioReader(files: .memory(files))
    let gone = try reader.scenario(ScenarioFixture.planPath, overlays: ["skus.rack-72.power.typical_kw=null"])
    #expect(try gone.catalogue.sku("rack-72").power.typicalKW == nil)
    files["work/scenarios/effective.toml"] = gone.effectiveText
    let again = try ScenarioReader(files: .memory(files)).scenario("work/scenarios/effective.toml")
    #expect(again.catalogue == gone.catalogue && again.effectiveText == gone.effectiveText)
  }

  @Test(arguments: [
    ("skus.rack-7.price_usd.mid=1", "matches nothing: the catalogue holds no product 'rack-7'", "'rack-72'"),
    ("skus.x*.price_usd.mid*=2", "matches nothing: the catalogue holds no product 'x*'", "node-8, rack-72"),
    (
      "skus.rack-72.price_usd.middle*=2", "matches nothing: 'rack-72.price_usd' has no 'middle'",
      "written there"
    ),
    ("skus.rack-72.prize_usd.mid*=2", "matches nothing: 'rack-72' has no 'prize_usd'", "'price_usd'"),
    ("skus.rack-72.price_usd.mod=3", "unknown key", "'mid'"),
    ("skus.rack-72.power.typical_kw=3", "is a number without a source", "write typical_kw"),
    ("skus.rack-72.power.provisioning_kw=lots", "must be a number with its source, found the text", ""),
    ("skus.rack-72.power.provisioning_kw*=-1", "value is -132", ""),
    (
      "skus.rack-72.system.gpus*=2", "systems of 144.0 are 1152.0",
      "the scenario changes skus.rack-72.system.gpus"
    ),
    ("skus.rack-72.price_usd.mid*=2", "lies", "the scenario changes skus.rack-72.price_usd.mid"),
    ("skus.rack-72.sku.id=x", "is what the product is known by, and cannot be changed", ""),
    ("skus.rack-72.sku.name*=2", "is the text \"Product rack-72\", which has no number to multiply", ""),
    ("skus.rack-72=3", "must be a table of keys of the product, found the number 3", "for example"),
    ("skus=3", "must be a table of keys of the product, found the number 3", "for example"),
  ])
  func `a fault names the change`(_ argument: String, _ message: String, _ hint: String) throws {
    let reading = read("", argument)
    #expect(reading.scenario == nil)
    let finding = try #require(reading.findings.first { $0.message.contains(message) }, "\(reading.findings)")
    #expect(finding.hint.contains(hint))
    #expect(finding.file.hasPrefix("--set skus") || finding.hint.contains("the scenario changes skus"))
  }

  @Test func `a fault of a table stands at its line`() throws {
    let marked = MarkedText(ScenarioFixture.plan + "\n[skus.rack-72.price_usd]\n<!>mod = 3\n")
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: marked.text])
    #expect(reading.findings.map(\.line) == [marked.spots.first?.line])
    #expect(reading.findings.map(\.file) == [ScenarioFixture.planPath])
    #expect(
      ScenarioFixture.read([ScenarioFixture.planPath: ScenarioFixture.plan + "[skus]\n"]).findings == [])
  }
}
