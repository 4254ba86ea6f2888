// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the switch counts of a fabric rest on.
package enum FabricOrigin: Sendable, Equatable, Codable {
  /// A row of the maker's table.
  case published(units: Int)
  /// A row of which some numbers follow from other rows of the table.
  case derivedRow(units: Int)
  /// The rule; the table has rows for fewer and for more systems.
  case betweenRows
  /// The rule; the table has no row for as many systems.
  case beyondRows
  /// The rule; the smallest row of the table has more systems.
  case belowRows
  /// The rule; there is no table.
  case noRows

  /// Trust in the counts: that of the row, derived for a published rule, estimated without a table.
  package var basis: Basis {
    switch self {
    case .published: .published
    case .derivedRow, .betweenRows, .beyondRows, .belowRows: .derived
    case .noRows: .estimated
    }
  }

  /// The origin in words.
  package var sentence: String {
    switch self {
    case .published(let units): "published row of \(units) \(units == 1 ? "unit" : "units")"
    case .derivedRow(let units):
      "row of \(units) \(units == 1 ? "unit" : "units"), in part derived from other rows of the published table"
    case .betweenRows: "rule; the unit count lies between published rows, which are not interpolated"
    case .beyondRows: "rule beyond the published rows"
    case .belowRows: "rule; the first published row has more systems"
    case .noRows: "rule assumed; no table is published for this product"
    }
  }
}
