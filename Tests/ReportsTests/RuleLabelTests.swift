// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import PlanningModel
import Quantities
import Testing

@testable import Results

/// Rules, aims and statuses in words.
@Suite struct RuleLabelTests {
  /// The folder of the sources, from the place of this file.
  private static let sources =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    + "/Sources/Planning"

  /// Identifiers that the sources give to families of linear rules.
  private static func families() throws -> Set<String> {
    var found: Set<String> = []
    let files = FileManager.default.enumerator(atPath: sources)
    while let file = files?.nextObject() as? String {
      guard file.hasSuffix(".swift") else { continue }
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      for match in text.matches(of: /\bfamily: "([^"]+)"/) { found.insert(String(match.1)) }
    }
    // One identifier is put together from what is lost.
    if found.remove(#"loss_of_one_\(loss)"#) != nil {
      found.formUnion(["site", "substation", "zone"].map { "loss_of_one_" + $0 })
    }
    return found
  }

  @Test func `every family of linear rules in the sources has words, and no words are left over`() throws {
    let families = try Self.families()
    #expect(families.count >= 20)
    #expect(families == Set(RuleLabel.linearFamilies.keys))
  }

  @Test func `the page on the model names every family of linear rules`() throws {
    let page = try String(contentsOfFile: Self.sources + "/../../models/README.md", encoding: .utf8)
    for family in try Self.families().sorted() { #expect(page.contains("`\(family)`"), "\(family)") }
  }

  @Test func `the words of linear rules are those of no other rule`() {
    let words = RuleLabel.linearFamilies.values.map(\.english)
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { !$0.contains("_") && $0.first?.isUppercase == true })
    let rule = RowKey(.linear, scope: "x", linearFamily: "loss_of_one_zone")
    #expect(RuleLabel.text(rule) == "GPUs that remain when a grid zone is lost")
    #expect(RuleLabel.text(RowKey(.linear, linearFamily: "some_new_rule")) == "Some new rule")
  }

  @Test func `every aim has words`() {
    for measure in PlanningObjective.Measure.allCases {
      #expect(RuleLabel.goals[measure.rawValue] != nil, "\(measure)")
    }
  }

  @Test func `a plan taken over says that it is one, and what is known of better ones`() throws {
    var plan = try PlanFixture().plan
    plan.status = .limit
    plan.termination = "imported"
    #expect(
      RuleLabel.text(plan).hasPrefix(
        "Taken over from another solver: the plan meets all rules, and one that is up to "))
    plan.goals = plan.goals.map { goal in
      var unbounded = goal
      unbounded.bound = nil
      return unbounded
    }
    #expect(
      RuleLabel.text(plan)
        == "Taken over from another solver: the plan meets all rules, and how much cheaper another may be is not known "
        + "(--bound finds a limit to it).")
    plan.termination = "timeLimit"
    #expect(
      RuleLabel.text(plan)
        == "The time limit came before the proof: the plan meets all rules, and how much cheaper another may be is not "
        + "known.")
  }
}
