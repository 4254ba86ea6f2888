// SPDX-License-Identifier: GPL-3.0-or-later

/// What a reader of a ledger must know.
package enum LedgerNote: Sendable, Equatable, Codable {
  /// Systems, network with storage, and building are budgets from prices per system and per MW; the split
  /// into lines is assumed.
  case linesSplitABudget
  /// The connection is a fixed part and a quota per MW, without the line to the grid, whose length is not
  /// known here.
  case connectionWithoutLine
  /// The fixed part of the connection was taken in proportion, as the site is smaller than this, MW.
  case smallConnection(fullCostFromMW: Double)
  /// The price of electricity has no grid tariff in it.
  case energyWithoutGridTariff
  /// The cost of a GPU-hour holds the annuity of the systems, so the money set aside to renew them is not
  /// added to it.
  case refreshNotInGPUHour

  /// The note in plain words.
  package var sentence: String {
    switch self {
    case .linesSplitABudget:
      "Systems, network with storage, and the building are budgets; their split into lines is an assumption."
    case .connectionWithoutLine:
      "The connection is a fixed part and a quota per MW; the line to the grid is not in it."
    case .smallConnection(let fullCostFromMW):
      "The site needs less than \(PlainWords.number(fullCostFromMW)) MW, so the fixed part of its connection was taken in "
        + "proportion to its power."
    case .energyWithoutGridTariff: "The price of electricity is without grid tariff."
    case .refreshNotInGPUHour:
      "The cost of a GPU-hour pays for the systems once, by their annuity; the yearly sum set aside to renew them is not "
        + "added to it."
    }
  }
}
