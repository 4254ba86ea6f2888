// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// One way to connect a site: a voltage with its prices, limits and lead times.
package struct ConnectionClass: FieldSet, Equatable, Codable {
  /// Nominal voltage in kV: 225 or 400.
  package var voltageKV: Int
  /// Largest power one connection of this voltage gives a site, in MW.
  package var maxMW: Quantity
  /// Longest route considered, in km.
  package var maxKm: Quantity
  /// Price of bays and transformers, in EUR a connection.
  package var fixedEUR: Quantity
  /// Price of the line, in EUR per km of route.
  package var eurPerKm: Quantity
  /// Price of shared works, in EUR per MW of connection.
  package var eurPerMW: Quantity
  /// Years from the base year until energisation where no year is published.
  package var leadTimeYears: Quantity

  /// One way to connect a site.
  package init(
    voltageKV: Int, maxMW: Quantity = .unstated, maxKm: Quantity = .unstated, fixedEUR: Quantity = .unstated,
    eurPerKm: Quantity = .unstated,
    eurPerMW: Quantity = .unstated, leadTimeYears: Quantity = .unstated
  ) {
    self.voltageKV = voltageKV
    self.maxMW = maxMW
    self.maxKm = maxKm
    self.fixedEUR = fixedEUR
    self.eurPerKm = eurPerKm
    self.eurPerMW = eurPerMW
    self.leadTimeYears = leadTimeYears
  }

  package static let fields: [Field<ConnectionClass>] = [
    Field(
      "max_mw", \.maxMW, unit: "MW", .positive(upTo: 20_000),
      meaning: "Largest power that one connection of this voltage gives a site."),
    Field(
      "max_km", \.maxKm, unit: "km", .upTo(1_000),
      meaning: "Longest straight distance to a substation of this voltage that is considered."),
    Field(
      "fixed_eur", \.fixedEUR, unit: "EUR", .upTo(1e11),
      meaning: "Price of bays and transformers of one connection."),
    Field(
      "eur_per_km", \.eurPerKm, unit: "EUR/km", .upTo(1e9),
      meaning: "Price of the line for each km of route."),
    Field(
      "eur_per_mw", \.eurPerMW, unit: "EUR/MW", .upTo(1e9),
      meaning: "Price of shared works for each MW of the connection."),
    Field(
      "lead_time_years", \.leadTimeYears, unit: "years", .upTo(30),
      meaning: "Years from grid.base_year until energisation, where no year is published."),
  ]
}
