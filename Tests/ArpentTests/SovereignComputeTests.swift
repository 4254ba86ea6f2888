// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The shipped scenario that shows the families of rules, as a user runs it.
@Suite("The scenario of sovereign compute")
struct SovereignComputeTests {
  @Test("Its plan is proven, stands, keeps what it demands and prices what it violates")
  func plan() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let run = try ArpentBinary.run("plan", "models/scenarios/sovereign-compute.toml", "-o", place, "--quiet")
    #expect(run.code == 0, "\(run.diagnostics)")
    #expect(run.output.contains("Proven: no plan that meets all rules is cheaper"))
    #expect(try ArpentBinary.run("verify", place).code == 0)
    let data = try #require(FileManager.default.contents(atPath: place + "/plan.json"))
    let plan = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let constraints = try #require(plan["constraints"] as? [[String: Any]])

    // The figures of the sites, against the demands as the scenario words them.
    let chosen = try #require(plan["sites"] as? [[String: Any]]).filter {
      $0["status"] as? String == "chosen"
    }
    let gpus = try chosen.map { site in
      try #require((site["gpus_by_year"] as? [String: Any])?["2030"] as? Int)
    }
    let all = gpus.reduce(0, +)
    #expect(all >= 24_000 && chosen.count <= 8)
    #expect(gpus.allSatisfy { 2 * $0 <= all })
    #expect(gpus.contains { $0 >= 8_000 })

    // What is violated is said, and is the violation of the one rule that has a price.
    let missed = constraints.filter { ($0["slack"] as? Double ?? 0) < -1e-6 }
    #expect(missed.allSatisfy { $0["name"] as? String == "planner_rule" })
    #expect(missed.allSatisfy { ($0["scope"] as? String)?.contains("work in Hauts-de-France") == true })
  }
}
