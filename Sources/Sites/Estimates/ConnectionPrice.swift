// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Whether a site can be connected at a voltage, and how far it is.
package enum ConnectionReach: Equatable {
  /// A substation of the voltage is near enough, at this straight distance in km.
  case within(km: Double)
  /// The site's own voltage is published and is another one, in kV.
  case otherVoltage(Double)
  /// No substation of the voltage is known.
  case unknown
  /// The nearest substation of the voltage lies farther than routes are considered; both in km.
  case tooFar(km: Double, maxKm: Double)
}

extension ConnectionClass {
  /// Price of a connection in EUR: bays and transformers, line, shared works.
  ///
  /// - Parameters:
  ///   - distanceKm: Straight distance to the substation, in km.
  ///   - routeFactor: Route length over straight distance.
  ///   - powerMW: Power of the connection, in MW.
  package func costEUR(distanceKm: Double, routeFactor: Double, powerMW: Double) -> Double {
    fixedEUR.value + distanceKm * routeFactor * eurPerKm.value + powerMW * eurPerMW.value
  }

  /// Whether a site can be connected at this voltage. A published voltage rules out the others and lifts the
  /// limit on the distance, since the connection then is decided. A distance that is only an upper bound
  /// excludes no site: beyond the farthest that is considered the site counts as lying that far off.
  package func reach(row: Int, in table: SiteTable) -> ConnectionReach {
    let declaredKV = table.number(.gridKV, row: row)
    if let declaredKV, Int(exactly: declaredKV.rounded()) != voltageKV { return .otherVoltage(declaredKV) }
    let attribute = voltageKV == 400 ? SiteAttribute.substation400Km : .substation225Km
    let value = table.value(attribute.rawValue, row: row)
    guard let km = value.number else { return .unknown }
    if value.isUpperBound { return .within(km: min(km, maxKm.value)) }
    return declaredKV != nil || km <= maxKm.value ? .within(km: km) : .tooFar(km: km, maxKm: maxKm.value)
  }
}
