// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@Suite("Layers that are older than they may be")
struct LayerAgeTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  @Test(
    "A vintage ages from its end: a year from its December, a month from its last day",
    arguments: [
      // Vintage, months, last day on which it is fresh.
      ("2026", 12, (2027, 12, 31)), ("2026", 1, (2027, 1, 31)), ("2026", 2, (2027, 2, 28)),
      ("2026-07", 3, (2026, 10, 31)), ("2026-07", 5, (2026, 12, 31)), ("2026-11", 3, (2027, 2, 28)),
      ("2023-11", 3, (2024, 2, 29)), ("2026-02", 1, (2026, 3, 31)), ("2026-07-14", 3, (2026, 10, 14)),
      ("2026-07-14", 1, (2026, 8, 14)), ("2026-01-31", 1, (2026, 2, 28)), ("2026-12-31", 2, (2027, 2, 28)),
      ("2026-07-14", 600, (2076, 7, 14)),
    ])
  func due(vintage: String, months: Int, last: (Int, Int, Int)) throws {
    let fresh = try day(last.0, last.1, last.2)
    #expect(Vintage(vintage)?.due(afterMonths: months) == fresh)
    func warning(_ today: CalendarDay) -> Finding? {
      LayerAge.warning(name: "zones", vintage: vintage, refreshMonths: months, today: today)
    }
    #expect(warning(fresh) == nil)
    let next = last.1 == 12 && last.2 == 31 ? try day(last.0 + 1, 1, 1) : nil
    let after =
      try next ?? CalendarDay(year: last.0, month: last.1, day: last.2 + 1) ?? day(last.0, last.1 + 1, 1)
    #expect(warning(after) != nil)
  }

  @Test("The warning says which layer, since when, and what to do")
  func words() throws {
    let today = try day(2026, 11, 21)
    #expect(
      LayerAge.warning(name: "demand_zones", vintage: "2026-07", refreshMonths: 3, today: today)?.sentence
        == "layer 'demand_zones': vintage 2026-07 was due for refresh after 3 months, in 2026-10; "
        + "get a newer copy or raise refresh_months")
    #expect(
      LayerAge.warning(name: "a", vintage: "2026-10-20", refreshMonths: 1, today: today)?.sentence
        == "layer 'a': vintage 2026-10-20 was due for refresh after 1 month, on 2026-11-20; "
        + "get a newer copy or raise refresh_months")
    var report = LayerReport(
      declared: LayerSource(name: "b", source: "b.csv", vintage: "2017", refreshMonths: 12))
    #expect(report.ageWarning(today: today)?.message.contains("in 2018-12") == true)
    report.refreshMonths = nil
    #expect(report.ageWarning(today: today) == nil)
  }

  @Test(
    "What is no year, month or day has no age",
    arguments: [
      "", "long ago", "1991-2020", "26", "20260", "2026-7", "2026-13", "2026-00", "2026-02-29", "2026-04-31",
      "2026-07-00", "2026-07-14T10:00", "-2026", "2026-", "0000", "２０２６", "2026-07-14-1", "+026",
    ])
  func unreadable(vintage: String) throws {
    #expect(Vintage(vintage) == nil)
    let today = try day(2090, 1, 1)
    #expect(LayerAge.warning(name: "a", vintage: vintage, refreshMonths: 1, today: today) == nil)
  }

  @Test("Moments fall on the days of the calendar")
  func moments() throws {
    // From `date -u -d @N +%F`.
    for (seconds, text) in [
      (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
      (951_782_400, "2000-02-29"), (951_868_800, "2000-03-01"), (1_795_219_199, "2026-11-20"),
      (1_795_219_200, "2026-11-21"), (4_107_542_400, "2100-03-01"), (4_107_542_399, "2100-02-28"),
      (-62_135_596_800, "0001-01-01"), (253_402_300_799, "9999-12-31"), (.max, "9999-12-31"),
      (.min, "0001-01-01"),
    ] { #expect(CalendarDay(secondsSince1970: seconds).description == text, "\(seconds)") }
  }

  @Test("Every day of four centuries follows the one before")
  func everyDay() throws {
    var last = CalendarDay(secondsSince1970: -86_400)
    var wrong: [CalendarDay] = []
    for day in 0...146_097 {
      let next = CalendarDay(secondsSince1970: day * 86_400)
      let isNextDay = next.day == last.day + 1 && next.month == last.month && next.year == last.year
      let isNextMonth =
        next.day == 1 && CalendarDay(year: last.year, month: last.month, day: last.day + 1) == nil
        && (next.year * 12 + next.month) == (last.year * 12 + last.month) + 1
      let isDay = CalendarDay(year: next.year, month: next.month, day: next.day) == next
      if !isDay || !(isNextDay || isNextMonth) || last >= next { wrong.append(next) }
      last = next
    }
    #expect(wrong == [])
    #expect(last.description == "2370-01-01", "a cycle of the calendar is 400 years")
  }
}
