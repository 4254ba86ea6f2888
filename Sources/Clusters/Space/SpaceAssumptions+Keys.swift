// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension SpaceAssumptions {
  package static let name = "space"

  package static let fields: [Field<SpaceAssumptions>] = [
    Field("racks_per_row", \.racksPerRow, 1...200, whole: true),
    Field("hall_mw", \.hallMW, 0.1...1_000),
    Field("gross_kw_per_m2", \.grossKWPerM2, 0.1...100),
    Field("gross_over_white", \.grossOverWhite, 1...20),
    Field("floor_limit_kg_per_m2", \.floorLimitKgPerM2, 100...20_000),
    Field("support_rack_kg", \.supportRackKg, 50...5_000),
    Field("gross_floor_eur_per_m2", \.grossFloorEURPerM2, 0...1_000_000),
    Field("white_space_eur_per_m2", \.whiteSpaceEURPerM2, 0...1_000_000),
  ]
}
