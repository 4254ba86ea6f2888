// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Round-trip time of light in ms between a site and a hub: twice the straight distance times the route
/// factor, over the speed of light in fibre. Equipment and detours of routing come on top.
///
/// A hub is every column `exchange_<hub>_km` of the table, whatever layer gives it; it becomes
/// `latency_<hub>_rtt_ms`.
struct LatencyEstimate: EstimateRule {
  /// Speed of light in vacuum in km/ms, exact by the definition of the metre.
  static let lightKmPerMs = 299.792458

  var hub: String
  var parameters: DerivedInputParameters

  var output: DerivedAttribute { DerivedAttribute("latency_\(hub)_rtt_ms", unit: "ms") }

  /// Hubs that the table has distances to, in the order of its columns.
  static func hubs(in table: SiteTable) -> [String] {
    table.columns.compactMap { column in
      let parts = column.name.split(separator: "_", omittingEmptySubsequences: false)
      guard parts.count > 2, parts.first == "exchange", parts.last == "km" else { return nil }
      return parts.dropFirst().dropLast().joined(separator: "_")
    }
  }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    let name = "exchange_\(hub)_km"
    guard let km = table.number(name, row: row) else { return .missing("no \(name)") }
    let (route, index) = (parameters.fibreRouteFactor, parameters.fibreGroupIndex)
    return SiteValue(
      .number(Self.roundTripMs(km: km, routeFactor: route.value, groupIndex: index.value)),
      basis: .estimated,
      source: "2 x \(km) km x \(route.value) x \(index.value) / \(Self.lightKmPerMs) km/ms",
      low: Self.roundTripMs(
        km: km, routeFactor: route.low ?? route.value, groupIndex: index.low ?? index.value),
      high: Self.roundTripMs(
        km: km, routeFactor: route.high ?? route.value, groupIndex: index.high ?? index.value))
  }

  /// Round-trip time in ms, to a microsecond.
  static func roundTripMs(km: Double, routeFactor: Double, groupIndex: Double) -> Double {
    (2 * km * routeFactor * groupIndex / lightKmPerMs).rounded(decimals: 3)
  }
}
