// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

/// A value of a scenario that was changed after the scenario was written.
package struct FormerValue: Sendable, Hashable {
  /// Its key path as `--set` takes it.
  package var path: String
  /// The value before, as TOML writes it; nil where there was none.
  package var old: String?
  /// The value now; nil where it was taken away.
  package var new: String?

  /// A value that was changed.
  package init(path: String, old: String?, new: String?) {
    self.path = path
    self.old = old
    self.new = new
  }

  /// The change that puts it back, as `--set` takes it.
  var argument: String { "\(path)=\(old ?? "null")" }

  /// Putting it back, in words.
  fileprivate var relaxed: InfeasibilityExplanation.RelaxedRule {
    let command = Phrase(verbatim: Relaxation.command(argument))
    let words: Phrase =
      old.map { "\(path): \($0), as before the change (\(command))" }
      ?? "\(path): the change left out (\(command))"
    return InfeasibilityExplanation.RelaxedRule(
      rule: RowKey(.linear, scope: path), limit: 1, needed: 0, unit: "", words: words, argument: argument)
  }
}

extension RelaxationSearch {
  /// Changes of the scenario that alone leave it without a plan: with what each changed put back there is
  /// one. Where no other way is known and none suffices alone, all are put back together.
  ///
  /// - Parameter reported: Ways that are reported already; a key that one of them changes alone, by less, is
  ///   not reported again.
  mutating func formerWays(
    beside reported: [[InfeasibilityExplanation.RelaxedRule]]
  ) throws -> [[InfeasibilityExplanation.RelaxedRule]] {
    guard let changed = settings.changed else { return [] }
    var values: [FormerValue] = []
    for value in settings.former where !values.contains(where: { $0.path == value.path }) {
      values.append(value)
    }
    var found: [[InfeasibilityExplanation.RelaxedRule]] = []
    func isReported(_ value: FormerValue) -> Bool {
      reported.contains { $0.count == 1 && $0[0].argument?.hasPrefix("\(value.path)=") ?? false }
    }
    for value in values where !isReported(value) {
      guard let problem = changed([value.argument]) else { continue }
      if case .found = try anyPlan(of: problem, isTrial: true) { found.append([value.relaxed]) }
    }
    guard reported.isEmpty, found.isEmpty, values.count > 1, let problem = changed(values.map(\.argument))
    else {
      return found
    }
    if case .found = try anyPlan(of: problem, isTrial: true) { found.append(values.map(\.relaxed)) }
    return found
  }
}
