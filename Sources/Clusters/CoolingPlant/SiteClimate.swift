// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The outside temperatures of a site, as far as a cooling plant needs them.
package struct SiteClimate: Sendable, Equatable, Codable {
  /// Mean of the year, C.
  package let annualMeanC: Double
  /// Mean of the daily maxima, C.
  package let meanDailyMaximumC: Double
  /// Mean of the daily minima, C.
  package let meanDailyMinimumC: Double
  /// Half the difference between the hottest and the coldest month, C.
  package let seasonalHalfRangeC: Double
  /// Temperature of the hottest hours that the plant is made for, C.
  package let designDryBulbC: Double
  /// Whether the seasonal half-range is assumed.
  package let seasonalHalfRangeIsAssumed: Bool
  /// Whether the design temperature is assumed.
  package let designDryBulbIsAssumed: Bool

  /// Days of the months; the year has 365, as the energy of a design has 8,760 hours.
  package static let monthDays: [Double] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  /// Temperatures that are accepted, C.
  package static let temperatureRangeC: ClosedRange<Double> = -30...60

  /// The climate of a site; what is not given is assumed.
  ///
  /// - Throws: `SizingError` for a value that is not finite or out of range: the mean -30 to 40 C, the daily
  ///   extremes on their side of it and within 30 C, the half-range 0 to 40 C, the design temperature from
  ///   the mean of the daily maxima to 60 C.
  package init(
    annualMeanC: Double, meanDailyMaximumC: Double? = nil, meanDailyMinimumC: Double? = nil,
    seasonalHalfRangeC: Double? = nil, designDryBulbC: Double? = nil,
    assumptions: borrowing CoolingAssumptions = CoolingAssumptions()
  ) throws {
    try SizingError.check("mean temperature of the year in C", annualMeanC, in: -30...40)
    let dailyC = assumptions.dailyHalfRangeC.value
    let maximumC = meanDailyMaximumC ?? (annualMeanC + dailyC)
    let minimumC = meanDailyMinimumC ?? (annualMeanC - dailyC)
    let halfRangeC = seasonalHalfRangeC ?? assumptions.seasonalHalfRangeC.value
    let designC = designDryBulbC ?? (maximumC + halfRangeC + assumptions.designMarginC.value)
    try SizingError.check("mean of daily maxima in C", maximumC, in: annualMeanC...(annualMeanC + 30))
    try SizingError.check("mean of daily minima in C", minimumC, in: (annualMeanC - 30)...annualMeanC)
    try SizingError.check("seasonal half-range in C", halfRangeC, in: 0...40)
    guard designC.isFinite else { throw SizingError.notFinite("design dry-bulb temperature in C") }
    // An assumed value may pass the end of the range where every other value is extreme; a stated one may
    // not.
    let shownC = designDryBulbC == nil ? min(designC, Self.temperatureRangeC.upperBound) : designC
    let floorC = min(maximumC, Self.temperatureRangeC.upperBound)
    try SizingError.check(
      "design dry-bulb temperature in C", shownC, in: floorC...Self.temperatureRangeC.upperBound)
    self.annualMeanC = annualMeanC
    self.meanDailyMaximumC = maximumC
    self.meanDailyMinimumC = minimumC
    self.seasonalHalfRangeC = halfRangeC
    self.designDryBulbC = shownC
    seasonalHalfRangeIsAssumed = seasonalHalfRangeC == nil
    designDryBulbIsAssumed = designDryBulbC == nil
  }

  /// Mean temperature of a month, C: a cosine, coldest in January and hottest in July, whose mean over the
  /// days of the year is the mean of the year.
  ///
  /// - Parameter month: 0 to 11; other numbers count on from year to year.
  package func meanC(month: Int) -> Double {
    annualMeanC + seasonalHalfRangeC * Self.shape[((month % 12) + 12) % 12]
  }

  /// Share of the hours of a month that are hotter than a temperature: hours are spread evenly about the mean
  /// of the month by the daily half-range and `spreadK`.
  package func hotShare(month: Int, aboveC: Double, spreadK: Double) -> Double {
    let halfC = (meanDailyMaximumC - meanDailyMinimumC) / 2 + max(0, spreadK)
    let meanC = meanC(month: month)
    guard halfC > 0 else { return meanC > aboveC ? 1 : 0 }
    return min(1, max(0, (meanC + halfC - aboveC) / (2 * halfC)))
  }

  /// Minus the cosine of the month, moved so that its mean over the days of the year is zero.
  private static let shape: [Double] = {
    let half = 3.0.squareRoot() / 2
    let cosines = [1, half, 0.5, 0, -0.5, -half, -1, -half, -0.5, 0, 0.5, half]
    var mean = 0.0
    for (cosine, days) in zip(cosines, monthDays) { mean += cosine * days / 365 }
    return cosines.map { mean - $0 }
  }()
}
