// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Scenarios

/// Every number of a scenario that uses most keys, set to what no quantity of a plan can be.
@Suite("Numbers beyond all measure are reported where they stand")
struct NumberSweepTests {
  /// Keys of rules that no shipped scenario states, each with a number that is allowed.
  private static let rules = """

    [resilience]
    loss_of_one_site_keeps_share = 0.4
    loss_of_one_substation_keeps_share = { value = 0.3, penalty_eur_per_gpu = 1_000 }
    loss_of_one_zone_keeps_share = 0.2
    [water]
    wue_l_per_kwh = 0.2
    max_m3_per_year = 40_000
    stress_max_m3_per_year = 30_000
    stress_level = 3
    [carbon]
    grid_g_per_kwh = 30
    cap_t_per_year = { value = 1_800, penalty_eur_per_t = 50 }
    cap_t = 90_000
    [[sovereignty.share]]
    name = "eu"
    where = "eu_control = 'yes'"
    min = 0.1
    [limits]
    sites_min = 1
    per_departement_max = 9
    campus_min_it_mw = 2
    region_share_max = 0.7
    budget_eur = 1_500_000_000
    min_distance_km = 20
    sites_max = 9
    [heat_reuse]
    share_min = 0.1
    attribute = "heat_user"
    value = "yes"
    [solver]
    gap = 0.001
    time_limit_s = 60

    """

  /// Paths of all numbers, in the text of a scenario as it is read.
  private static func paths(_ text: String) -> [String] {
    var table = ""
    var paths: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("[") {
        table = line.hasPrefix("[[") ? "" : String(line.dropFirst().dropLast()) + "."
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimming { $0 == " " } }
      guard parts.count == 2, !table.isEmpty else { continue }
      if Double(parts[1].filter { $0 != "_" }) != nil { paths.append(table + parts[0]) }
      if parts[1].hasPrefix("{ value = ") || parts[1].hasPrefix("{value") {
        paths.append(table + parts[0] + ".value")
      }
    }
    return paths
  }

  private static func read(_ overlays: [String]) -> ScenarioReader.Reading {
    ScenarioFixture.read(
      ["work/scenarios/plan.toml": ScenarioFixture.plan + rules], overlays: overlays)
  }

  @Test(arguments: ["1e-200", "1e-30", "1e-12", "-1e-12", "-1e-200", "1e200", "-1e200"])
  func `every number is refused with its key`(value: String) throws {
    let whole = Self.read([])
    #expect(whole.findings.filter { $0.severity == .error } == [])
    let text = try #require(whole.scenario).effectiveText
    // What stands for a date or a count of something else has other words, and the gap may be small.
    let paths = Self.paths(text).filter { $0 != "solver.gap" || value != "1e-12" }
    #expect(paths.count >= 44, "\(paths)")
    for path in paths {
      let reading = Self.read(["\(path)=\(value)"])
      let key = path.hasSuffix(".value") ? String(path.dropLast(6)) : path
      #expect(reading.scenario == nil, "\(path)=\(value) is taken")
      #expect(
        reading.findings.contains { $0.keyPath.hasPrefix(key) && $0.severity == .error },
        "\(path)=\(value): \(reading.findings)")
    }
  }

  @Test func `a tiny number names the smallest one that counts, and zero where it is allowed`() {
    func words(_ overlay: String) -> String { Self.read([overlay]).findings.map { "\($0)" }.joined() }
    let share = words("resilience.loss_of_one_site_keeps_share=1e-200")
    #expect(share.contains("too small to count") && share.contains("write 0, or at least 1e-09"), "\(share)")
    let region = words("limits.region_share_max=1e-200")
    #expect(region.contains("write at least 1e-09"), "\(region)")
    #expect(Self.read(["resilience.loss_of_one_site_keeps_share=0"]).scenario != nil)
    #expect(Self.read(["resilience.loss_of_one_site_keeps_share=1e-9"]).scenario != nil)
    #expect(Self.read(["solver.gap=1e-12"]).scenario != nil)
  }
}

extension Substring {
  fileprivate func trimming(_ drop: (Character) -> Bool) -> String {
    var rest = self
    while let first = rest.first, drop(first) { rest.removeFirst() }
    while let last = rest.last, drop(last) { rest.removeLast() }
    return String(rest)
  }
}
