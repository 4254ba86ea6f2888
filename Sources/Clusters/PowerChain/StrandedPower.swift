// SPDX-License-Identifier: GPL-3.0-or-later

/// Power of a connection that a cluster does not draw.
package struct StrandedPower: Sendable, Equatable, Codable {
  /// Power of the connection, MW.
  package var connectionMW: Double
  /// What the cluster leaves, MW; zero where it needs more than there is.
  package var unusedMW: Double
  /// The smallest scalable unit of the design at the meter, MW.
  package var unitMW: Double
  /// Whole units that would still fit.
  package var unitsThatFit: Int

  /// Part of `unusedMW` that whole units could use and that is kept back, MW.
  package var keptBackMW: Double { Double(unitsThatFit) * unitMW }
  /// Part of `unusedMW` that is too small for a unit, MW.
  package var tooSmallMW: Double { max(0, unusedMW - keptBackMW) }

  /// What a cluster leaves of a connection.
  init(connectionMW: Double, gridMW: Double, unitMW: Double) {
    self.connectionMW = connectionMW
    self.unitMW = unitMW
    unusedMW = max(0, connectionMW - gridMW)
    unitsThatFit = unitMW > 0 ? Int(min(1e9, (unusedMW / unitMW * (1 + 1e-9)).rounded(.down))) : 0
  }
}
