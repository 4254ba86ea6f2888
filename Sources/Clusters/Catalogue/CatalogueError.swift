// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Why a hardware catalogue cannot be made or does not answer.
package enum CatalogueError: Error, Equatable, CustomStringConvertible {
  /// No product at all.
  case empty
  /// Two products with one id.
  case duplicateID(String)
  /// Products with unusable figures; every fault is listed.
  case invalid([Finding])
  /// No product has this id; `nearest` is the id most likely meant, `known` all ids.
  case unknownSKU(String, nearest: String?, known: [String])

  package var description: String {
    switch self {
    case .empty: "the hardware catalogue holds no product; add at least one hardware file"
    case .duplicateID(let id):
      "the hardware catalogue holds two products with the id '\(id)'; give each file its own sku.id"
    case .invalid(let findings): findings.map(\.description).joined(separator: "\n")
    case .unknownSKU(let id, let nearest?, _):
      "unknown hardware '\(id)'; did you mean '\(nearest)'?"
    case .unknownSKU(let id, nil, let known):
      "unknown hardware '\(id)'; the catalogue holds \(known.joined(separator: ", "))"
    }
  }
}
