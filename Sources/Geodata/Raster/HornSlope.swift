// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Sites

/// Slope of the ground from the heights of a cell's eight neighbours.
///
/// With the neighbours a b c / d . f / g h i, north at the top, Horn's gradients are ((c + 2 f + i) - (a + 2
/// d + g)) / (8 width) and ((g + 2 h + i) - (a + 2 b + c)) / (8 height); the slope is the length of the
/// gradient. B. K. P. Horn, Hill shading and the reflectance map, Proceedings of the IEEE 69 (1981), 14-47. A
/// cell without eight neighbours that have values, or without a value of its own, has no slope.
struct HornSlope {
  /// How slopes are stated.
  let unit: SlopeIndicator.Unit
  /// Size of the cells.
  let size: CellSize

  /// Slopes of a rectangle of cells.
  ///
  /// - Parameters:
  ///   - heights: Heights in metres of the rectangle and one cell more on each side, row by row; NaN for
  ///     none.
  ///   - width: Columns of the rectangle.
  ///   - rows: Rows of the raster that it takes up.
  ///   - metric: How the cells lie on the ground there; nil where rows and columns run along parallels and
  ///     meridians.
  ///   - slopes: Takes the slopes row by row; NaN for none.
  func compute(
    _ heights: UnsafeBufferPointer<Double>, width: Int, rows: Range<Int>, metric: CellMetric?,
    into slopes: inout [Double]
  ) {
    let count = width * rows.count
    if slopes.count < count { slopes = [Double](repeating: .nan, count: count) }
    let stride = width + 2
    slopes.withUnsafeMutableBufferPointer { slopes in
      for row in 0..<rows.count {
        let (cellWidthM, cellHeightM) = size.metres(row: rows.lowerBound + row)
        let (across, down) = metric == nil ? (1 / (8 * cellWidthM), 1 / (8 * cellHeightM)) : (0.125, 0.125)
        for column in 0..<width {
          // The north-western neighbour.
          let a = row * stride + column
          let (d, g) = (a + stride, a + 2 * stride)
          let west = heights[a] + 2 * heights[d] + heights[g]
          let east = heights[a + 2] + 2 * heights[d + 2] + heights[g + 2]
          let north = heights[a] + 2 * heights[a + 1] + heights[a + 2]
          let south = heights[g] + 2 * heights[g + 1] + heights[g + 2]
          let (dx, dy) = ((east - west) * across, (south - north) * down)
          let rise = metric?.gradient(column: dx, row: dy) ?? (dx * dx + dy * dy).squareRoot()
          let isKnown = rise.isFinite && heights[d + 1].isFinite
          slopes[row * width + column] = isKnown ? stated(rise) : .nan
        }
      }
    }
  }

  private func stated(_ rise: Double) -> Double {
    switch unit {
    case .percent: 100 * rise
    case .degrees: atan(rise) * (180 / Double.pi)
    }
  }
}
