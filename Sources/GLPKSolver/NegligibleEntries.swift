// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// Entries of a matrix that no point within the bounds can make felt, such as a share of 1e-200: GLPK's
/// scaling follows them, ends in a fatal error or takes the wrong rows for contradictions. They are left out,
/// and the sides of their row are widened by the most that they could come to, so every point of the model
/// stays one and every bound holds. What is found is compared with the whole model, as always.
enum NegligibleEntries {
  /// Most that an entry may come to, relative to max(1, |side|) of its row. A point satisfies a row within
  /// 1e-6 of that.
  private static let part = 1e-12
  /// Widening that is less than the rounding of the side itself is none: an equation stays one.
  private static let rounding = 1e-15

  /// Leaves negligible entries out of the rows of a problem.
  static func leaveOut(of arrays: inout ProblemArrays) {
    // Arrays that do not fit each other are refused where they are loaded.
    guard arrays.faults(limit: 1).isEmpty else { return }
    var largest: [Double] = []
    for column in 0..<arrays.columnCount {
      largest.append(max(arrays.columnLower[column].magnitude, arrays.columnUpper[column].magnitude))
    }
    var starts = [0]
    var columns: [Int32] = []
    var coefficients: [Double] = []
    columns.reserveCapacity(arrays.coefficient.count)
    coefficients.reserveCapacity(arrays.coefficient.count)
    for row in 0..<arrays.rowLower.count {
      let scale = scale(arrays.rowLower[row], arrays.rowUpper[row])
      var (least, most) = (0.0, 0.0)
      for entry in arrays.rowStart[row]..<arrays.rowStart[row + 1] {
        let column = Int(arrays.columnIndex[entry])
        let value = arrays.coefficient[entry]
        // Entries of columns that are fixed at 0 stay, unless their size alone would lead the scaling astray.
        let reach = value.magnitude * (largest[column] == 0 ? 1 : largest[column])
        if reach <= part * scale {
          let ends = (value * arrays.columnLower[column], value * arrays.columnUpper[column])
          least += min(ends.0, ends.1)
          most += max(ends.0, ends.1)
        } else {
          columns.append(arrays.columnIndex[entry])
          coefficients.append(value)
        }
      }
      starts.append(coefficients.count)
      // What was left out lies between `least` and `most`.
      if max(least.magnitude, most.magnitude) > rounding * scale {
        arrays.rowLower[row] -= most
        arrays.rowUpper[row] -= least
      }
    }
    arrays.rowStart = starts
    arrays.columnIndex = columns
    arrays.coefficient = coefficients
  }

  private static func scale(_ lower: Double, _ upper: Double) -> Double {
    max(1, lower.isFinite ? lower.magnitude : 0, upper.isFinite ? upper.magnitude : 0)
  }
}
