// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[horizon]`: planning years and discounting.
struct HorizonBlock {
  var years: [Int]
  /// nil where something that is needed is missing or wrong.
  var horizon: Horizon?

  init(_ table: ConfigTable) {
    years = table.years("years")
    let decision = table.day("decision_date", .required)
    var read = Horizon(years: years, operatingYearsAfter: 0, decisionDate: decision ?? .firstOfCalendar)
    let isComplete = table.read(Horizon.fields, into: &read)
    let after = table.integer("operating_years_after", .upTo(60), .required)
    if let decision, let node = table.node("years") {
      for year in years where year < decision.year {
        table.finding(
          "years", node, "\(year) lies before \(decision), the day of the decision",
          hint: "leave the year out, or set horizon.decision_date to an earlier day")
      }
    }
    guard isComplete, let after, decision != nil else { return }
    read.operatingYearsAfter = after
    horizon = read
  }
}
