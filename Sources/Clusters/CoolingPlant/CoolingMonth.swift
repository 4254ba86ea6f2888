// SPDX-License-Identifier: GPL-3.0-or-later

/// A month of a cooling plant at average load.
public struct CoolingMonth: Sendable, Equatable, Codable {
  /// 1 to 12.
  public var month: Int
  /// Days of it.
  public var days: Double
  /// Mean outside temperature, C.
  public var meanC: Double
  /// PUE.
  public var pue: Double
  /// Water, l for each kWh of IT.
  public var wueLPerKWh: Double
  /// Energy at the meter, MWh.
  public var gridMWh: Double
  /// Water, m3.
  public var waterM3: Double
}
