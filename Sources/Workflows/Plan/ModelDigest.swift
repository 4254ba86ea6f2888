// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Optimization
import Quantities

extension Model {
  /// SHA-256 of everything that decides which points satisfy the model and what they cost: hints of structure
  /// play no part.
  ///
  /// Taken of 64-bit little-endian words: sense (0 minimize, 1 maximize), columns, rows, entries, constant of
  /// the objective; for each column lower bound, upper bound, cost, 1 for integer; for each row lower bound,
  /// upper bound, number of entries, then column and coefficient of each. Numbers are IEEE 754 doubles, minus
  /// zero as zero.
  var sha256: String {
    var hash = SHA256()
    var bytes: [UInt8] = []
    func put(_ word: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    func put(_ value: Double) { put((value == 0 ? 0 : value).bitPattern) }
    func put(_ count: Int) { put(UInt64(count)) }
    put(sense == .minimize ? 0 : 1)
    put(columnCount)
    put(rowCount)
    put(entryCount)
    put(objectiveConstant)
    for column in 0..<columnCount {
      put(columnLower[column])
      put(columnUpper[column])
      put(objective[column])
      put(isInteger[column] ? 1 : 0)
    }
    for row in 0..<rowCount {
      put(rowLower[row])
      put(rowUpper[row])
      put(rowStart[row + 1] - rowStart[row])
      for entry in rowStart[row]..<rowStart[row + 1] {
        put(Int(columnIndex[entry]))
        put(coefficient[entry])
      }
    }
    hash.update(bytes[...])
    return hash.hexDigest()
  }
}
