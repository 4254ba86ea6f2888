// SPDX-License-Identifier: GPL-3.0-or-later

public import Figures

/// How the heat of one system leaves it.
public struct SystemCooling: Sendable, Equatable, Codable {
  /// Share of the system's heat that goes to liquid, 0 to 1; the rest goes to air.
  public var liquidShare: Figure
  /// Lowest allowed coolant supply temperature, C; nil for air-cooled systems or if not published.
  public var supplyMinimumC: Figure?
  /// Highest allowed coolant supply temperature, C; nil for air-cooled systems or if not published.
  public var supplyMaximumC: Figure?
  /// How the coolant flow is computed; nil for air-cooled systems.
  public var flowRule: CoolantFlowRule?

  /// How the heat of one system leaves it.
  public init(
    liquidShare: Figure, supplyMinimumC: Figure? = nil, supplyMaximumC: Figure? = nil,
    flowRule: CoolantFlowRule? = nil
  ) {
    self.liquidShare = liquidShare
    self.supplyMinimumC = supplyMinimumC
    self.supplyMaximumC = supplyMaximumC
    self.flowRule = flowRule
  }
}
