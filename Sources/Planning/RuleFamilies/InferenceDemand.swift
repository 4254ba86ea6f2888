// SPDX-License-Identifier: GPL-3.0-or-later

/// GPUs that must stand within a round-trip time of a hub.
package struct InferenceDemand: Sendable, Equatable, Codable {
  /// Hub as the planner names it; the site attribute is `latency_<hub>_rtt_ms`.
  package var hub: String
  /// Largest round-trip time in ms.
  package var latencyMs: Double
  /// GPUs wanted.
  package var gpus: YearlyLimit

  /// GPUs that must stand within a round-trip time of a hub.
  package init(hub: String, latencyMs: Double, gpus: YearlyLimit) {
    self.hub = hub
    self.latencyMs = latencyMs
    self.gpus = gpus
  }
}
