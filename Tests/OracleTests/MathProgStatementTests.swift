// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Rules of many families, a campus for training and other objectives than cost, on a part of the real sites:
/// Arpent beside `glpsol` on the independent statement of the model in GNU MathProg.
@Suite("The MathProg statement knows every kind of rule and objective", .serialized)
struct MathProgStatementTests {
  /// A scenario on the sites of four regions.
  private static let scenario = """
    schema = 1
    name = "many families"
    extends = "\(ArpentBinary.root)/models/scenarios/france-65.toml"
    [horizon]
    years = [2027, 2028, 2029]
    [demand]
    gpus = { 2028 = 4_000, 2029 = 6_000 }
    training_campus = { gpus = 3_000, by = 2029 }
    inference = [{ hub = "Paris", gpus = 1_000, latency_ms = 2.0 }]
    [hardware]
    use = ["gb300-nvl72", "dgx-b300"]
    supply_gpus = { gb300-nvl72 = { 2027 = 3_000, 2029 = 9_000 } }
    [resilience]
    loss_of_one_site_keeps_share = { 2028 = 0.4 }
    loss_of_one_substation_keeps_share = { 2029 = 0.3 }
    [water]
    max_m3_per_year = { 2029 = 40_000 }
    [carbon]
    cap_t_per_year = { 2029 = 1_800, penalty_eur_per_t = 50_000 }
    [sovereignty]
    tiers = "\(ArpentBinary.root)/models/sovereignty/tiers.toml"
    [[sovereignty.share]]
    name = "under EU control"
    tier = "eu-control"
    min = { 2028 = 0.5 }
    [grid]
    ramp_mw_per_year = 12
    [limits]
    per_departement_max = 1
    min_distance_km = 20
    sites_max = 5
    sites_min = { 2029 = 3 }
    budget_eur = 1_500_000_000
    [[logic]]
    requires = { site = "bruyeres-le-chatel-eclairion", needs = "mougins-evroc" }
    [[rule]]
    name = "four regions"
    where = "not (region_code in ('11', '32', '75', '93'))"
    exclude = true
    [[rule]]
    name = "under stress"
    where = "water_stress_level >= 4"
    gpus_share_max = 0.2
    penalty_eur_per_unit = 10_000
    """

  /// What is changed of it.
  private static let changes: [[String]] = [
    [],
    ["objective={ maximise = \"gpus\" }"],
    ["objective={ maximise = \"gpu_years\" }"],
    ["objective={ maximise = \"exaflops\" }"],
    ["objective={ minimise = \"carbon_t\" }"],
    ["objective={ minimise = \"sites\" }"],
    ["objective={ minimise = \"discounted_cost_eur\", weights_eur = { carbon_t = 200.0, water_m3 = 5.0 } }"],
    ["objective={ order = [{ maximise = \"gpus\" }] }", "limits.budget_eur=700_000_000"],
    ["demand.training_campus={ gpus = 5_000, by = 2028, penalty_eur = 3e7 }"],
    ["demand.training_campus={ gpus = 5_000, by = 2027, penalty_eur = 4e9 }"],
    ["demand.training_campus={ gpus = 5_000, by = 2027 }"],
    ["resilience.loss_of_one_site_keeps_share=0.95"],
  ]

  @Test("Arpent and glpsol find the same optimum", arguments: changes.indices)
  func agreement(number: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.path + "/scenario.toml"
    try Self.scenario.write(toFile: file, atomically: true, encoding: .utf8)
    let overlays = Self.changes[number].flatMap { ["--set", $0] }
    let run = try ArpentBinary.run(
      ["plan", file, "--gap", "0", "--time-limit", "240", "--format", "json"] + overlays)
    let data = folder.path + "/scenario.dat"
    let written = try ArpentBinary.run(["model", file, "-o", data, "--quiet"] + overlays)
    #expect(written.code == 0, "\(written.diagnostics)")
    let other = try Self.glpsol(data)
    guard run.code == 0 else {
      #expect(run.code == 3, "\(run.diagnostics)")
      #expect(other.contains("NO PRIMAL FEASIBLE") || other.contains("NO INTEGER FEASIBLE"), "\(other)")
      return
    }
    let plan = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let objective = try #require((plan["objectives"] as? [[String: Any]])?.first)
    let value = try #require(objective["value"] as? Double)
    // The statement minimises: money in MEUR, and the negative of what is maximised.
    let isMaximised = objective["sense"] as? String == "maximise"
    let expected = (isMaximised ? -1 : 1) * value / (objective["unit"] as? String == "EUR" ? 1e6 : 1)
    #expect(other.contains("INTEGER OPTIMAL SOLUTION FOUND"), "\(other)")
    let line = try #require(other.split(separator: "\n").first { $0.hasPrefix("objective ") }, "\(other)")
    let found = try #require(Double(line.dropFirst(10)))
    #expect((found - expected).magnitude <= 1e-6 * max(1, expected.magnitude), "\(found) \(expected)")
  }

  private static func glpsol(_ data: String) throws -> String {
    try SolverAnswer.output(
      of: "glpsol",
      ["-m", "models/siting.mod", "-d", data, "--mipgap", "0", "--cuts", "--tmlim", "240"])
  }
}
