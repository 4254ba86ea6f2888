// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the building rests on beside the design.
/// What each figure is, and where it is from, stands in `Defaults/space.toml`.
package struct SpaceAssumptions: AssumptionSet {
  package var racksPerRow = Quantity.unread
  package var hallMW = Quantity.unread
  package var grossKWPerM2 = Quantity.unread
  package var grossOverWhite = Quantity.unread
  package var floorLimitKgPerM2 = Quantity.unread
  package var supportRackKg = Quantity.unread
  package var grossFloorEURPerM2 = Quantity.unread
  package var whiteSpaceEURPerM2 = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<SpaceAssumptions>(
    "space", PackageResources.space_toml,
    [
      "racks_per_row": \.racksPerRow,
      "hall_mw": \.hallMW,
      "gross_kw_per_m2": \.grossKWPerM2,
      "gross_over_white": \.grossOverWhite,
      "floor_limit_kg_per_m2": \.floorLimitKgPerM2,
      "support_rack_kg": \.supportRackKg,
      "gross_floor_eur_per_m2": \.grossFloorEURPerM2,
      "white_space_eur_per_m2": \.whiteSpaceEURPerM2,
    ])
}
