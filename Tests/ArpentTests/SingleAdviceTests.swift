// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Shipped scenarios with one limit that is too tight: searches of 150 nodes find no relaxation there, or ask
/// for more than needed.
@Suite("One key that suffices is reported where the search is cut short")
struct SingleAdviceTests {
  @Test(
    "The key that was made too tight is reported alone, within what is enough, and pasted gives a plan",
    arguments: [
      ("sovereign-compute", "limits.budget_eur", "1e9", 2.2e9),
      // With 0.4, as the scenario has it, there is a plan.
      ("campus-france", "limits.region_share_max", "0.05", 0.4),
    ])
  func advice(scenario: String, key: String, value: String, enough: Double) throws {
    let base = ["plan", "models/scenarios/\(scenario).toml", "--format", "json", "--set", "\(key)=\(value)"]
    let none = try ArpentBinary.run(base)
    #expect(none.code == 3, "\(none.diagnostics)")
    let plan = try JSONSerialization.jsonObject(with: Data(none.output.utf8)) as? [String: Any]
    let explanation = try #require(plan?["explanation"] as? [String: Any])
    let reported = try #require(explanation["relaxations"] as? [[String: Any]])
    #expect(reported.count == 1, "\(reported)")
    let change = try #require(reported.first?["set"] as? String)
    #expect(change.hasPrefix("\(key)="), "\(change)")
    #expect(try #require(reported.first?["needed"] as? Double) <= enough, "\(change)")
    let pasted = try ArpentBinary.run(base + ["--set", change, "--gap", "0.5"])
    #expect(pasted.code == 0, "\(change): \(pasted.diagnostics)")
  }
}
