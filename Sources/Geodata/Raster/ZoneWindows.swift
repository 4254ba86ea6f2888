// SPDX-License-Identifier: GPL-3.0-or-later

/// The cells that a zone may touch, as rectangles that are read and worked on one at a time.
struct ZoneWindows {
  /// A zone may not span more cells than this; read cell by cell it would take minutes, and a coarser raster
  /// tells as much.
  static let cellLimit = 100_000_000
  /// Cells of the largest rectangle worked on at once: 32 MB of values and as much of fractions.
  static let cellsAtOnce = 4_000_000

  /// A rectangle of cells.
  struct Window {
    /// Added to the columns of the outline: a turn of the Earth or nothing.
    var shift: Double
    /// Columns of the raster.
    var columns: Range<Int>
    /// Rows of the raster.
    var rows: Range<Int>
  }

  /// The rectangles, which have no cell in common; empty for a zone outside the raster.
  private(set) var windows: [Window] = []
  /// Cells in all rectangles.
  private(set) var cellCount = 0

  /// No rectangle.
  init() {}

  /// Finds the rectangles of a zone on a raster.
  init(_ outline: PixelOutline, on grid: RasterGrid) {
    let rows = Self.cells(outline.minY, outline.maxY, grid.rows)
    for shift in grid.shifts {
      let columns = Self.cells(outline.minX + shift, outline.maxX + shift, grid.columns)
      guard !columns.isEmpty, !rows.isEmpty else { continue }
      cellCount += columns.count * rows.count
      windows.append(Window(shift: shift, columns: columns, rows: rows))
    }
  }

  /// Calls `body` with every rectangle, cut into strips of rows that fit into memory.
  func forEachStrip(cellsAtOnce: Int = cellsAtOnce, _ body: (Window) throws -> Void) rethrows {
    for window in windows {
      let step = max(1, cellsAtOnce / window.columns.count)
      var row = window.rows.lowerBound
      while row < window.rows.upperBound {
        let end = min(row + step, window.rows.upperBound)
        try body(Window(shift: window.shift, columns: window.columns, rows: row..<end))
        row = end
      }
    }
  }

  /// Cells between two positions along one side of a raster of `count` cells.
  private static func cells(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
    let first = max(0, low.rounded(.down))
    let end = min(Double(count), high.rounded(.up))
    return first < end ? Int(first)..<Int(end) : 0..<0
  }
}
