// SPDX-License-Identifier: GPL-3.0-or-later

/// How the coolant flow of a system follows from its heat and the supply temperature.
package enum CoolantFlowRule: String, Sendable, Codable, CaseIterable {
  /// The return temperature stays at 54.7 C, so the flow falls as the supply gets colder.
  ///
  /// Derived from the five published points of one GB300 NVL72 rack (135 kW, 90 % to liquid; 59, 71, 89, 119
  /// and 177 l/min at 25, 30, 35, 40 and 45 C; Lenovo LP2357, table 27): all imply a return of 54.6 to 54.9
  /// C, and the rule gives each flow to within 2 %. Water is assumed; a 25 % propylene glycol mix needs about
  /// 5 % more.
  case constantReturn = "constant-return"

  /// Return temperature that the published points imply, C.
  package static let returnTemperatureC = 54.7
  /// Heat that a kilogram of water takes up, kJ/(kg K); one litre is counted as one kilogram.
  package static let specificHeatKJPerKgK = 4.18
  /// Supply temperatures the published points span, C. Outside them the rule is not used.
  package static let supplyRangeC: ClosedRange<Double> = 25...45

  /// Coolant flow in l/min for a heat in kW at a supply temperature in C: `Q * 60 / (4.18 * (54.7 - T))`.
  ///
  /// - Throws: `SizingError.supplyTemperatureOutOfRange` outside 25 to 45 C; `.notFinite` or `.negative` for
  ///   a heat that is no number or below zero.
  package func flowLPerMin(liquidKW: Double, supplyTemperatureC: Double) throws -> Double {
    guard liquidKW.isFinite else { throw SizingError.notFinite("heat to liquid in kW") }
    guard liquidKW >= 0 else { throw SizingError.negative("heat to liquid in kW", liquidKW) }
    guard Self.supplyRangeC.contains(supplyTemperatureC) else {
      throw SizingError.supplyTemperatureOutOfRange(
        supplyTemperatureC, allowed: Self.supplyRangeC, reason: "the range of the published flow points")
    }
    return liquidKW * 60 / (Self.specificHeatKJPerKgK * (Self.returnTemperatureC - supplyTemperatureC))
  }
}
