// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// `[horizon]`: planning years and discounting.
struct HorizonBlock {
  var years: [Int]
  var discountRate: Quantity?
  var operatingYearsAfter: Int?

  init(_ table: ConfigTable) {
    years = table.years("years")
    discountRate = table.figure("discount_rate", unit: "", .upTo(0.5))
    operatingYearsAfter = table.integer("operating_years_after", .upTo(60), .required)
  }
}
