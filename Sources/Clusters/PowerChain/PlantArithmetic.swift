// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Small arithmetic that the parts of the plant share.
enum PlantArithmetic {
  /// Whole units of a size that together bear a load: rounded up, at least zero. The tolerance keeps a load
  /// that is an exact multiple from asking for one more; the clamp keeps any load from overflowing the count.
  static func units(for load: Double, of size: Double) -> Int {
    guard load > 0, size > 0 else { return 0 }
    let units = (load / size * (1 - 1e-9)).rounded(.up)
    return Int(min(max(units, 1), 1e9))
  }

  /// A count out of a figure, 0 to a thousand million; zero for what is no number.
  static func count(_ value: Double) -> Int { value > 0 ? Int(min(value, 1e9)) : 0 }

  /// Units with one spare for every group of a size begun; a group of zero or less has no spare.
  static func withSpares(_ units: Int, group: Int) -> Int {
    guard units > 0, group > 0 else { return units }
    // Overflow-free rounding up.
    return units + (units - 1) / group + 1
  }

  /// Where the product of a share stands among those given; an index, since a product is large to copy.
  ///
  /// - Throws: `CatalogueError.unknownSKU`.
  static func index(of id: String, among skus: [HardwareSKU]) throws -> Int {
    for index in skus.indices where skus[index].id == id { return index }
    let ids = skus.map(\.id)
    throw CatalogueError.unknownSKU(id, nearest: nearestName(to: id, among: ids), known: ids)
  }

  /// A number for a sentence: no decimals from 100 on, one from 10 on, two below, without trailing zeros.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let scale: Double = abs(value) >= 100 ? 1 : abs(value) >= 10 ? 10 : 100
    let scaled = (abs(value) * scale).rounded()
    var whole = String(Int(scaled / scale))
    let rest = Int(scaled) % Int(scale)
    if rest > 0 {
      var digits = String(rest)
      while digits.count < (scale == 10 ? 1 : 2) { digits = "0" + digits }
      while digits.hasSuffix("0") { digits.removeLast() }
      whole += "." + digits
    }
    return (value < 0 && whole != "0" ? "-" : "") + whole
  }
}
