// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@testable import Scenarios

@Suite struct HardwareFileTests {
  private let rack = "work/hardware/rack.toml"

  @Test func `a product reads as written`() throws {
    let sku = try #require(ScenarioFixture.read().scenario).catalogue.sku("rack-72")
    #expect(sku.name == "Product rack-72")
    #expect(sku.status == .available)
    #expect(
      sku.system.gpus == Quantity(72, unit: "count", basis: .published, source: "https://example.org"))
    #expect(sku.scalableUnit.gpus.value == 576)
    #expect(sku.scalableUnit.powerMW == nil)
    #expect(sku.power.provisioningKW.unit == "kW")
    #expect(sku.price.figure(at: .high).value == 4_000_000)
  }

  @Test(
    "points at a fault of the product",
    arguments: [
      ("cpus = {", "<!>cpu = {", "unknown key", "did you mean 'cpus'?"),
      ("status = \"available\"", "<!>status = \"avail\"", "is 'avail'", "valid: available, announced"),
      ("[sku]", "[sku]\n<!>kolor = 3", "unknown key", "valid here: also_known_as, id, name, status"),
      (
        "cpus = { value = 36, unit = \"count\", basis = \"published\", source = \"https://example.org\" }",
        "<!>cpus = 36", "is a number without a source", "write cpus = { value"
      ),
      (
        "{ value = 36, unit = \"count\", basis = \"published\", source",
        "{ value = 36, unit = \"count\", source", "is missing", "basis ="
      ),
      (
        "gpus = { value = 72, unit = \"count\", basis = \"published\", source = \"https://example.org\" }",
        "<!>gpus = { value = 72, unit = \"count\", basis = \"published\" }", "is missing", "source ="
      ),
      (
        "provisioning_kw = { value = 132, unit = \"kW\"", "<!>provisioning_kw = { value = 132, unit = \"MW\"",
        "unit is 'MW', wanted 'kW'", ""
      ),
      (
        "provisioning_kw = { value = 132, unit = \"kW\",", "<!>provisioning_kw = { value = 132,",
        "unit is '', wanted 'kW'", ""
      ),
      ("provisioning_kw = { value = 132,", "<!>provisioning_kw = { value = -132,", "value is -132", ""),
      ("gpus = { value = 576,", "<!>gpus = { value = 500,", "systems of 72.0 are 576.0", ""),
      ("mid = { value = 3_500_000,", "mid = { <!>value = \"3.5 M\",", "must be a number", ""),
      ("mid = { value = 3_500_000,", "mid = { <!>value = inf,", "must be a finite number", ""),
      ("low = { value = 3_000_000,", "<!>low = { value = 3_700_000,", "lies above price_usd.mid", ""),
    ])
  func fault(_ old: String, _ new: String, _ says: String, _ hint: String) throws {
    let marked = MarkedText(ScenarioFixture.product("rack-72", gpus: 72).replacingFirst(old, with: new))
    let reading = ScenarioFixture.read([rack: marked.text])
    #expect(reading.scenario == nil)
    let finding = try #require(reading.findings.first { $0.message.contains(says) }, "\(reading.findings)")
    #expect(reading.findings.allSatisfy { $0.file == rack })
    #expect(finding.hint.contains(hint))
    if let place = marked.spots.first { #expect(finding.line == place.line) }
  }

  @Test func `an id that no command could name`() {
    let text = ScenarioFixture.product("Node 8", gpus: 8)
    let reading = ScenarioFixture.read(["work/hardware/node.toml": text])
    #expect(reading.findings.map(\.keyPath) == ["sku.id"])
    #expect(reading.findings.allSatisfy { $0.message.contains("lower-case letters") })
  }

  @Test(
    "names the field that is missing",
    arguments: [
      "id", "name", "status", "kind", "cpus", "systems_per_rack", "racks", "provisioning_kw", "liquid_share",
      "nics_per_gpu", "nic_gbit_s", "fabric", "mid",
    ])
  func missing(_ key: String) {
    let lines = ScenarioFixture.product("rack-72", gpus: 72).split(separator: "\n")
    let text = lines.filter { !$0.hasPrefix("\(key) = ") }.joined(separator: "\n")
    let reading = ScenarioFixture.read([rack: text])
    #expect(reading.findings.map(\.message) == ["is missing"])
    #expect(reading.findings.map { $0.keyPath.hasSuffix(".\(key)") } == [true])
  }

  @Test func `two products with one id`() {
    let text = ScenarioFixture.product("rack-72", gpus: 8)
    let reading = ScenarioFixture.read(["work/hardware/node.toml": text])
    #expect(
      reading.findings.map(\.message) == ["'rack-72' is the product of work/hardware/rack.toml as well"])
    #expect(reading.findings.map(\.line) == [3])
    #expect(reading.findings.map(\.file) == ["work/hardware/node.toml"])
  }

  @Test func `files can be read without a scenario`() throws {
    let reader = CatalogueReader(files: .memory(ScenarioFixture.files))
    #expect(
      try reader.catalogue(["work/hardware/rack.toml", "work/hardware/node.toml"]).ids == [
        "node-8", "rack-72",
      ])
    let missing = #expect(throws: InputFailure.self) {
      try reader.catalogue(["work/hardware/rack.toml", "work/hardware/none.toml"])
    }
    #expect(
      missing?.description
        == "work/hardware/none.toml: error: cannot open 'work/hardware/none.toml': there is no such file")
    let none = #expect(throws: InputFailure.self) { try reader.catalogue([]) }
    #expect(none?.findings.map(\.message) == ["\(CatalogueError.empty)"])
  }

  @Test func `assumptions of sizing can be set one by one`() throws {
    let reading = ScenarioFixture.read(overlays: [
      "hardware.usd_to_eur=0.9", "cost.shell_eur_per_it_mw=11e6", "hardware.supply_temperature_c=35",
    ])
    let scenario = try #require(reading.scenario)
    var wanted = SizingAssumptions.defaults
    let source = "set in the scenario"
    wanted.usdToEUR = Quantity(0.9, unit: "EUR/USD", basis: .estimated, source: source)
    wanted.shellCostEURPerITMW = Quantity(11e6, unit: "EUR/MW", basis: .estimated, source: source)
    wanted.supplyTemperatureC = Quantity(35, unit: "C", basis: .estimated, source: source)
    #expect(scenario.assumptions == wanted)
    #expect(scenario.supplyTemperatureC == 35)
  }

  /// The reader's ranges must not let through what the sizer then refuses.
  @Test(
    "every assumption that can be read can be used", arguments: SizingAssumptions.defaults.named().map(\.name)
  )
  func ranges(_ name: String) throws {
    let isShell = name == "shell_eur_per_it_mw"
    let key = isShell ? "cost.shell_eur_per_it_mw" : "hardware.\(name)"
    for exponent in -4...10 {
      for factor in [1, 2.5, -1] {
        var value = factor
        for _ in 0..<abs(exponent) { value *= exponent < 0 ? 0.1 : 10 }
        let reading = ScenarioFixture.read(overlays: ["\(key)=\(value)"])
        guard let scenario = reading.scenario else { continue }
        #expect(scenario.assumptions.findings() == [], "\(key)=\(value)")
      }
    }
    #expect(ScenarioFixture.read(overlays: ["\(key)=-1"]).scenario == nil)
  }

  private static let fabric = """

    [fabric]
    rule = "fat-tree"
    switch_model = "QM9700"
    endpoints_per_gpu = { value = 1, unit = "count", basis = "published", source = "https://example.org" }
    note = "open"
    [[fabric.published]]
    units = 1
    systems = 8
    gpus = 576
    leaf = 18
    spine = 9
    node_leaf_cables = 576
    basis = "published"
    source = "https://example.org/table"
    """

  @Test func `a fabric reads as written`() throws {
    let text = ScenarioFixture.product("rack-72", gpus: 72) + Self.fabric
    let scenario = try #require(ScenarioFixture.read([rack: text]).scenario)
    let fabric = try #require(try scenario.catalogue.sku("rack-72").fabric)
    #expect(fabric.rule == .fatTree)
    #expect(fabric.switchModel == .qm9700)
    #expect(fabric.endpointsPerGPU.source == "https://example.org")
    #expect(fabric.rails == nil)
    #expect(fabric.note == "open")
    #expect(
      fabric.published == [
        PublishedFabricRow(
          units: 1, systems: 8, gpus: 576, leaf: 18, spine: 9, nodeLeafCables: 576, basis: .published,
          source: "https://example.org/table")
      ])
    #expect(try scenario.catalogue.sku("node-8").fabric == nil)
  }

  @Test(
    "points at a fault of the fabric",
    arguments: [
      ("rule = \"fat-tree\"", "<!>rule = \"fat-trees\"", "is 'fat-trees'", "did you mean 'fat-tree'?"),
      ("rule = \"fat-tree\"", "", "is missing", "rule ="),
      ("\"QM9700\"", "<!>\"QM9701\"", "is 'QM9701'", "did you mean 'QM9700'?"),
      ("note = \"open\"", "<!>notes = \"open\"", "unknown key", "did you mean 'note'?"),
      ("leaf = 18", "<!>leafs = 18", "unknown key", "did you mean 'leaf'?"),
      ("leaf = 18", "<!>leaf = 18.5", "must be a whole number", ""),
      ("spine = 9", "", "is missing", "spine ="),
      ("gpus = 576\nleaf", "gpus = 500\nleaf", "has 500 GPUs, but its systems hold 576", ""),
      ("units = 1\n", "units = 2\n", "8 systems are not 2 units of 8", ""),
      ("source = \"https://example.org/table\"", "", "is missing", "source ="),
      ("rule = \"fat-tree\"", "rule = \"rail-aligned\"", "needs it", ""),
      ("endpoints_per_gpu = { value = 1,", "endpoints_per_gpu = { value = 1.5,", "wanted a whole number", ""),
    ])
  func fabricFault(_ old: String, _ new: String, _ says: String, _ hint: String) throws {
    let text = ScenarioFixture.product("rack-72", gpus: 72) + Self.fabric.replacingFirst(old, with: new)
    let marked = MarkedText(text)
    let reading = ScenarioFixture.read([rack: marked.text])
    #expect(reading.scenario == nil)
    let finding = try #require(reading.findings.first { $0.message.contains(says) }, "\(reading.findings)")
    #expect(reading.findings.allSatisfy { $0.file == rack })
    #expect(finding.keyPath.hasPrefix("fabric"))
    #expect(finding.hint.contains(hint))
    if let place = marked.spots.first { #expect(finding.line == place.line) }
  }
}
