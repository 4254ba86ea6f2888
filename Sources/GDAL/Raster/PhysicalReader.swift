// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Reads physical values of many windows of one band into memory of the caller's, without taking new memory
/// for each window.
///
/// Values are those of `RasterBand.physicalValues`: scale and offset applied, NaN where the raster says that
/// there is none. The mask of the raster is not read at all where it says that every cell has a value.
public final class PhysicalReader {
  /// The band it reads.
  public let band: RasterBand

  private let mask: GDALRasterBandH?
  private let scale: Double
  private let offset: Double
  /// The stored value that means "no value" where the mask of the raster does not know it.
  private let missing: Double?
  private var flags: [UInt8] = []

  /// Blocks larger than this are not read: GDAL holds whole blocks in memory.
  public static let blockByteLimit = 1 << 29

  /// Prepares to read a band.
  ///
  /// - Parameter noData: The stored value that means "no value", in place of the one that the raster states;
  /// nil for that
  ///   one.
  /// - Throws: `GDALError` with reason `closed` or `readFailed`; `badArgument` for a band of complex numbers,
  ///   of which half would be lost.
  public init(_ band: RasterBand, noData: Double? = nil) throws(GDALError) {
    let path = band.dataset.path
    if band.type.isComplex {
      throw GDALError(
        .badArgument, function: "GDALRasterIO", message: "band \(band.number) holds complex numbers",
        hint: "make a raster of their real part or magnitude first", path: path)
    }
    guard band.type != .unknown else {
      throw GDALError(
        .badArgument, function: "GDALRasterIO",
        message: "band \(band.number) holds values of an unknown type",
        hint: "convert it, for example with gdal_translate -ot Float64", path: path)
    }
    guard band.blockBytes <= Self.blockByteLimit else {
      throw GDALError(
        .badArgument, function: "GDALRasterIO",
        message: "band \(band.number) is stored in blocks of \(band.blockWidth) x \(band.blockHeight) cells, "
          + "\(band.blockBytes >> 20) MB each, of which one would have to be in memory for any cell",
        hint: "make tiles of it, for example with gdal_translate -co TILED=YES", path: path)
    }
    self.band = band
    scale = band.scale
    offset = band.offset
    let handle = try band.live()
    let flags = MessageCollector().collecting { GDALGetMaskFlags(handle) }
    // The mask of a single value is left aside where another value is stated, or where GDAL looks for a
    // negative one among numbers without sign.
    let isOwnMask = flags & Int32(GMF_NODATA) != 0 && (noData != nil || band.isSignedByte)
    let stated = noData ?? (band.isSignedByte ? band.noData : nil)
    missing = stated.map { band.type == .float32 ? Double(Float($0)) : $0 }
    if flags & Int32(GMF_ALL_VALID) != 0 || isOwnMask {
      mask = nil
    } else {
      mask = try call("GDALGetMaskBand", .readFailed, at: CallPlace(path: band.dataset.path)) {
        GDALGetMaskBand(handle)
      }.result
    }
  }

  /// Reads a window, row by row from its upper left pixel.
  ///
  /// - Parameters:
  ///   - window: What to read.
  ///   - values: Takes the values from its first element on, the rows of the window one after the other; it
  /// is
  ///     made longer when it is too short, and what lies behind the window's values is left alone.
  ///   - start: The element that takes the first value.
  ///   - stride: How many elements lie between the beginnings of two rows; nil for the width of the window.
  /// - Throws: `GDALError` with reason `badArgument` for a window outside the band or a stride below its
  ///   width, `readFailed` for damaged data.
  public func read(
    _ window: RasterWindow, into values: inout [Double], at start: Int = 0, stride: Int? = nil
  ) throws(GDALError) {
    let function = "GDALRasterIO"
    let handle = try band.live()
    try band.check(window, function: function)
    let (width, height) = (window.width, window.height)
    let stride = stride ?? width
    guard stride >= width, start >= 0, start <= RasterBand.pixelLimit, stride <= RasterBand.pixelLimit else {
      throw GDALError(
        .badArgument, function: function,
        message: "rows of \(width) values do not fit at \(start) with a stride of \(stride)",
        path: band.dataset.path)
    }
    guard width > 0, height > 0 else { return }
    let needed = start + (height - 1) * stride + width
    if values.count < needed { values += [Double](repeating: .nan, count: needed - values.count) }
    if mask != nil, flags.count < width * height {
      flags = [UInt8](repeating: 0, count: width * height)
    }
    let mask = mask
    let said = try call(function, .readFailed, at: CallPlace(path: band.dataset.path)) { () -> Bool? in
      let status = values.withUnsafeMutableBytes { bytes in
        GDALRasterIOEx(
          handle, GF_Read, Int32(window.column), Int32(window.row), Int32(width), Int32(height),
          bytes.baseAddress?.advanced(by: start * 8), Int32(width), Int32(height), GDT_Float64, 8,
          Int64(stride) * 8, nil)
      }
      guard status == CE_None, let mask else { return status == CE_None ? true : nil }
      let masked = flags.withUnsafeMutableBytes { bytes in
        GDALRasterIO(
          mask, GF_Read, Int32(window.column), Int32(window.row), Int32(width), Int32(height),
          bytes.baseAddress, Int32(width), Int32(height), GDT_Byte, 0, 0)
      }
      return masked == CE_None ? true : nil
    }.messages
    if !said.isEmpty { band.dataset.note(said) }
    convert(&values, start: start, stride: stride, width: width, height: height)
  }

  /// Gives bytes their sign, puts NaN where there is no value, and applies scale and offset.
  private func convert(_ values: inout [Double], start: Int, stride: Int, width: Int, height: Int) {
    let (scale, offset, missing) = (scale, offset, missing)
    let isPlain = scale == 1 && offset == 0
    let isSigned = band.isSignedByte
    if isPlain, mask == nil, missing == nil, !isSigned { return }
    values.withUnsafeMutableBufferPointer { values in
      flags.withUnsafeBufferPointer { flags in
        for row in 0..<height {
          let first = start + row * stride
          let cells = first..<first + width
          if isSigned { for index in cells where values[index] > 127 { values[index] -= 256 } }
          if let missing { for index in cells where values[index] == missing { values[index] = .nan } }
          if !isPlain { for index in cells { values[index] = values[index] * scale + offset } }
          if mask != nil {
            let flag = row * width
            for column in 0..<width where flags[flag + column] == 0 { values[first + column] = .nan }
          }
        }
      }
    }
  }
}
