// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension RasterBand {
  /// The most pixels one call reads; beyond it (4 GB as `Double`) a raster has to be read in windows.
  public static let pixelLimit = 1 << 29

  /// Stored values of a window, row by row from its upper left pixel; the whole band when no window is given.
  ///
  /// Values that mean "no value" come as they are: see `physicalValues`.
  ///
  /// - Throws: `GDALError` with reason `badArgument` for a window outside the band, `readFailed` for damaged
  ///   data.
  public func doubles(in window: RasterWindow? = nil) throws(GDALError) -> [Double] {
    var values = try read(window, as: GDT_Float64, zero: 0.0)
    if isSignedByte { for index in values.indices where values[index] > 127 { values[index] -= 256 } }
    return values
  }

  /// Stored values of a window in single precision.
  ///
  /// - Throws: As `doubles`.
  public func floats(in window: RasterWindow? = nil) throws(GDALError) -> [Float] {
    var values = try read(window, as: GDT_Float32, zero: Float(0))
    if isSignedByte { for index in values.indices where values[index] > 127 { values[index] -= 256 } }
    return values
  }

  /// Physical values of a window: scale and offset applied, NaN where the raster says that there is no value
  /// (by a stored value, a mask, or transparency).
  ///
  /// - Throws: As `doubles`.
  public func physicalValues(in window: RasterWindow? = nil) throws(GDALError) -> [Double] {
    let window = window ?? whole
    try check(window, function: "GDALRasterIO")
    var values: [Double] = []
    try PhysicalReader(self).read(window, into: &values)
    return values
  }

  /// 0 where the raster says that there is no value, above 0 elsewhere.
  ///
  /// - Throws: As `doubles`.
  public func mask(in window: RasterWindow? = nil) throws(GDALError) -> [UInt8] {
    let handle = try live()
    let (mask, _) = try call("GDALGetMaskBand", .readFailed, at: CallPlace(path: dataset.path)) {
      GDALGetMaskBand(handle)
    }
    return try read(window, as: GDT_Byte, zero: UInt8(0), from: mask)
  }

  private func read<Value: BitwiseCopyable>(
    _ window: RasterWindow?, as type: GDALDataType, zero: Value, from other: GDALRasterBandH? = nil
  ) throws(GDALError) -> [Value] {
    let handle = if let other { other } else { try live() }
    let window = window ?? whole
    try check(window, function: "GDALRasterIO")
    let count = window.width * window.height
    guard count > 0 else { return [] }
    var values = [Value](repeating: zero, count: count)
    let (_, messages) = try call("GDALRasterIO", .readFailed, at: CallPlace(path: dataset.path)) {
      () -> Bool? in
      let status = GDALRasterIO(
        handle, GF_Read, Int32(window.column), Int32(window.row), Int32(window.width), Int32(window.height),
        &values,
        Int32(window.width), Int32(window.height), type, 0, 0)
      return status == CE_None ? true : nil
    }
    dataset.note(messages)
    return values
  }

  /// Refuses a window that is not in the band or is too large for one call.
  func check(_ window: RasterWindow, function: String) throws(GDALError) {
    let fits =
      window.column >= 0 && window.row >= 0 && window.width >= 0 && window.height >= 0
      && window.width <= width && window.height <= height && window.column <= width - window.width
      && window.row <= height - window.height
    guard fits else {
      throw GDALError(
        .badArgument, function: function,
        message:
          "columns \(window.column) + \(window.width) and rows \(window.row) + \(window.height) are not all in it",
        hint: "the raster has \(width) columns and \(height) rows, counted from 0", path: dataset.path)
    }
    guard window.width.multipliedReportingOverflow(by: window.height).partialValue <= Self.pixelLimit else {
      throw GDALError(
        .badArgument, function: function,
        message: "\(window.width) x \(window.height) pixels are too many for one call",
        hint: "read the raster in windows", path: dataset.path)
    }
  }
}
