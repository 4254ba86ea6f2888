// SPDX-License-Identifier: GPL-3.0-or-later

/// How columns and rows of a raster lie on the map: x = originX + column * columnX + row * rowX, and y alike.
///
/// Columns and rows count from the upper left corner of the upper left pixel; the middle of a pixel is at one
/// half.
public struct GeoTransform: Sendable, Hashable {
  /// x of the upper left corner.
  public var originX: Double
  /// Step in x for one column.
  public var columnX: Double
  /// Step in x for one row; 0 for an upright raster.
  public var rowX: Double
  /// y of the upper left corner.
  public var originY: Double
  /// Step in y for one column; 0 for an upright raster.
  public var columnY: Double
  /// Step in y for one row; negative where rows run southwards.
  public var rowY: Double

  /// Makes a transform from its six numbers.
  public init(originX: Double, columnX: Double, rowX: Double, originY: Double, columnY: Double, rowY: Double)
  {
    self.originX = originX
    self.columnX = columnX
    self.rowX = rowX
    self.originY = originY
    self.columnY = columnY
    self.rowY = rowY
  }

  /// The transform of an upright raster with its first row in the north.
  public init(west: Double, north: Double, pixelWidth: Double, pixelHeight: Double) {
    self.init(originX: west, columnX: pixelWidth, rowX: 0, originY: north, columnY: 0, rowY: -pixelHeight)
  }

  init(_ c: [Double]) {
    self.init(originX: c[0], columnX: c[1], rowX: c[2], originY: c[3], columnY: c[4], rowY: c[5])
  }

  var c: [Double] { [originX, columnX, rowX, originY, columnY, rowY] }

  /// The position on the map of a column and row, which need not be whole.
  public func coordinate(column: Double, row: Double) -> Coordinate {
    Coordinate(
      x: originX + column * columnX + row * rowX, y: originY + column * columnY + row * rowY)
  }

  /// The column and row of a position; nil when the transform cannot be inverted.
  public func pixel(at c: Coordinate) -> (column: Double, row: Double)? {
    let determinant = columnX * rowY - rowX * columnY
    guard determinant != 0, determinant.isFinite else { return nil }
    let dx = c.x - originX
    let dy = c.y - originY
    return ((dx * rowY - dy * rowX) / determinant, (dy * columnX - dx * columnY) / determinant)
  }

  /// The area of one pixel in square units of the map.
  public var pixelArea: Double { abs(columnX * rowY - rowX * columnY) }

  /// The pixels of a raster of `width` by `height` that an envelope touches; nil when it touches none.
  public func window(covering e: Envelope, width: Int, height: Int) -> RasterWindow? {
    let corners = [
      Coordinate(x: e.minX, y: e.minY), Coordinate(x: e.minX, y: e.maxY), Coordinate(x: e.maxX, y: e.minY),
      Coordinate(x: e.maxX, y: e.maxY),
    ].compactMap { pixel(at: $0) }
    guard corners.count == 4, corners.allSatisfy({ $0.column.isFinite && $0.row.isFinite }) else {
      return nil
    }
    func bounds(_ values: [Double], _ count: Int) -> (first: Int, end: Int)? {
      let low = max(0, (values.min() ?? 0).rounded(.down))
      let high = min(Double(count), (values.max() ?? 0).rounded(.up))
      return low < high ? (Int(low), Int(high)) : nil
    }
    guard let columns = bounds(corners.map(\.column), width), let rows = bounds(corners.map(\.row), height)
    else {
      return nil
    }
    return RasterWindow(
      column: columns.first, row: rows.first, width: columns.end - columns.first,
      height: rows.end - rows.first)
  }

  /// The transform of a part of the raster.
  public func shifted(to window: RasterWindow) -> GeoTransform {
    let corner = coordinate(column: Double(window.column), row: Double(window.row))
    var part = self
    part.originX = corner.x
    part.originY = corner.y
    return part
  }
}

/// A rectangle of pixels.
public struct RasterWindow: Sendable, Hashable {
  /// The first column, from 0.
  public var column: Int
  /// The first row, from 0.
  public var row: Int
  /// The number of columns.
  public var width: Int
  /// The number of rows.
  public var height: Int

  /// Makes a window; reading checks that it lies in the raster.
  public init(column: Int, row: Int, width: Int, height: Int) {
    self.column = column
    self.row = row
    self.width = width
    self.height = height
  }
}
