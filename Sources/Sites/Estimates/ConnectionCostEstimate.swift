// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Price in EUR of connecting a site at one voltage with a reference power, by the formula that plans use: a
/// column that compares places whatever the power of each site. Missing where the voltage is out of reach,
/// with the reason.
struct ConnectionCostEstimate: EstimateRule {
  var option: ConnectionClass
  var routeFactor: Quantity
  var referenceMW: Quantity

  var output: DerivedAttribute {
    DerivedAttribute("connection_\(option.voltageKV)kv_cost_eur", unit: "EUR")
  }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    let kilovolts = option.voltageKV
    switch option.reach(row: row, in: table) {
    case .otherVoltage(let declared):
      return .missing("the site's voltage is known: \(NumberText.plain(declared)) kV")
    case .unknown:
      return .missing("no \(kilovolts) kV substation known")
    case .tooFar(let km, let maxKm):
      return .missing(
        "\(kilovolts) kV at \(NumberText.plain(DistanceText.rounded(km, beyond: maxKm))) km, at most \(NumberText.plain(maxKm)) km considered"
      )
    case .within(let km):
      let cost = option.costEUR(
        distanceKm: km, routeFactor: routeFactor.value, powerMW: referenceMW.value)
      let terms = [
        "\(NumberText.plain(option.fixedEUR.value)) EUR",
        "\(NumberText.plain(km)) km x \(NumberText.plain(routeFactor.value)) x \(NumberText.plain(option.eurPerKm.value)) EUR/km",
        "\(NumberText.plain(referenceMW.value)) MW x \(NumberText.plain(option.eurPerMW.value)) EUR/MW",
      ]
      return SiteValue(
        .number(Self.toCents(cost)), basis: .estimated, source: terms.joined(separator: " + "),
        low: Self.toCents(end(km: km, \.low)), high: Self.toCents(end(km: km, \.high)))
    }
  }

  /// The cost with every price at one end of its band; the power is the same, so that the band is one of
  /// prices.
  private func end(km: Double, _ end: KeyPath<Quantity, Double?>) -> Double {
    func taken(_ figure: Quantity) -> Double { figure[keyPath: end] ?? figure.value }
    return taken(option.fixedEUR) + km * taken(routeFactor) * taken(option.eurPerKm)
      + referenceMW.value * taken(option.eurPerMW)
  }

  /// An amount in EUR without the noise of its sum.
  private static func toCents(_ value: Double) -> Double { value.rounded(decimals: 2) }
}
