// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel
import Quantities
import Sites

/// When a site can be in service on one connection or another, by what is published of its project.
struct SiteCalendar {
  var table: SiteTable
  var row: Int
  var parameters: SitingParameters
  var schedule: ScheduleAssumptions

  private var decision: Double { parameters.horizon.decisionDate.decimalYear }

  /// How far the project has come; an idea where nothing is known.
  private var stage: ProjectStage {
    table.text(.projectStage, row: row).flatMap(ProjectStage.init(rawValue:)) ?? .idea
  }

  private func calendar(_ connection: SiteReadiness.Connection) -> BuildCalendar {
    BuildCalendar(
      SiteReadiness(
        stage: stage, hasTransformers: table.text(.transformersOnSite, row: row) == "yes",
        connection: connection),
      assumptions: schedule)
  }

  /// The way to the first operation on the connection that is there.
  var existing: BuildCalendar { calendar(.dated(years: 0)) }

  /// The way to the first operation on a new connection, and what kind of connection it is.
  func new(_ option: ConnectionClass) -> (ConnectionKind, BuildCalendar) {
    let isFastTrack = table.text(.status, row: row) == "fast-track" && option.voltageKV == 400
    if let years = datedYears {
      return (isFastTrack ? .fastTrack : .dated, calendar(.dated(years: years)))
    }
    return (.newLine, calendar(.requested(years: option.leadTimeYears.value)))
  }

  /// Years from the decision to the connection that is announced, agreed or set by the fast track; nil where
  /// there is no such date. A year without a month counts from its middle, a month from its end.
  private var datedYears: Double? {
    let isFilled = table.value(SiteAttribute.connectionYear.rawValue, row: row).isFilled
    guard !isFilled || table.text(.status, row: row) == "fast-track",
      let year = table.number(.connectionYear, row: row).flatMap(Self.year)
    else { return nil }
    let month = isFilled ? nil : table.number(.connectionMonth, row: row)
    return max(0, Double(year) + (month.map { $0 / 12 } ?? 0.5) - decision)
  }

  /// The calendar year in which the first systems run: what is ready on 1 January belongs to the year that
  /// begins.
  func year(_ calendar: BuildCalendar) -> Int {
    // A rounding error must not push the end of a year into the year before.
    let end = decision + calendar.firstOperationYears + 1e-9
    return end < 9_999 ? Int(end.rounded(.down)) : .max
  }

  /// A calendar year, a fraction counting as the next one; nil for what is no year of this age.
  static func year(_ value: Double) -> Int? {
    (1_900...2_200).contains(value) ? Int(value.rounded(.up)) : nil
  }
}
