// SPDX-License-Identifier: GPL-3.0-or-later

/// A campus for training as a planner asks for it: at least this many GPUs on one site by a year.
package struct TrainingCampusDemand: Sendable, Equatable, Codable {
  /// GPUs on the one site.
  package var gpus: Int
  /// Calendar year by whose end they are in service.
  package var by: Int
  /// Price of having no such campus, in EUR; nil for a hard demand.
  package var penaltyEUR: Double?

  /// A campus for training as a planner asks for it.
  package init(gpus: Int, by: Int, penaltyEUR: Double? = nil) {
    self.gpus = gpus
    self.by = by
    self.penaltyEUR = penaltyEUR
  }
}

/// A campus for training on the years of a problem.
package struct TrainingCampus: Sendable, Equatable, Codable {
  /// GPUs on the one site.
  package var gpus: Int
  /// Index of the planning year by whose end they are in service.
  package var year: Int
  /// Price of having no such campus, in EUR of that year; nil for a hard demand.
  package var penaltyEUR: Double?

  /// A campus for training on the years of a problem.
  package init(gpus: Int, year: Int, penaltyEUR: Double? = nil) {
    self.gpus = gpus
    self.year = year
    self.penaltyEUR = penaltyEUR
  }

  /// The demand in the last planning year that is not after its own; nil where there is none.
  package init?(_ asked: TrainingCampusDemand, years: [Int]) {
    guard let year = years.lastIndex(where: { $0 <= asked.by }) else { return nil }
    self.init(gpus: asked.gpus, year: year, penaltyEUR: asked.penaltyEUR)
  }

  /// GPUs on the largest site of a placement by the year.
  func largestCampus(of placement: Placement, in problem: SitingProblem) -> Int {
    placement.sites.map { $0.gpus(year: year, in: problem) }.max() ?? 0
  }
}
