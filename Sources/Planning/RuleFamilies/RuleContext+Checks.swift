// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

/// What several families of rules check.
extension RuleContext {
  /// Reports a name that is not among the valid ones, with the nearest valid one.
  ///
  /// - Returns: Whether the name is valid.
  mutating func isKnown(_ name: String, among valid: [String], key: String, what: String) -> Bool {
    if valid.contains(name) { return true }
    var hint = ""
    if let near = nearestName(to: name, among: valid) {
      hint = "; did you mean '\(near)'?"
    } else if valid.isEmpty {
      hint = "; no site has one"
    } else {
      hint = "; valid: \(listed(valid, atMost: 12))"
    }
    finding("\(key): there is no \(what) '\(name)'\(hint)")
    return false
  }

  /// Reports years of a target that lie after the horizon, where the target would be lost without a word.
  mutating func checkWithinHorizon(_ limit: YearlyLimit, key: String) {
    guard let last = problem.years.last else { return }
    for year in limit.byYear.keys.sorted() where year > last {
      finding(
        "\(key): \(year) lies after the horizon, which ends in \(last); change the year or horizon.years")
    }
  }

  /// Calendar years from the planning year before to each planning year; 1 for the first.
  func yearsSinceLast(_ year: Int) -> Double {
    year == 0 ? 1 : Double(problem.years[year] - problem.years[year - 1])
  }
}
