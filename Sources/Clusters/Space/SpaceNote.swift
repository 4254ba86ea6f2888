// SPDX-License-Identifier: GPL-3.0-or-later

/// Something a reader of a building must know.
package enum SpaceNote: Sendable, Equatable, Codable {
  /// The racks press more on their footprint than the floor bears, kg/m2.
  case floorLoadAboveLimit(loadKgPerM2: Double, limitKgPerM2: Double)
  /// A product publishes no weight, so no floor load is known.
  case weightNotPublished(skuID: String)
  /// The halls are so dense that the white space, not the power, sets the gross floor.
  case whiteSpaceSetsGrossFloor
  /// The building stands on more than the land of the design, ha.
  case floorAboveLand(grossFloorHa: Double, landHa: Double)

  /// The note in plain words.
  package var sentence: String {
    let text = PlantArithmetic.text
    switch self {
    case .floorLoadAboveLimit(let load, let limit):
      return
        "The racks press \(text(load)) kg/m2 on their footprint, the floor bears \(text(limit)): spread the load or "
        + "strengthen the floor."
    case .weightNotPublished(let skuID):
      return "No weight of \(skuID) is published, so no floor load is known."
    case .whiteSpaceSetsGrossFloor:
      return
        "The racks need more floor than the power per square metre of built sites gives; the white space counts."
    case .floorAboveLand(let floor, let land):
      return
        "The floor of \(text(floor)) ha is more than the \(text(land)) ha of land: build on several storeys."
    }
  }
}
