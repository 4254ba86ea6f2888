// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Seeded random scenarios over the real sites, solved by Arpent, by CBC and HiGHS on the exported model, and
/// by HiGHS on the independent statement of the model in GNU MathProg.
@Suite("Second solvers agree", .serialized)
struct SecondSolverTests {
  @Test("Arpent, CBC, HiGHS and the MathProg statement find the same optimum", arguments: 1...24)
  func agreement(seed: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let overlays = Self.overlays(seed: UInt64(seed)).flatMap { ["--set", $0] }
    let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
    let run = try ArpentBinary.run(
      ["plan", scenario, "--gap", "0", "--time-limit", "120", "--format", "json"] + overlays)
    let arpent: SolverAnswer
    switch run.code {
    case 0:
      let plan = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      arpent = .value(try #require(plan["objective"] as? Double) / 1e6)
    case 3: arpent = .infeasible
    default: arpent = .other("exit \(run.code): \(run.diagnostics)")
    }
    let mps = folder.path + "/model.mps"
    let data = folder.path + "/scenario.dat"
    #expect(try ArpentBinary.run(["model", scenario, "-o", mps, "--quiet"] + overlays).code == 0)
    #expect(try ArpentBinary.run(["model", scenario, "-o", data, "--quiet"] + overlays).code == 0)
    let plain = folder.path + "/siting.mps"
    let written = try SolverAnswer.output(
      of: "glpsol", ["--check", "-m", "models/siting.mod", "-d", data, "--wfreemps", plain])
    #expect(FileManager.default.fileExists(atPath: plain), "\(written)")
    let highs = try SolverAnswer.highs([mps, plain])
    let cbc = try SolverAnswer.cbc(mps, folder: folder)
    let detail =
      "seed \(seed) \(overlays.joined(separator: " ")): arpent \(arpent), highs \(highs), cbc \(cbc)"
    #expect(arpent.agrees(with: highs[0]), "\(detail)")
    #expect(arpent.agrees(with: highs[1]), "\(detail) (siting.mod)")
    #expect(arpent.agrees(with: cbc), "\(detail)")
  }

  @Test("The seeds use every rule and both answers")
  func coverage() {
    let all = (1...24).flatMap { Self.overlays(seed: UInt64($0)) }
    for key in [
      "region_share_max", "campus_min_it_mw", "sovereignty.share.eu-control", "non-eu", "budget_eur",
      "sites_max", "supply_gpus", "force_in", "force_out",
      "zone_headroom_mw", "hardware.use",
    ] {
      #expect(all.contains { $0.contains(key) }, "\(key)")
    }
  }

  /// A random scenario as changes to the shipped one.
  private static func overlays(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed &+ 1_000)
    func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
    let first = Int.random(in: 1...10, using: &random) * 1_000
    let last = first + Int.random(in: 0...30, using: &random) * 1_000
    var overlays = [
      "demand.gpus={ 2026 = \(first), 2028 = \(last) }",
      "sovereignty.share.eu-control.min=\(["0.0", "0.5", "1.0"].randomElement(using: &random) ?? "0.0")",
      "sovereignty.share.sensitive-data.min=\(["0.0", "0.25"].randomElement(using: &random) ?? "0.0")",
      "limits.sites_max=\(Int.random(in: 1...6, using: &random))",
    ]
    if chance(2) { overlays.append("hardware.use=[\"gb300-nvl72\", \"dgx-b200\", \"gb200-nvl72\"]") }
    if chance(2) { overlays.append("limits.region_share_max=0.6") }
    if chance(3) { overlays.append("limits.campus_min_it_mw=\(Int.random(in: 3...12, using: &random))") }
    if chance(3) {
      overlays.append(
        "sovereignty.share+=[{ name = \"non-eu\", where = \"eu_control = 'no'\", max = 0.3 }]")
    }
    if chance(4) { overlays.append("limits.budget_eur=\(Int.random(in: 3...30, using: &random))00000000.0") }
    if chance(3) {
      overlays.append("hardware.supply_gpus={ gb300-nvl72 = { 2026 = \(first / 2), 2028 = \(last) } }")
    }
    if chance(4) { overlays.append("sites.force_in=[\"bruyeres-le-chatel-eclairion\"]") }
    if chance(3) { overlays.append("sites.force_out=[\"mougins-evroc\"]") }
    if chance(3) { overlays.append("grid.zone_headroom_mw={ \"Dunkerque\" = { 2026 = 20 } }") }
    return overlays
  }
}
