// SPDX-License-Identifier: GPL-3.0-or-later

/// Something a reader of a cooling plant must know.
package enum CoolingNote: Sendable, Equatable, Codable {
  /// Racks of this product need more coolant than the open rack specification allows; a maker's own limit may
  /// be higher.
  case flowAboveRackSpecification(skuID: String, flowLPerMin: Double, limitLPerMin: Double)
  /// The PUE cannot rise with the temperature as asked without falling below 1 in the coldest month.
  case slopeReduced(askedPerC: Double, usedPerC: Double)
  /// The seasonal range of the site is assumed.
  case seasonAssumed(halfRangeC: Double)
  /// The design temperature of the site is assumed.
  case designTemperatureAssumed(dryBulbC: Double)
  /// Nothing is cooled by liquid: the heat leaves too cold to be given away without heat pumps.
  case noLiquid

  /// The note in plain words.
  package var sentence: String {
    let text = PlantArithmetic.text
    switch self {
    case .flowAboveRackSpecification(let skuID, let flow, let limit):
      return
        "A rack of \(skuID) needs \(text(flow)) l/min, more than the \(text(limit)) l/min of the open rack "
        + "specification; a colder supply needs less, or check the maker's own limit."
    case .slopeReduced(let asked, let used):
      return "The PUE would fall below 1 in the coldest month; it rises by \(text(used * 1_000)) instead of "
        + "\(text(asked * 1_000)) thousandths for each degree."
    case .seasonAssumed(let half):
      return "The months are assumed to swing by \(text(half)) C about the mean of the year."
    case .designTemperatureAssumed(let dryBulb):
      return "The plant is assumed to be made for \(text(dryBulb)) C outside."
    case .noLiquid:
      return "Nothing is cooled by liquid; heat leaves with the air, too cold to be used without heat pumps."
    }
  }
}
