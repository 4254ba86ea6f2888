// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Sizes clusters of the products of a catalogue.
///
/// One sizer serves the optimiser (`option`), the plan (`design`) and the user who asks for a single cluster
/// (`sizing`), so the three agree.
package struct ClusterSizer: Sendable {
  /// The products, their prices at the price level.
  package let catalogue: HardwareCatalogue
  /// The numbers beside the catalogue, prices at the price level.
  package let assumptions: SizingAssumptions
  /// Which end of the bands of prices is counted at.
  package let priceLevel: PriceLevel
  /// One for each product of the catalogue, in its order.
  let units: [UnitArithmetic]
  /// `assumptions.named()`, made once.
  let named: [NamedQuantity]

  /// A sizer.
  ///
  /// - Throws: `SizingError.invalidAssumptions` with every fault.
  package init(
    catalogue: HardwareCatalogue, assumptions: SizingAssumptions = .defaults, priceLevel: PriceLevel = .mid
  ) throws {
    let findings = assumptions.findings()
    guard findings.isEmpty else { throw SizingError.invalidAssumptions(findings) }
    let catalogue = catalogue.priced(at: priceLevel)
    let assumptions = assumptions.priced(at: priceLevel)
    self.catalogue = catalogue
    self.assumptions = assumptions
    self.priceLevel = priceLevel
    units = catalogue.skus.map { UnitArithmetic(sku: $0, assumptions: assumptions) }
    named = assumptions.named()
  }

  /// One scalable unit of a product, the block that an optimiser counts.
  ///
  /// - Throws: `CatalogueError.unknownSKU`.
  package func option(skuID: String) throws -> ClusterOption { try arithmetic(skuID).option() }

  /// The cluster of whole scalable units at a site. Blocks of the same product are added up; empty ones are
  /// dropped.
  ///
  /// A design that needs more than the site's connection or land is returned all the same, with a note: the
  /// caller decides.
  ///
  /// - Throws: `CatalogueError.unknownSKU`; `SizingError` for no blocks, a negative or huge count, or
  ///   conditions out of range.
  package func design(blocks: [ClusterBlock], conditions: SiteConditions) throws -> ClusterDesign {
    var units: [String: Int] = [:]
    for block in blocks {
      guard block.scalableUnits >= 0 else {
        throw SizingError.negative(
          "number of scalable units of \(block.skuID)", Double(block.scalableUnits))
      }
      try SizingError.check(
        "number of scalable units of \(block.skuID)", Double(block.scalableUnits),
        in: 0...Double(SizingError.maximumGPUs))
      units[block.skuID, default: 0] += block.scalableUnits
    }
    var parts: [(unit: UnitArithmetic, systems: Int)] = []
    for (skuID, count) in units.sorted(by: { $0.key < $1.key }) {
      let unit = try arithmetic(skuID)
      guard count > 0 else { continue }
      parts.append((unit, count * unit.systemsPerUnit))
    }
    return try design(of: parts, conditions: conditions)
  }

  func arithmetic(_ skuID: String) throws -> UnitArithmetic {
    for unit in units where unit.sku.id == skuID { return unit }
    throw catalogue.unknown(skuID)
  }
}
