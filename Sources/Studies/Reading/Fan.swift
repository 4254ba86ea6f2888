// SPDX-License-Identifier: GPL-3.0-or-later

/// How an outcome by year spreads over the cases: the data of a fan chart.
package struct Fan: Sendable, Equatable {
  /// One year.
  package struct Year: Sendable, Equatable {
    /// The year.
    package let year: Int
    /// How many cases have an outcome in it.
    package let cases: Int
    /// The quantiles at `Fan.shares`, in the unit of the outcome; empty when no case has an outcome.
    package let values: [Double]
  }

  /// The shares of the five lines.
  package static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// The years in the order given.
  package let years: [Year]

  /// The fan of a study.
  ///
  /// - Parameters:
  ///   - years: The years, each once.
  ///   - outcomes: For each case its outcome in each year, in one unit; nil where it has none.
  /// - Throws: `ReadingError` when a year is there twice, a case has another number of outcomes, or one is
  ///   not finite.
  package init(years: [Int], outcomes: [[Double?]]) throws(ReadingError) {
    var seen: Set<Int> = []
    for year in years where !seen.insert(year).inserted { throw .repeated(String(year)) }
    for series in outcomes {
      try requireCount("outcomes of a case", series.count, years.count)
      try requireFinite("the outcomes of a case", series)
    }
    var rows: [Year] = []
    for (column, year) in years.enumerated() {
      let values = outcomes.compactMap { $0[column] }
      var lines: [Double] = []
      if !values.isEmpty {
        let quantiles = try Quantiles(values)
        for share in Self.shares { lines.append(try quantiles.value(at: share)) }
      }
      rows.append(Year(year: year, cases: values.count, values: lines))
    }
    self.years = rows
  }
}
