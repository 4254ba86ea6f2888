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
    var read = Horizon(years: years, operatingYearsAfter: 0)
    let isComplete = table.read(Horizon.fields, into: &read)
    let after = table.integer("operating_years_after", .upTo(60), .required)
    guard isComplete, let after else { return }
    read.operatingYearsAfter = after
    horizon = read
  }
}
