// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("What the cases of a study answer")
struct StudyAnswerTests {
  /// What a document of a plan or a case says was decided and comes to.
  private func decided(_ document: [String: Any]) throws -> String {
    var said: [String: Any] = [:]
    for member in ["status", "objective", "bound", "gap", "termination", "totals", "objectives"] {
      said[member] = document[member] ?? "nothing"
    }
    let sites = (document["sites"] as? [[String: Any]] ?? []).filter {
      $0["status"] as? String ?? "chosen" == "chosen"
    }
    let decisions = [
      "id", "opens_year", "connection", "blocks", "gpus_by_year", "grid_mw_by_year", "pue", "cost",
    ]
    said["sites"] = sites.map { site in site.filter { decisions.contains($0.key) } }
    let data = try JSONSerialization.data(withJSONObject: said, options: [.sortedKeys, .prettyPrinted])
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "A case is what arpent plan --set answers with the same changes",
    arguments: [
      (StudyRun.path("base.toml"), ["cost.energy_eur_per_mwh=140"]),
      (StudyRun.path("base.toml"), ["demand.gpus.*+=2000", "limits.sites_max=3"]),
      (StudyRun.path("base.toml"), ["sites.force_out=[\"cedar\"]"]),
      (StudyRun.path("base.toml"), ["demand.gpus.2028=900000"]),
      (ArpentBinary.root + "/Tests/ArpentTests/Scenarios/mistral-18000.toml", ["cost.*_eur_per_mwh*=1.5"]),
      (
        ArpentBinary.root + "/Tests/ArpentTests/Scenarios/mistral-18000.toml",
        ["sites.force_out=[\"mougins-evroc\"]"]
      ),
    ])
  func sameAsPlan(base: String, changes: [String]) throws {
    let study = try StudyRun()
    defer { study.remove() }
    let list = changes.map { "'\($0)'" }.joined(separator: ", ")
    let file = try study.folder.write(
      "study.toml",
      "schema = 1\nname = \"Study\"\nbase = \"\(base)\"\ninclude_base = false\n"
        + "[[cases]]\nname = \"case\"\nchanges = [\(list)]\n")
    #expect(try study.run(file, to: "out").code == 0)
    let overlays = changes.flatMap { ["--set", $0] }
    let planned = try ArpentBinary.run(["plan", base, "-o", study.place("plan"), "--quiet"] + overlays)
    #expect(planned.code == 0 || planned.code == 3, "\(planned.diagnostics)")
    let row = try #require(try study.rows("out").first)
    let plan = try StudyRun.object(FileManager.default.contents(atPath: study.place("plan/plan.json")))
    let answer = try study.answer(row, of: "out")
    #expect(!plan.isEmpty && !answer.isEmpty)
    #expect(try decided(answer) == decided(plan))
  }

  @Test("No change, and a change taken back, leave the base: the same question with the same answer")
  func inverse() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let file = try study.write(
      "study.toml",
      """
      [[cases]]
      name = "empty"
      changes = []
      [[cases]]
      name = "same"
      changes = ["cost.energy_eur_per_mwh=70"]
      [[cases]]
      name = "twice-and-half"
      changes = ["cost.energy_eur_per_mwh*=2", "cost.energy_eur_per_mwh*=0.5"]
      [[cases]]
      name = "more-and-less"
      changes = ["demand.gpus.*+=2048", "demand.gpus.*-=2048"]
      [[cases]]
      name = "all-sites"
      changes = ["sites.*.power_mw_max*=4", "sites.*.power_mw_max*=0.25"]
      """)
    let run = try study.run(file, to: "out")
    #expect(run.code == 0, "\(run.diagnostics)")
    let rows = try study.rows("out")
    #expect(rows.count == 6)
    let base = try study.answer(rows[0], of: "out")
    for row in rows.dropFirst() {
      #expect(try decided(study.answer(row, of: "out")) == decided(base), "\(row["id"] ?? "")")
    }
    #expect(rows[1]["key"] as? String == rows[0]["key"] as? String)
    #expect(rows[2]["key"] as? String == rows[0]["key"] as? String)
  }

  @Test("In each of 200 cases: relaxation, then full, then fixed_siting, none below the one before")
  func depths() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let depths = ["relaxation", "full", "fixed_siting"]
    var costs: [[Double]] = []
    for depth in depths {
      let run = try study.run("energy.toml", to: depth, ["--depth", depth])
      #expect(run.code == 0, "\(run.diagnostics)")
      costs.append(
        try study.rows(depth).map { row in
          row["status"] as? String == "infeasible"
            ? Double.infinity : try #require(row["objective"] as? NSNumber).doubleValue
        })
    }
    #expect(costs.allSatisfy { $0.count == 200 })
    for position in costs[0].indices {
      let least = costs.map { $0[position] }
      // The solver's own tolerance is smaller.
      #expect(least[0] <= least[1] * (1 + 1e-9), "case \(position + 1)")
      #expect(least[1] <= least[2] * (1 + 1e-9), "case \(position + 1)")
    }
    // The cases are not all alike: some have a plan only where sites may be chosen anew.
    #expect(zip(costs[1], costs[2]).contains { $0 < .infinity && $1 == .infinity })
    #expect(zip(costs[0], costs[1]).contains { $0 < $1 * 0.9999 })
  }
}
