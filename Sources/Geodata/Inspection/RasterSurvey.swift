// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// Looks at a raster: its cells where there are not too many, else at blocks spread evenly over it.
enum RasterSurvey {
  /// Cells of one read at least, so that a raster stored row by row is not read row by row.
  private static let tileMinimum = 1 << 16
  /// Cells of one read at most.
  private static let tileMaximum = 1 << 22

  /// What the raster of a dataset holds.
  ///
  /// - Parameter cellLimit: Cells of a band that are read at most, apart from the rest of a last block.
  /// - Throws: `GDALError` for cells that cannot be read.
  static func survey(
    _ dataset: Dataset, cellLimit: Int = 20_000_000
  ) throws(GDALError) -> SourceSummary.Raster {
    let size = try dataset.rasterSize()
    let transform = try dataset.geoTransform()
    var bands: [SourceSummary.Band] = []
    for number in 1...(try dataset.bandCount()) {
      bands.append(try survey(dataset.band(number), cellLimit: cellLimit))
    }
    return SourceSummary.Raster(
      place: PlaceSurvey.place(
        transform.map { extent($0, width: size.width, height: size.height) },
        try dataset.rasterSpatialReference()),
      cellSize: transform.map { step in
        [
          (step.columnX * step.columnX + step.columnY * step.columnY).squareRoot(),
          (step.rowX * step.rowX + step.rowY * step.rowY).squareRoot(),
        ]
      }, bands: bands)
  }

  private static func extent(_ transform: GeoTransform, width: Int, height: Int) -> Envelope {
    let corners = [(0, 0), (width, 0), (0, height), (width, height)].map {
      transform.coordinate(column: Double($0.0), row: Double($0.1))
    }
    let points = corners.map { Envelope(minX: $0.x, minY: $0.y, maxX: $0.x, maxY: $0.y) }
    return points.dropFirst().reduce(points[0]) { $0.union($1) }
  }

  private static func survey(_ band: RasterBand, cellLimit: Int) throws(GDALError) -> SourceSummary.Band {
    var found = SourceSummary.Band(
      label: band.label, width: band.width, height: band.height, type: "\(band.type)", unit: band.unit,
      noData: band.noData, minimum: nil, maximum: nil, cellsRead: 0, cellsWithoutValue: 0)
    // What cannot be read for an indicator is described without its values.
    guard !band.type.isComplex, band.type != .unknown else { return found }
    guard band.blockBytes <= PhysicalReader.blockByteLimit else {
      found.unread =
        "stored in blocks of \(band.blockWidth) x \(band.blockHeight) cells, \(band.blockBytes >> 20) MB each: make tiles of it, for "
        + "example with gdal_translate -co TILED=YES"
      return found
    }
    let reader = try PhysicalReader(band)
    var values: [Double] = []
    for window in windows(of: band, cellLimit: cellLimit) {
      try reader.read(window, into: &values)
      for value in values.prefix(window.width * window.height) {
        found.cellsRead += 1
        if value.isFinite {
          found.minimum = min(found.minimum ?? value, value)
          found.maximum = max(found.maximum ?? value, value)
        } else {
          found.cellsWithoutValue += 1
        }
      }
    }
    return found
  }

  /// The windows to read: all of them, or one out of some.
  private static func windows(of band: RasterBand, cellLimit: Int) -> [RasterWindow] {
    let width = max(1, min(band.blockWidth, band.width, tileMaximum))
    var height = max(1, min(band.blockHeight, band.height))
    while width * height < tileMinimum, height < band.height { height *= 2 }
    height = max(1, min(height, tileMaximum / width, band.height))
    let columns = (band.width + width - 1) / width
    let rows = (band.height + height - 1) / height
    let total = Double(band.width) * Double(band.height)
    let step = max(1, Int((total / Double(cellLimit)).rounded(.up)))
    return stride(from: step / 2, to: columns * rows, by: step).map { index in
      let (column, row) = (index % columns * width, index / columns * height)
      return RasterWindow(
        column: column, row: row, width: min(width, band.width - column),
        height: min(height, band.height - row))
    }
  }
}
