// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Years in which systems of a product can be put in service.
package struct ProductAvailability: FieldSet, Equatable, Codable {
  /// The first calendar year; nil where it is on sale already.
  package var firstYear: Quantity?
  /// The last calendar year; nil where no end is known.
  package var lastYear: Quantity?

  /// Always.
  package init() {}

  package static let fields: [Field<ProductAvailability>] = [
    Field(
      "first_year", \.firstYear, unit: "year", .year, whole: true,
      meaning: "First calendar year in which systems can be put in service."),
    Field(
      "last_year", \.lastYear, unit: "year", .year, whole: true,
      meaning: "Last calendar year in which systems can be put in service."),
  ]
}
