// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Geometry {
  /// Which pixels of a grid belong to the geometry: 1 inside, 0 outside, row by row. For statistics of a
  /// raster within a polygon.
  ///
  /// A pixel belongs to a polygon when its middle lies inside; to a line when the line's trace picks it.
  ///
  /// - Parameters:
  ///   - geoTransform: How the grid lies on the map; use `GeoTransform.shifted(to:)` for a window of a
  ///     raster.
  ///   - width: Columns of the grid.
  ///   - height: Rows of the grid.
  ///   - allTouched: Whether every pixel that the geometry touches belongs to it.
  /// - Throws: `GDALError` with reason `badArgument` for a grid that is too large, `geometryFailed` else.
  public func rasterMask(
    geoTransform: GeoTransform, width: Int, height: Int, allTouched: Bool = false
  ) throws(GDALError) -> [UInt8] {
    GDALRuntime.register()
    let function = "GDALRasterizeGeometries"
    guard width >= 0, height >= 0, let columns = Int32(exactly: width), let rows = Int32(exactly: height),
      width * height <= RasterBand.pixelLimit
    else {
      throw GDALError(
        .badArgument, function: function,
        message: "a grid of \(width) x \(height) pixels is too large or negative",
        hint: "work in windows")
    }
    guard width > 0, height > 0, !isEmpty else { return [UInt8](repeating: 0, count: max(0, width * height)) }
    let (grid, _) = try call("GDALCreate", .geometryFailed) {
      GDALCreate(GDALGetDriverByName("MEM"), "", columns, rows, 1, GDT_Byte, nil)
    }
    defer { MessageCollector().collecting { GDALClose(grid) } }
    var mask = [UInt8](repeating: 0, count: width * height)
    _ = try call(function, .geometryFailed) { () -> Bool? in
      var numbers = geoTransform.c
      var bands: [Int32] = [1]
      var values = [1.0]
      var shapes: [OGRGeometryH?] = [handle]
      guard GDALSetGeoTransform(grid, &numbers) == CE_None else { return nil }
      let burnt = CStrings.withOptions(allTouched ? ["ALL_TOUCHED": "TRUE"] : [:]) { options in
        GDALRasterizeGeometries(grid, 1, &bands, 1, &shapes, nil, nil, &values, options, nil, nil)
      }
      guard burnt == CE_None, let band = GDALGetRasterBand(grid, 1) else { return nil }
      let read = GDALRasterIO(band, GF_Read, 0, 0, columns, rows, &mask, columns, rows, GDT_Byte, 0, 0)
      return read == CE_None ? true : nil
    }
    return mask
  }
}
