// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The products that clusters can be built from: checked, unique, sorted by id.
package struct HardwareCatalogue: Sendable, Equatable {
  /// The products in order of their ids.
  package let skus: [HardwareSKU]

  /// A catalogue of products in any order.
  ///
  /// - Throws: `CatalogueError.empty`, `.duplicateID`, or `.invalid` with every fault of every product.
  package init(_ skus: [HardwareSKU]) throws {
    guard !skus.isEmpty else { throw CatalogueError.empty }
    let sorted = skus.sorted { $0.id < $1.id }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.id == second.id {
      throw CatalogueError.duplicateID(first.id)
    }
    let findings = sorted.flatMap { $0.findings() }
    guard findings.isEmpty else { throw CatalogueError.invalid(findings) }
    self.skus = sorted
  }

  /// The products with their prices at a level.
  package func priced(at level: PriceLevel) -> HardwareCatalogue {
    var skus = self.skus
    for index in skus.indices { skus[index].price = skus[index].price.takingMiddle(of: level) }
    return HardwareCatalogue(checked: skus)
  }

  /// Products that passed their checks, in order of their ids.
  private init(checked skus: [HardwareSKU]) { self.skus = skus }

  /// The ids in order.
  package var ids: [String] { skus.map(\.id) }

  /// The product with an id.
  ///
  /// - Throws: `CatalogueError.unknownSKU`, which names the nearest id.
  package func sku(_ id: String) throws -> HardwareSKU {
    if let sku = skus.first(where: { $0.id == id }) { return sku }
    throw unknown(id)
  }

  /// The error for an id that no product has.
  func unknown(_ id: String) -> CatalogueError {
    CatalogueError.unknownSKU(id, nearest: nearestName(to: id, among: ids), known: ids)
  }
}
