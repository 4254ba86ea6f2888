// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

@Suite struct SiteClimateTests {
  /// Monthly means of six French towns as a university table prints them, January to December, with their
  /// yearly mean.
  static let towns: [(String, mean: Double, range: Double, months: [Double])] = [
    ("Brest", 10.77, 10.2, [6.1, 5.8, 7.8, 9.2, 11.6, 14.4, 15.6, 16, 14.7, 12, 9, 7]),
    ("Lille", 9.73, 14.7, [2.4, 2.9, 6, 8.9, 12.4, 15.3, 17.1, 17.1, 14.7, 10.4, 6.1, 3.5]),
    ("Lyon", 11.36, 18.6, [2.1, 3.3, 7.7, 10.9, 14.9, 18.5, 20.7, 20.1, 16.9, 11.4, 6.7, 3.1]),
    ("Marseille", 14.23, 17.8, [5.5, 6.6, 10, 13, 16.8, 20.8, 23.3, 22.8, 19.9, 15, 10.2, 6.9]),
    ("Paris", 11.18, 15.7, [3.4, 4.1, 7.6, 10.7, 14.3, 17.5, 19.1, 18.7, 16, 11.4, 7.1, 4.3]),
    ("Strasbourg", 9.72, 18.6, [0.4, 1.5, 5.6, 9.8, 14, 17.2, 19, 18.3, 15.1, 9.5, 4.9, 1.3]),
  ]

  /// The cosine stands in for what no layer holds; against printed months it is never 2.6 C off.
  @Test(arguments: towns.indices) func monthsFollowThePrintedOnes(town: Int) throws {
    let (_, mean, range, months) = Self.towns[town]
    let climate = try SiteClimate(annualMeanC: mean, seasonalHalfRangeC: range / 2)
    for month in 0..<12 {
      #expect(abs(climate.meanC(month: month) - months[month]) < 2.6)
    }
  }

  @Test(arguments: [-5.0, 0, 9.7, 13.3, 27], [0, 3, 8.1, 20]) func monthsAverageToTheYear(
    mean: Double, half: Double
  ) throws {
    let climate = try SiteClimate(annualMeanC: mean, seasonalHalfRangeC: half)
    var sum = 0.0
    for month in 0..<12 { sum += climate.meanC(month: month) * SiteClimate.monthDays[month] }
    #expect(abs(sum / 365 - mean) < 1e-9)
    for month in 0..<12 {
      #expect(climate.meanC(month: month) >= climate.meanC(month: 0) - 1e-12)
      #expect(climate.meanC(month: month) <= climate.meanC(month: 6) + 1e-12)
    }
    #expect(abs(climate.meanC(month: 6) - climate.meanC(month: 0) - 2 * half) < 1e-9)
    #expect(climate.meanC(month: -1) == climate.meanC(month: 11))
    #expect(climate.meanC(month: 25) == climate.meanC(month: 1))
  }

  @Test func whatIsNotGivenIsAssumedAndSaysSo() throws {
    let bare = try SiteClimate(annualMeanC: 13.3)
    #expect(bare.seasonalHalfRangeIsAssumed && bare.designDryBulbIsAssumed)
    #expect(close(bare.meanDailyMaximumC, 17.9))
    let paris = try SiteClimate(annualMeanC: 13.3, meanDailyMaximumC: 17.3, meanDailyMinimumC: 9.2)
    // 17.3 C, 8.1 more in July, 10 more on the day that the plant is made for.
    #expect(close(paris.designDryBulbC, 35.4))
    let full = try SiteClimate(annualMeanC: 13.3, seasonalHalfRangeC: 8, designDryBulbC: 38)
    #expect(!full.seasonalHalfRangeIsAssumed && !full.designDryBulbIsAssumed)
  }

  @Test func hotHoursAreAShareThatFallsWithTheLimit() throws {
    let climate = try SiteClimate(annualMeanC: 13.3, meanDailyMaximumC: 17.3, meanDailyMinimumC: 9.2)
    for month in 0..<12 {
      var last = 1.0
      for limit in stride(from: -30.0, through: 60, by: 0.5) {
        let share = climate.hotShare(month: month, aboveC: limit, spreadK: 7)
        #expect((0...1).contains(share) && share <= last)
        last = share
      }
      #expect(close(climate.hotShare(month: month, aboveC: climate.meanC(month: month), spreadK: 7), 0.5))
    }
  }

  @Test(arguments: [
    (Double.nan, 17.3, 9.2, 8.0, 35.0), (.infinity, 17.3, 9.2, 8, 35), (-40, -35, -45, 8, 35),
    (50, 55, 45, 8, 58), (13, 12, 9, 8, 35), (13, 17, 14, 8, 35), (13, .nan, 9, 8, 35), (13, 50, 9, 8, 55),
    (13, 17, -40, 8, 35), (13, 17, 9, -1, 35), (13, 17, 9, 41, 35), (13, 17, 9, .nan, 35),
    (13, 17, 9, 8, 10), (13, 17, 9, 8, 61), (13, 17, 9, 8, .nan), (13, 17, 9, 8, -.infinity),
  ])
  func nonsenseIsRefused(mean: Double, high: Double, low: Double, half: Double, design: Double) {
    #expect(throws: SizingError.self) {
      try SiteClimate(
        annualMeanC: mean, meanDailyMaximumC: high, meanDailyMinimumC: low, seasonalHalfRangeC: half,
        designDryBulbC: design)
    }
  }
}
