// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Scenarios

/// Every check of a scenario file, with the spot at which the finding must point.
@Suite struct FindingPlaceTests {
  /// One fault: a marked addition to the plan, and what must be said about it.
  struct Fault: Sendable, CustomTestStringConvertible {
    var plan: String
    var says: String
    var hint: String
    var severity = Finding.Severity.error
    var testDescription: String { plan }
  }

  /// Faults in blocks that are added at the end of the plan.
  static let faults: [Fault] = [
    // Unknown keys.
    Fault(plan: "[grid]\n<!>route_facter = 1.3", says: "unknown key", hint: "did you mean 'route_factor'?"),
    Fault(plan: "<!>[gird]\nroute_factor = 1.3", says: "unknown key", hint: "did you mean 'grid'?"),
    Fault(plan: "[limits]\n<!>zebra = 1", says: "unknown key", hint: "valid here: budget_by_year_eur,"),
    Fault(
      plan: "[horizon]\ndiscount_rate = { value = 0.08, <!>sorce = \"x\" }", says: "unknown key",
      hint: "did you mean 'source'?"),
    Fault(
      plan: "[hardware]\n<!>network_and_storage_share = 0.2", says: "unknown key",
      hint: "did you mean 'network_and_storage_share_of_system_p"),
    Fault(plan: "[sites]\n<!>forc_in = [\"a\"]", says: "unknown key", hint: "did you mean 'force_in'?"),
    Fault(
      plan: "[sites.fouju]\n<!>power_mw_maxi = 3", says: "unknown key", hint: "did you mean 'power_mw_max'?"),
    // Units.
    Fault(plan: "[solver]\n<!>time_limit_ms = 60_000", says: "wrong unit", hint: "time_limit_s = 60"),
    Fault(plan: "[solver]\n<!>time_limit_minutes = 2", says: "wrong unit", hint: "time_limit_s = 120"),
    Fault(plan: "[solver]\n<!>time_limit = 2", says: "wrong unit", hint: "use 'time_limit_s', in seconds"),
    Fault(plan: "[horizon]\n<!>discount_rate_percent = 7", says: "wrong unit", hint: "discount_rate = 0.07"),
    Fault(plan: "[limits]\n<!>campus_min_it_kw = 20_000", says: "wrong unit", hint: "campus_min_it_mw = 20"),
    Fault(plan: "[limits]\n<!>budget_meur = 5", says: "wrong unit", hint: "budget_eur = 5000000"),
    Fault(
      plan: "[cost]\n<!>energy_eur_per_kwh = 0.07", says: "wrong unit",
      hint: "use 'energy_eur_per_mwh', in EUR per MWh: energy_eur_per_mwh = 70"),
    Fault(plan: "[sites.fouju]\n<!>power_max_kw = 5", says: "wrong unit", hint: "power_mw_max = 0.005"),
    Fault(
      plan: "[horizon]\ndiscount_rate = { value = 0.07, <!>unit = \"%\" }", says: "is '%'",
      hint: "it is a ratio"),
    Fault(
      plan: "[cost]\nenergy_eur_per_mwh = { value = 7, <!>unit = \"EUR/kWh\" }", says: "is 'EUR/kWh'",
      hint: "it must be EUR/MWh"),
    // Types.
    Fault(plan: "[grid]\n<!>route_factor = \"1.3\"", says: "must be a number", hint: "route_factor = 1.3"),
    Fault(plan: "[grid]\n<!>route_factor = true", says: "must be a number, found true", hint: ""),
    Fault(plan: "[grid]\n<!>route_factor = 2026-01-01", says: "must be a number, found a date", hint: ""),
    Fault(plan: "<!>grid = 3", says: "must be a block or table", hint: ""),
    Fault(plan: "[sites]\n<!>layer = 3", says: "must be a text in quotes", hint: ""),
    Fault(plan: "[sites]\n<!>force_in = \"a\"", says: "must be a list of texts", hint: "force_in = [\"a\"]"),
    Fault(plan: "[sites]\nforce_in = [\"a\", <!>3]", says: "must be a text in quotes", hint: ""),
    Fault(plan: "[horizon]\n<!>years = 2027", says: "must be a list of years", hint: "years = [2027]"),
    Fault(plan: "[limits]\n<!>sites_max = 2.5", says: "must be a whole number", hint: ""),
    Fault(
      plan: "[limits]\n<!>budget_by_year_eur = 1e9", says: "must give a number for each year",
      hint: "{ 2027 = 1000000000 }"),
    // Ranges.
    Fault(plan: "[horizon]\n<!>discount_rate = 7", says: "must be from 0 to 0.5, found 7", hint: ""),
    Fault(
      plan: "[resilience]\n<!>loss_of_one_site_keeps_share = 60", says: "must be from 0 to 1, found 60",
      hint: "0.6 for 60 %"),
    Fault(
      plan: "[sovereignty]\n<!>eu_controlled_share_min = 0.6", says: "is a [[sovereignty.share]] now",
      hint: "share = [{ name = \"eu-control\", where = \"eu_control = 'yes'\", min = 0.6 }]"),
    Fault(
      plan: "[sovereignty]\n<!>non_eu_owner_share_max = { value = 0.4 }",
      says: "is a [[sovereignty.share]] now",
      hint: "share = [{ name = \"non-eu-owner\", where = \"eu_control = 'no'\", max = 0.4 }]"),
    Fault(
      plan: "[sovereignty]\n<!>secnumcloud_class_share_min = 1", says: "is a [[sovereignty.share]] now",
      hint: "share = [{ name = \"secnumcloud-class\", where = \"eu_control = 'yes'\", min = 1 }]"),
    Fault(plan: "[grid]\n<!>connection_utilisation_max = 0", says: "must be above 0 and at most 1", hint: ""),
    Fault(plan: "[limits]\n<!>sites_max = 0", says: "must be from 1", hint: ""),
    Fault(plan: "[limits]\n<!>campus_min_it_mw = -3", says: "found -3", hint: ""),
    Fault(plan: "[sites.fouju]\n<!>power_mw_max = -1.5", says: "found -1.5", hint: ""),
    Fault(plan: "[cost]\n<!>energy_eur_per_mwh = nan", says: "must be a finite number, found nan", hint: ""),
    Fault(
      plan: "[cost]\n<!>energy_eur_per_mwh = -inf", says: "must be a finite number, found -inf", hint: ""),
    Fault(
      plan: "[cost]\nenergy_eur_per_mwh = { value = 7, <!>high = inf }", says: "must be a finite number",
      hint: ""),
    Fault(
      plan: "[cost]\n<!>energy_eur_per_mwh = { value = 7, low = 8 }", says: "low 8 lies above value 7",
      hint: ""),
    Fault(
      plan: "[cost]\n<!>energy_eur_per_mwh = { value = 7, high = 6 }", says: "high 6 lies below value 7",
      hint: ""),
    Fault(
      plan: "[hardware]\n<!>supply_temperature_c = 60", says: "must be from 25 to 45, found 60", hint: ""),
    Fault(plan: "[estimates]\n<!>power_mw_per_ha = 0", says: "must be above 0", hint: ""),
    // Basis and source.
    Fault(
      plan: "[cost]\n<!>energy_eur_per_mwh = { value = 7, basis = \"published\" }",
      says: "is called published but names no source", hint: "basis = \"estimated\""),
    Fault(
      plan: "[cost]\nenergy_eur_per_mwh = { value = 7, <!>basis = \"publishd\" }", says: "is 'publishd'",
      hint: "did you mean 'published'?"),
    Fault(plan: "[cost]\n<!>energy_eur_per_mwh = { low = 7 }", says: "has no value", hint: "value = ..."),
    // Lists.
    Fault(plan: "[horizon]\n<!>years = []", says: "must not be an empty list", hint: ""),
    Fault(plan: "[horizon]\nyears = [2026, 2027, <!>2026]", says: "2026 stands twice", hint: ""),
    Fault(plan: "[horizon]\nyears = [2027, <!>2026]", says: "2026 follows 2027", hint: "ascending"),
    Fault(plan: "[horizon]\nyears = [2026, <!>20277]", says: "must be from 2000 to 2100", hint: ""),
    Fault(plan: "[hardware]\n<!>use = []", says: "must not be an empty list", hint: ""),
    Fault(plan: "[hardware]\nuse = [\"rack-72\", <!>\"rack-72\"]", says: "stands twice", hint: ""),
    Fault(plan: "[sites]\nforce_in = [\"a\", <!>\"\"]", says: "must not be empty", hint: ""),
    Fault(
      plan: "[sites]\nforce_in = [\"a\"]\nforce_out = [<!>\"a\"]", says: "is in force_in as well", hint: ""),
    // Names.
    Fault(
      plan: "[hardware]\nuse = [<!>\"rak-72\"]", says: "the catalogue holds no product 'rak-72'",
      hint: "did you mean 'rack-72'?"),
    Fault(
      plan: "[hardware]\nsupply_gpus = { <!>rack-7 = { 2026 = 5 } }", says: "no product 'rack-7'",
      hint: "did you mean 'rack-72'?"),
    Fault(
      plan: "[hardware]\n<!>price_level = \"hihg\"", says: "is 'hihg'", hint: "did you mean 'high'?"),
    Fault(
      plan: "[objective]\n<!>minimise = \"carbon\"", says: "is 'carbon'",
      hint: "valid: discounted_cost_eur"),
    Fault(plan: "[sites.fouju]\n<!>grid_kv = 380", says: "no voltage of the French grid", hint: "225, 400"),
    Fault(plan: "[sites.fouju]\n<!>owner_country = \"France\"", says: "is 'France'", hint: "ISO"),
    Fault(plan: "[sites.fouju]\n<!>operator_named = \"ja\"", says: "is 'ja'", hint: "valid: no, yes"),
    Fault(plan: "[sites.fouju]\n<!>power_steps = \"2027=240\"", says: "is '2027=240'", hint: "2027:240"),
    Fault(plan: "[sites.fouju]\n<!>connection_year = 2027.5", says: "no whole year", hint: "write a year"),
    // Years.
    Fault(
      plan: "[demand.gpus]\n<!>2031 = 20_000", says: "2031 lies outside the horizon, 2026 to 2028",
      hint: "horizon.years"),
    Fault(plan: "[demand.gpus]\n<!>2025 = 1_000", says: "2025 lies outside the horizon", hint: ""),
    Fault(plan: "[demand.gpus]\n<!>soon = 20_000", says: "is no year", hint: "from 2000 to 2100"),
    Fault(plan: "[demand.gpus]\n<!>02028 = 20_000", says: "is no year", hint: ""),
    Fault(plan: "[demand.gpus]\n<!>2028 = -1", says: "found -1", hint: ""),
    Fault(plan: "[demand.gpus]\n<!>2028 = 1.5", says: "must be a whole number", hint: ""),
    Fault(
      plan: "[limits]\nbudget_by_year_eur = { <!>2029 = 1e9 }", says: "2029 is not among the planning years",
      hint: "[2026, 2027, 2028]"),
    // Doubts.
    Fault(
      plan: "[demand.gpus]\n<!>2028 = 10_000", says: "asks for fewer GPUs than 2027",
      hint: "stays in service",
      severity: .warning),
    Fault(
      plan: "[grid.zone_headroom_mw.Dunkerque]\n<!>2029 = 3_585", says: "2029 lies after the horizon",
      hint: "",
      severity: .warning),
    Fault(
      plan: "[hardware.supply_gpus]\n<!>node-8 = { 2026 = 5 }", says: "not in hardware.use", hint: "rack-72",
      severity: .warning),
    Fault(
      plan: "[sites.fouju]\n<!>status = \"fasttrack\"", says: "which no rule knows",
      hint: "did you mean 'fast-track'?", severity: .warning),
  ]

