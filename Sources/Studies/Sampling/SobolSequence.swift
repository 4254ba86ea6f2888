// SPDX-License-Identifier: GPL-3.0-or-later

/// One dimension of the Sobol sequence in Gray-code order, in 32 bits.
///
/// I. A. Antonov and V. M. Saleev, "An economic method of computing LP-tau sequences", USSR Computational
/// Mathematics and Mathematical Physics 19 (1980) 252-256; direction numbers by `SobolPolynomial`.
struct SobolDimension {
  /// How many dimensions there are direction numbers for.
  static let limit = SobolPolynomial.table.count + 1

  private let directions: [UInt32]

  /// A dimension.
  ///
  /// - Parameter dimension: From 0, the sequence of van der Corput, to `limit` - 1.
  init(_ dimension: Int) {
    guard dimension > 0 else {
      directions = (0..<32).map { 1 << (31 - UInt32($0)) }
      return
    }
    let polynomial = SobolPolynomial.table[dimension - 1]
    let degree = polynomial.initial.count
    var v = polynomial.initial.enumerated().map { index, m in m << (31 - UInt32(index)) }
    for k in degree..<32 {
      var next = v[k - degree] ^ (v[k - degree] >> UInt32(degree))
      for j in 1..<max(degree, 1) where (polynomial.coefficients >> UInt32(degree - 1 - j)) & 1 == 1 {
        next ^= v[k - j]
      }
      v.append(next)
    }
    directions = v
  }

  /// The coordinate of a point as a fraction of 2^32; point 0 is the origin.
  func bits(_ point: Int) -> UInt32 {
    let position = UInt32(truncatingIfNeeded: point)
    var gray = position ^ (position >> 1)
    var result: UInt32 = 0
    while gray != 0 {
      result ^= directions[gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    return result
  }
}
