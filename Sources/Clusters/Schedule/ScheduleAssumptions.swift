// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the schedule rests on beside the design. Years count from the decision to build.
package struct ScheduleAssumptions: AssumptionSet {
  /// Years to an ordinary connection.
  package var connectionYears = Quantity(
    4, unit: "years", basis: .derived,
    source:
      "middle of the 3 to 5 years that RTE names, some projects 7: https://www.techniques-ingenieur.fr/actualite/"
      + "articles/les-operateurs-de-datacenters-font-face-a-des-delais-de-raccordement-qui-sallongent-156141/",
    low: 3,
    high: 7)
  /// Years to a connection by the fast track at 400 kV.
  package var fastTrackYears = Quantity(
    3, unit: "years", basis: .derived,
    source:
      "horizon 2028 to 2029 of a procedure of May 2025: https://www.cre.fr/actualites/toute-lactualite/la-cre-"
      + "approuve-la-procedure-de-raccordement-fast-track-pour-raccorder-les-sites-de-consommation-de-grande-"
      + "puissance-au-reseau-tres-haute-tension-400-kv-de-rte.html", low: 2.5, high: 4.5)
  /// Weeks from the order of a high-voltage transformer to its delivery.
  package var transformerWeeks = Quantity(
    128, unit: "weeks", basis: .published,
    source:
      "mean of a survey of the second quarter of 2025: https://cybernative.ai/t/power-transformer-lead-times-are-"
      + "128-weeks-and-the-data-center-story-is-too-thin/39163?tl=en", low: 104, high: 208)
  /// Months from the decision to the order of the transformers.
  package var orderMonths = Quantity(
    3, unit: "months", basis: .estimated, source: "tender and order; a planner's choice", low: 0, high: 12)
  /// Months from the decision to the start of construction.
  package var permitMonths = Quantity(
    12, unit: "months", basis: .estimated,
    source: "design, environmental opinion and permit in France; a planner's choice", low: 6, high: 24)
  /// Months of construction of the first phase.
  package var constructionMonths = Quantity(
    18, unit: "months", basis: .derived,
    source:
      "middle of 14 to 22 for one large building, 18 to 30 for a campus: https://www.cortexconstruct.com/blog/"
      + "how-long-does-it-take-to-build-a-data-center", low: 14, high: 30)
  /// Months from a finished building with power to its first operation.
  package var commissioningMonths = Quantity(
    5, unit: "months", basis: .derived,
    source:
      "150 days from roof to operation: https://thebeat.tech/articles/hyperscalers-accelerate-gigawatt-scale-"
      + "data-center-construction-to-under-2-years", low: 3, high: 9)
  /// Power at the meter of the first phase at most.
  package var firstPhaseMW = Quantity(
    240, unit: "MW", basis: .derived, source: "Fouju, 240 MW at the end of 2027", low: 50, high: 240)
  /// Power at the meter that every further year adds at most.
  package var rampMWPerYear = Quantity(
    230, unit: "MW/year", basis: .derived,
    source: "Fouju, from 240 MW at the end of 2027 to 700 at the end of 2029",
    low: 100, high: 300)

  /// The defaults.
  package init() {}
}

extension ScheduleAssumptions {
  package static let name = "schedule"

  package static let fields: [Field<ScheduleAssumptions>] = [
    Field("connection_years", \.connectionYears, 0...20),
    Field("fast_track_years", \.fastTrackYears, 0...20),
    Field("transformer_weeks", \.transformerWeeks, 0...520),
    Field("order_months", \.orderMonths, 0...120),
    Field("permit_months", \.permitMonths, 0...120),
    Field("construction_months", \.constructionMonths, 0...120),
    Field("commissioning_months", \.commissioningMonths, 0...60),
    Field("first_phase_mw", \.firstPhaseMW, 1...5_000),
    Field("ramp_mw_per_year", \.rampMWPerYear, 10...5_000),
  ]
}