  @Test("points at the spot and says what is wrong", arguments: faults)
  func fault(_ fault: Fault) throws {
    // Demand is written as a block so that cases can add a year to it.
    let head = """
      schema = 1
      name = "Plan"
      extends = "base.toml"
      """
    let demand = "[demand.gpus]\n2026 = 4_000\n2027 = 18_000\n"
    let isDemand = fault.plan.hasPrefix("[demand.gpus]\n")
    let added = isDemand ? String(fault.plan.dropFirst("[demand.gpus]\n".count)) : fault.plan
    let isRootKey = fault.plan.hasPrefix("<!>grid")
    let marked = MarkedText(
      isRootKey ? "\(head)\n\(added)\n\(demand)" : "\(head)\n\(demand)\(added)\n")
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: marked.text])
    let finding = try #require(
      reading.findings.first { $0.message.contains(fault.says) }, "\(reading.findings)")
    #expect(finding.file == ScenarioFixture.planPath)
    #expect("\(finding.line ?? 0):\(finding.column ?? 0)" == marked.places.first)
    #expect(finding.hint.contains(fault.hint))
    #expect(finding.severity == fault.severity)
    #expect((reading.scenario == nil) == (fault.severity == .error))
    // One fault, one finding; `grid = 3` hides the whole block of the base and may say more.
    if !isRootKey { #expect(reading.findings.count == 1, "\(reading.findings)") }
  }

  @Test func `a syntax error gives its line`() throws {
    let text = "schema = 1\nname = \"Plan\"\n[demand\ngpus = 3\n"
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: text])
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1)
    #expect(finding.line == 3)
    #expect(finding.message.contains("not TOML"))
  }

  @Test func `a duplicate key is a syntax error with its line`() throws {
    let reading = ScenarioFixture.read([ScenarioFixture.planPath: "schema = 1\nname = \"a\"\nname = \"b\"\n"])
    #expect(reading.findings.map(\.line) == [3])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x41], [0x61, 0x00, 0x62]] as [[UInt8]])
  func `a file that is no text is a finding`(_ bytes: [UInt8]) {
    let reader = FileReader { _ in bytes }
    let reading = ScenarioReader(files: reader).read("a.toml")
    #expect(reading.findings.count == 1)
    #expect(reading.scenario == nil)
  }

  @Test func `everything wrong is said at once, in the order of the files`() {
    let plan = """
      schema = 1
      name = "Plan"
      extends = "base.toml"
      [demand]
      gpus = { 2031 = 5 }
      [solver]
      gap = 3
      tim_limit_s = 5
      """
    let base = ScenarioFixture.base + "\n[limits]\nsites_max = 0\n"
    let layers = ScenarioFixture.layers + "\n[layers.rivers]\nsorce = \"rivers.geojson\"\n"
    let rack = ScenarioFixture.product("rack-72", gpus: 72) + "\n[colour]\n"
    let reading = ScenarioFixture.read([
      ScenarioFixture.planPath: plan, "work/scenarios/base.toml": base, "work/data/layers.toml": layers,
      "work/hardware/rack.toml": rack,
    ])
    #expect(
      reading.findings.map { "\($0.file.split(separator: "/").last ?? "") \($0.keyPath)" } == [
        "plan.toml demand.gpus.2031", "plan.toml solver.gap", "plan.toml solver.tim_limit_s",
        "base.toml limits.sites_max", "layers.toml layers.rivers.sorce", "rack.toml colour",
      ])
  }

  @Test func `a value of the base that the plan replaces is still checked`() {
    let base = ScenarioFixture.replacing("route_factor = 1.2", with: "route_factor = -1")
    let plan = ScenarioFixture.plan + "\n[grid]\nroute_factor = 1.3\n"
    let reading = ScenarioFixture.read(base.merging([ScenarioFixture.planPath: plan]) { _, new in new })
    #expect(reading.findings.map(\.keyPath) == ["grid.route_factor"])
    #expect(reading.findings.map(\.file) == ["work/scenarios/base.toml"])
  }

  @Test func `a finding prints as file, line, column, key and cure`() {
    let finding = Finding(
      file: "a.toml", line: 3, column: 1, keyPath: "grid.route_factor", message: "is missing", hint: "add it")
    #expect(finding.description == "a.toml:3:1: error: grid.route_factor: is missing (add it)")
  }
}
