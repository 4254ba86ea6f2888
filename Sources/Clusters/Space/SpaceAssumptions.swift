// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the building rests on beside the design.
package struct SpaceAssumptions: AssumptionSet {
  /// Racks of a row.
  package var racksPerRow = Quantity(
    10, unit: "count", basis: .derived, source: "Fairwater: 1,360 kW a row of racks of 140 kW", low: 8,
    high: 16)
  /// Power at the meter of one hall.
  package var hallMW = Quantity(
    240.0 / 48.0, unit: "MW", basis: .derived,
    source:
      "Lisses, 48 rooms for 240 MW: https://www.journaldunet.com/web-tech/cloud/1506379-info-jdn-cloudhq-veut-"
      + "eriger-le-plus-grand-datacenter-de-france/", low: 2, high: 30)
  /// Power at the meter for the gross floor.
  package var grossKWPerM2 = Quantity(
    240_000.0 / 66_000.0, unit: "kW/m2", basis: .derived,
    source:
      "Lisses, 240 MW in 66,000 m2 (https://www.journaldunet.com/web-tech/cloud/1506379-info-jdn-cloudhq-veut-"
      + "eriger-le-plus-grand-datacenter-de-france/); low end La Courneuve", low: 2.1, high: 6)
  /// Least gross floor over white space.
  package var grossOverWhite = Quantity(
    2, unit: "", basis: .estimated, source: "plant and corridors as large as the halls; a planner's choice",
    low: 1.5,
    high: 4)
  /// Load that the floor bears.
  package var floorLimitKgPerM2 = Quantity(
    2_500, unit: "kg/m2", basis: .derived,
    source: "25 kN/m2, called the standard of the trade, about 50 for AI halls: "
      + "https://www.sipoch.com/en/topic/304130021139277", low: 1_500, high: 5_000)
  /// Weight of one network or storage rack.
  package var supportRackKg = Quantity(
    900, unit: "kg", basis: .estimated, source: "a full network or storage rack; a planner's choice",
    low: 500,
    high: 1_400)
  /// Price of a square metre of gross floor, to weigh the items of the building line.
  package var grossFloorEURPerM2 = Quantity(
    2_500, unit: "EUR/m2", basis: .estimated, source: "order of size only; no price list found")
  /// Price of fitting out a square metre of white space, to weigh the items of the building line.
  package var whiteSpaceEURPerM2 = Quantity(
    1_500, unit: "EUR/m2", basis: .estimated, source: "order of size only; no price list found")

  /// The defaults.
  package init() {}
}
