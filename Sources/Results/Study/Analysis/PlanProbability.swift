// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies

/// How often a study has a plan: what every statistic over amounts is conditioned on, so it is reported
/// first.
package struct PlanProbability: Equatable {
  /// Cases with a plan, of those with one or proven to have none. Of a sampled design its draws alone: the
  /// base and what a planner wrote beside them are no draws.
  let frequency: SelectionFrequency
  /// Whether the cases are draws, so that the share estimates a probability.
  package let isEstimate: Bool
  /// Cases of the same kind of which it is not known: they failed or were not run.
  let unknown: Int
  /// Whether only bounds were asked for, so that cases with one may still have no plan.
  let isUpperLimit: Bool

  /// Cases proven to have no plan.
  package var without: Int { frequency.cases - frequency.selected }

  /// The share of a study; nil without a decided case.
  init?(_ result: StudyResult) {
    let draws = result.rows.filter { $0.origin == .draw }
    let rows = draws.isEmpty ? result.rows : draws
    let decided = rows.filter { [.planned, .bounded, .infeasible].contains($0.outcome) }
    guard
      let found = try? SelectionFrequency.table(
        of: ["plan"], in: decided.map { $0.outcome == .infeasible ? [] : ["plan"] }
      ).first
    else { return nil }
    frequency = found
    isEstimate = !draws.isEmpty
    unknown = rows.count - decided.count
    isUpperLimit = decided.contains { $0.outcome == .bounded }
  }

  /// The share in words.
  package var text: String {
    let most = isUpperLimit ? "at most " : ""
    let of = "\(NumberText.grouped(frequency.selected)) of \(NumberText.grouped(frequency.cases))"
    let left = unknown > 0 ? "; of \(NumberText.grouped(unknown)) more it is not known" : ""
    guard isEstimate else { return "\(most)\(of) cases have a plan\(left)" }
    let (low, high) = (frequency.interval.lowerBound, frequency.interval.upperBound)
    return "\(most)\(NumberText.percent(frequency.share)), \(of) draws (95 % interval "
      + "\(NumberText.grouped(low * 100)) to \(NumberText.percent(high)))\(left)"
  }

  /// What all amounts are conditioned on, as a sentence; empty where every decided case has a plan.
  package var condition: String {
    guard without > 0 else { return "" }
    let cases =
      without == 1 ? "1 case that has none is" : "\(NumberText.grouped(without)) cases that have none are"
    return "Amounts, sites and years are those of cases with a plan; the \(cases) not in them."
  }
}
