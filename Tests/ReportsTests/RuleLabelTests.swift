// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import PlanningModel
import Quantities
import Testing

@testable import Results

/// Rules, objectives and statuses in words.
@Suite struct RuleLabelTests {
  /// The page on the model, from the place of this file.
  private static let page =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    + "/models/README.md"

  @Test func `no two kinds of rules share an identifier or words`() {
    let kinds = RuleFamilies.kinds
    #expect(kinds.count >= 35)
    #expect(Set(kinds.map(\.identifier)).count == kinds.count)
    #expect(Set(kinds.map(\.label.english)).count == kinds.count)
    #expect(
      kinds.allSatisfy { !$0.label.english.contains("_") && $0.label.english.first?.isUppercase == true })
    for kind in kinds { #expect(RuleFamilies.kind(kind.identifier).label == kind.label) }
  }

  @Test func `a kind that nobody knows is called by its identifier`() {
    #expect(
      RuleFamilies.kind("loss_of_one_zone").label.english == "GPUs that remain when a grid zone is lost")
    #expect(RuleFamilies.kind("some_new_rule").label.english == "Some new rule")
  }

  @Test func `the page on the model names every kind of rule that families make`() throws {
    let page = try String(contentsOfFile: Self.page, encoding: .utf8)
    let families = Set(RuleFamilies.kinds).subtracting(PlanningRules.kinds)
    #expect(families.count >= 20)
    for kind in families { #expect(page.contains("`\(kind.identifier)`"), "\(kind.identifier)") }
  }

  @Test func `every objective has words`() {
    for measure in PlanningObjective.Measure.allCases {
      #expect(RuleLabel.objectives[measure.rawValue] != nil, "\(measure)")
    }
  }

  @Test func `a plan taken over says that it is one, and what is known of better ones`() throws {
    var plan = try PlanFixture().plan
    plan.status = .limit
    plan.termination = "imported"
    #expect(
      RuleLabel.text(plan).hasPrefix(
        "Taken over from another solver: the plan meets all rules, and one that is up to "))
    plan.objectives = plan.objectives.map { objective in
      var unbounded = objective
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
