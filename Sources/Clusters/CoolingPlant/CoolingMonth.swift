// SPDX-License-Identifier: GPL-3.0-or-later

/// A month of a cooling plant at average load.
package struct CoolingMonth: Sendable, Equatable, Codable {
  /// 1 to 12.
  package var month: Int
  /// Days of it.
  package var days: Double
  /// Mean outside temperature, C.
  package var meanC: Double
  /// PUE.
  package var pue: Double
  /// Water, l for each kWh of IT.
  package var wueLPerKWh: Double
  /// Energy at the meter, MWh.
  package var gridMWh: Double
  /// Water, m3.
  package var waterM3: Double
}
