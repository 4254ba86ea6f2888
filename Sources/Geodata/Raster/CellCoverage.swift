// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of each cell of a grid lies in a zone, exact to the last digits of floating point.
///
/// The fraction of a cell that lies in a polygon is a sum over the polygon's edges alone. Take the part of an
/// edge that runs through one row of cells and climbs by h on the way. To the right of it every cell of the
/// row gains h (an edge that runs down takes it away); a cell that the edge passes through gains h times the
/// mean distance from the edge to its right side. Summed over closed rings this is the area of the cell
/// inside. So each edge leaves two numbers in a cell it passes (what the cell gains, and what more all cells
/// to its right gain), and one running sum along each row gives all fractions: work for the cells that edges
/// pass through, and one addition for each cell of the window. This is Green's theorem as font rasterisers
/// use it (their "accumulation buffer"), here in double precision and without rounding of the outline.
struct CellCoverage {
  /// A fraction below this counts as none. Coordinates hold about 16 digits, so that a zone that ends on the
  /// edge of cells may by mere rounding touch the cells beyond, and their values would change the least and
  /// the largest.
  let least: Double

  /// Columns of the window.
  private(set) var width = 0
  /// Rows of the window.
  private(set) var height = 0
  /// Columns of each row in which fractions may be above 0; outside they are 0.
  private(set) var spans: [Range<Int>] = []

  private var sums: [Double] = []
  private var first: [Int] = []
  private var last: [Int] = []

  /// Prepares for zones of which fractions below `least` do not count.
  init(least: Double) { self.least = least }

  /// Elements of `fractions` from one row to the next.
  var stride: Int { width + 1 }

  /// Fractions of row 0, then of row 1, with `stride` elements for each row; valid in the columns of `spans`.
  func withFractions<Result>(_ body: (UnsafeBufferPointer<Double>) throws -> Result) rethrows -> Result {
    try sums.withUnsafeBufferPointer(body)
  }

  /// Computes the fractions of a window of cells.
  ///
  /// - Parameters:
  ///   - outline: The zone; all coordinates finite.
  ///   - shift: Added to the columns of the outline, for the image of a zone one turn of the Earth away.
  ///   - columns: Columns of the window.
  ///   - rows: Rows of the window.
  mutating func compute(_ outline: PixelOutline, shift: Double = 0, columns: Range<Int>, rows: Range<Int>) {
    width = columns.count
    height = rows.count
    let size = (width + 1) * height
    if sums.count < size {
      sums = [Double](repeating: 0, count: size)
    } else {
      for index in 0..<size { sums[index] = 0 }
    }
    first.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    for _ in 0..<height {
      first.append(width)
      last.append(-1)
    }
    let left = Double(columns.lowerBound) - shift
    let top = Double(rows.lowerBound)
    sums.withUnsafeMutableBufferPointer { sums in
      first.withUnsafeMutableBufferPointer { first in
        last.withUnsafeMutableBufferPointer { last in
          let row = EdgeSums(width: width, height: height, sums: sums, first: first, last: last)
          var start = 0
          for ring in outline.rings {
            var (ax, ay) = (outline.x[ring.end - 1] - left, outline.y[ring.end - 1] - top)
            for index in start..<ring.end {
              let (bx, by) = (outline.x[index] - left, outline.y[index] - top)
              row.add(ax, ay, bx, by, ring.factor)
              (ax, ay) = (bx, by)
            }
            start = ring.end
          }
        }
      }
    }
    integrate()
  }

  /// Turns what the edges left into fractions.
  private mutating func integrate() {
    let (width, height, least) = (width, height, least)
    for row in 0..<height { spans.append(first[row]..<max(first[row], last[row] + 1)) }
    sums.withUnsafeMutableBufferPointer { sums in
      for row in 0..<height {
        let start = row * (width + 1)
        var sum = 0.0
        var column = spans[row].lowerBound
        while column < width {
          sum += sums[start + column]
          // Behind the last edge in the window the row goes on inside the zone when its end lies further
          // right.
          if column >= spans[row].upperBound, sum < least { break }
          sums[start + column] = sum < least ? 0 : min(1, sum)
          column += 1
        }
        if column > spans[row].upperBound { spans[row] = spans[row].lowerBound..<column }
      }
    }
  }
}

/// Writes what edges leave in the cells of a window.
private struct EdgeSums {
  let width: Int
  let height: Int
  let sums: UnsafeMutableBufferPointer<Double>
  let first: UnsafeMutableBufferPointer<Int>
  let last: UnsafeMutableBufferPointer<Int>

  /// Adds an edge from a to b, in columns and rows counted from the window's corner. Rows grow downwards, and
  /// so does h.
  func add(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ factor: Double) {
    if ay == by { return }
    let isUpwards = by < ay
    let sign = isUpwards ? factor : -factor
    var (x, y) = isUpwards ? (bx, by) : (ax, ay)
    let (endX, endY) = isUpwards ? (ax, ay) : (bx, by)
    if endY <= 0 || y >= Double(height) || min(x, endX) >= Double(width) { return }
    let slope = (endX - x) / (endY - y)
    let (startX, startY) = (x, y)
    let (low, high) = (min(x, endX), max(x, endX))
    // Clamping keeps rounding of a nearly level edge from leaving its own width; it also stops what is not a
    // number.
    func at(_ row: Double) -> Double {
      let found = startX + (row - startY) * slope
      return found > low ? (found < high ? found : high) : low
    }
    if y < 0 { (x, y) = (at(0), 0) }
    var row = Int(y)
    while y < endY, row < height {
      let bottom = Double(row + 1)
      let (nextX, nextY) = bottom < endY ? (at(bottom), bottom) : (endX, endY)
      addInRow(row, x, nextX, (nextY - y) * sign)
      (x, y) = (nextX, nextY)
      row += 1
    }
  }

  /// Adds the part of an edge that lies in one row, between two columns, and climbs by `rise`.
  @inline(__always)
  private func addInRow(_ row: Int, _ a: Double, _ b: Double, _ rise: Double) {
    let end = Double(width)
    var (left, right) = (min(a, b), max(a, b))
    if left >= end { return }
    let start = row * (width + 1)
    if right <= 0 {
      sums[start] += rise
      first[row] = 0
      last[row] = max(last[row], 0)
      return
    }
    let slope = rise / (right - left)
    var rise = rise
    if left < 0 {
      let outside = -left * slope
      sums[start] += outside
      rise -= outside
      left = 0
    }
    var column = Int(left)
    first[row] = min(first[row], column)
    if right <= Double(column + 1) {
      let within = (left + right) / 2 - Double(column)
      sums[start + column] += rise * (1 - within)
      sums[start + column + 1] += rise * within
      last[row] = max(last[row], column)
      return
    }
    right = min(right, end)
    while left < right {
      let next = min(Double(column + 1), right)
      let part = (next - left) * slope
      let within = (left + next) / 2 - Double(column)
      sums[start + column] += part * (1 - within)
      sums[start + column + 1] += part * within
      left = next
      column += 1
    }
    last[row] = max(last[row], column - 1)
  }
}
