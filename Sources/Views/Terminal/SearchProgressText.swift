// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
import Quantities
import Results

/// The state of a running search in one line for a person: stage, best plan, bound, gap, nodes, time. Money
/// in MEUR, other objectives in their own unit; where there are several objectives the one that is sought is
/// named.
package enum SearchProgressText {
  /// The longest of some ways to say it that fits.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - seconds: Seconds since the search began.
  ///   - width: Columns of the terminal; nil where the output is none.
  package static func line(_ state: SearchState, seconds: Double, width: Int? = nil) -> String {
    let ways = ways(state, time: time(seconds))
    guard let width else { return ways[0] }
    return ways.first { TextWidth.columns($0) <= width } ?? TextWidth.cut(ways[ways.count - 1], to: width)
  }

  private static func ways(_ state: SearchState, time: String) -> [String] {
    let unit = state.objective.unit == "EUR" ? "MEUR" : TextWidth.safe(state.objective.unit)
    let name =
      RuleLabel.objectives[state.objective.name]
      ?? TextWidth.safe(state.objective.name).replacing("_", with: " ")
    let objective =
      state.objective.count > 1
      ? "objective \(state.objective.number) of \(state.objective.count), \(name): " : ""
    let stage = TextWidth.safe(state.stage)
    let best = state.best.map { "best plan \(amount($0, state.objective)) \(unit)" } ?? "no plan yet"
    let bound = state.bound.map { "bound \(amount($0, state.objective)) \(unit)" } ?? "no bound yet"
    var gap = "gap not known yet"
    if let ratio = state.gap { gap = "gap \(NumberText.percent(ratio, decimals: 3))" }
    let width = state.gapAmount.map { " (\(amount($0, state.objective)) \(unit))" } ?? ""
    let nodes = "\(NumberText.grouped(state.nodes)) nodes"
    let short = state.best == nil ? "no plan yet" : gap
    return [
      "\(objective)\(stage): \(best), \(bound), \(gap)\(width), \(nodes), \(time)",
      "\(objective)\(stage): \(best), \(bound), \(gap), \(time)",
      "\(stage): \(best), \(bound), \(short), \(time)",
      "\(stage): \(best), \(short), \(time)",
      "\(stage): \(short), \(time)",
      "\(short), \(time)",
    ]
  }

  private static func amount(_ value: Double, _ objective: SearchState.Objective) -> String {
    if objective.unit == "EUR" { return NumberText.millionEUR(value) }
    return NumberText.grouped(value, decimals: value.magnitude < 1_000 ? 2 : 0)
  }

  /// A time in words: seconds, from ten minutes on minutes, from two hours on hours too.
  private static func time(_ seconds: Double) -> String {
    let whole = seconds > 0 ? Int(min(seconds, 1e9)) : 0
    if whole < 600 { return "\(whole) s" }
    if whole < 7_200 { return "\(whole / 60) min" }
    return "\(whole / 3_600) h \(whole / 60 % 60) min"
  }
}
