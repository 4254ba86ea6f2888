// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the schedule rests on beside the design. Years count from the decision to build.
/// What each figure is, and where it is from, stands in `Defaults/schedule.toml`.
package struct ScheduleAssumptions: AssumptionSet {
  package var connectionYears = Quantity.unread
  package var fastTrackYears = Quantity.unread
  package var transformerWeeks = Quantity.unread
  package var orderMonths = Quantity.unread
  package var permitMonths = Quantity.unread
  package var constructionMonths = Quantity.unread
  package var remainingShare = Quantity.unread
  package var systemMonths = Quantity.unread
  package var commissioningMonths = Quantity.unread
  package var firstPhaseMW = Quantity.unread
  package var rampMWPerYear = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<ScheduleAssumptions>(
    "schedule", PackageResources.schedule_toml,
    [
      "connection_years": \.connectionYears,
      "fast_track_years": \.fastTrackYears,
      "transformer_weeks": \.transformerWeeks,
      "order_months": \.orderMonths,
      "permit_months": \.permitMonths,
      "construction_months": \.constructionMonths,
      "remaining_share": \.remainingShare,
      "system_months": \.systemMonths,
      "commissioning_months": \.commissioningMonths,
      "first_phase_mw": \.firstPhaseMW,
      "ramp_mw_per_year": \.rampMWPerYear,
    ])
}
