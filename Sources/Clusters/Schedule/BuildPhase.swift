// SPDX-License-Identifier: GPL-3.0-or-later

/// A phase of a schedule: what runs from then on.
public struct BuildPhase: Sendable, Equatable, Codable {
  /// Years after the decision.
  public var yearsAfterDecision: Double
  /// Power at the meter that the site may draw by then, MW.
  public var availableMW: Double
  /// Power at the meter of the systems that run, MW.
  public var usedMW: Double
  /// Scalable units that run, an incomplete last one among them.
  public var scalableUnits: Int
  /// GPUs that run.
  public var gpus: Int
}
