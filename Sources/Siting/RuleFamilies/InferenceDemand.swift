// SPDX-License-Identifier: GPL-3.0-or-later

/// GPUs that must stand within a round-trip time of a hub.
public struct InferenceDemand: Sendable, Equatable, Codable {
  /// Hub as the planner names it; the site attribute is `latency_<hub>_rtt_ms`.
  public var hub: String
  /// Largest round-trip time in ms.
  public var latencyMs: Double
  /// GPUs wanted.
  public var gpus: YearlyLimit

  /// GPUs that must stand within a round-trip time of a hub.
  public init(hub: String, latencyMs: Double, gpus: YearlyLimit) {
    self.hub = hub
    self.latencyMs = latencyMs
    self.gpus = gpus
  }
}
