// SPDX-License-Identifier: GPL-3.0-or-later

/// A phase of a schedule: what runs from then on.
package struct BuildPhase: Sendable, Equatable, Codable {
  /// Years after the decision.
  package var yearsAfterDecision: Double
  /// Power at the meter that the site may draw by then, MW.
  package var availableMW: Double
  /// Power at the meter of the systems that run, MW.
  package var usedMW: Double
  /// Scalable units that run, an incomplete last one among them.
  package var scalableUnits: Int
  /// GPUs that run.
  package var gpus: Int

  /// What runs from a time on.
  package init(
    yearsAfterDecision: Double, availableMW: Double, usedMW: Double, scalableUnits: Int, gpus: Int
  ) {
    self.yearsAfterDecision = yearsAfterDecision
    self.availableMW = availableMW
    self.usedMW = usedMW
    self.scalableUnits = scalableUnits
    self.gpus = gpus
  }
}
