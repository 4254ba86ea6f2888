// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a cluster delivers over a year in which the power it may draw changes from month to month.
package struct DeratedYear: Sendable, Equatable, Codable {
  /// One month.
  package struct Month: Sendable, Equatable, Codable {
    /// 1 for January.
    package let number: Int
    /// Hours of the month.
    package let hours: Double
    /// Power at the meter over IT power.
    package let pue: Double
    /// What runs.
    package let derating: Derating
    /// GPU-hours that run.
    package let gpuHours: Double
  }

  /// The months from January to December.
  package let months: [Month]
  /// GPU-hours that run in the year.
  package let gpuHoursPerYear: Double
  /// GPU-hours of the year without derating.
  package let fullGPUHoursPerYear: Double

  /// GPU-hours that run over those of a year without derating.
  package var share: Double { gpuHoursPerYear / fullGPUHoursPerYear }

  /// Days of the months of a year of 365 days.
  package static let daysByMonth: [Double] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// The year of a cluster.
  ///
  /// - Parameters:
  ///   - design: The cluster.
  ///   - availableMWByMonth: Twelve powers that the site may draw, MW at the meter, from January on; at least
  ///     zero.
  ///   - pueByMonth: Twelve values from January on.
  ///   - meterLossShare: As in `SiteConditions`.
  ///   - assumptions: Checked by the caller (`findings()`).
  /// - Throws: `SizingError.outOfRange` for a list that has not twelve values, and as `Derating.at`.
  package init(
    design: ClusterDesign, availableMWByMonth: [Double], pueByMonth: [Double], meterLossShare: Double = 0,
    assumptions: PerformanceAssumptions = PerformanceAssumptions()
  ) throws {
    try SizingError.checkGPUs(design.gpus)
    try SizingError.check("number of monthly powers", Double(availableMWByMonth.count), in: 12...12)
    try SizingError.check("number of monthly pue values", Double(pueByMonth.count), in: 12...12)
    var months: [Month] = []
    months.reserveCapacity(12)
    var sum = 0.0
    for index in 0..<12 {
      let derating = try Derating.at(
        availableMW: availableMWByMonth[index], design: design, pue: pueByMonth[index],
        meterLossShare: meterLossShare, assumptions: assumptions)
      let hours = Self.daysByMonth[index] * 24
      let gpuHours = Double(derating.gpus) * hours
      sum += gpuHours
      months.append(
        Month(number: index + 1, hours: hours, pue: pueByMonth[index], derating: derating, gpuHours: gpuHours)
      )
    }
    self.months = months
    gpuHoursPerYear = sum
    fullGPUHoursPerYear = Double(design.gpus) * ClusterDesign.hoursPerYear
  }
}
