// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// How a raster stores its values; the numbers are GDAL's.
public enum RasterType: UInt32, Sendable, Hashable, CaseIterable {
  /// A type this wrapper does not know.
  case unknown = 0
  /// 0 to 255.
  case uint8 = 1
  /// 0 to 65,535.
  case uint16 = 2
  /// 16 bits with sign.
  case int16 = 3
  /// 32 bits without sign.
  case uint32 = 4
  /// 32 bits with sign.
  case int32 = 5
  /// Single precision.
  case float32 = 6
  /// Double precision.
  case float64 = 7
  /// Complex numbers of 16-bit integers.
  case complexInt16 = 8
  /// Complex numbers of 32-bit integers.
  case complexInt32 = 9
  /// Complex numbers of single precision.
  case complexFloat32 = 10
  /// Complex numbers of double precision.
  case complexFloat64 = 11
  /// 64 bits without sign; beyond 2^53 a value read as `Double` is rounded.
  case uint64 = 12
  /// 64 bits with sign; beyond 2^53 a value read as `Double` is rounded.
  case int64 = 13
  /// 8 bits with sign. Before version 3.7 GDAL calls it `uint8` and tells the sign beside.
  case int8 = 14
  /// Half precision.
  case float16 = 15
  /// Complex numbers of half precision.
  case complexFloat16 = 16

  /// Whether values are complex numbers.
  public var isComplex: Bool {
    switch self {
    case .complexInt16, .complexInt32, .complexFloat16, .complexFloat32, .complexFloat64: true
    case .unknown, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64, .float16, .float32,
      .float64:
      false
    }
  }

  /// Whether values are whole numbers of 64 bits, of which those beyond 2^53 are rounded on reading.
  public var isWide: Bool { self == .int64 || self == .uint64 }

  var c: GDALDataType { GDALDataType(rawValue: rawValue) }
}

/// One band of a raster dataset. It keeps its dataset alive and belongs to its thread.
public final class RasterBand {
  /// The dataset it is in.
  public let dataset: Dataset
  /// The number of the band, from 1 as in GDAL.
  public let number: Int
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int
  /// How values are stored.
  public let type: RasterType
  /// The stored value that means "no value"; nil when there is none.
  public let noData: Double?
  /// The factor from stored to physical values, 1 when none is stated.
  public let scale: Double
  /// The summand from stored to physical values, 0 when none is stated.
  public let offset: Double
  /// The unit of the physical values, empty when not stated.
  public let unit: String
  /// Whether values are numbers of colours or classes in a table, of which a mean means nothing.
  public let hasColourTable: Bool
  /// Whether GDAL hands out numbers of 8 bits with sign as if they had none.
  let isSignedByte: Bool
  /// Columns of the blocks in which values are stored; reading whole blocks is quickest.
  public let blockWidth: Int
  /// Rows of the blocks in which values are stored.
  public let blockHeight: Int

  private let handle: GDALRasterBandH

  init(_ handle: GDALRasterBandH, number: Int, of dataset: Dataset) {
    self.handle = handle
    self.dataset = dataset
    self.number = number
    width = Int(GDALGetRasterBandXSize(handle))
    height = Int(GDALGetRasterBandYSize(handle))
    let stored = RasterType(rawValue: GDALGetRasterDataType(handle).rawValue) ?? .unknown
    let pixelType = MessageCollector().collecting {
      CStrings.copy(GDALGetMetadataItem(handle, "PIXELTYPE", "IMAGE_STRUCTURE"))
    }
    isSignedByte = stored == .uint8 && pixelType == "SIGNEDBYTE"
    type = isSignedByte ? .int8 : stored
    hasColourTable = GDALGetRasterColorTable(handle) != nil || GDALGetRasterCategoryNames(handle) != nil
    var has: Int32 = 0
    let type = type
    let stated = MessageCollector().collecting { () -> Double in
      // Bands of 64-bit integers answer through functions of their own.
      switch type {
      case .int64: Double(GDALGetRasterNoDataValueAsInt64(handle, &has))
      case .uint64: Double(GDALGetRasterNoDataValueAsUInt64(handle, &has))
      default: GDALGetRasterNoDataValue(handle, &has)
      }
    }
    noData = has != 0 ? stated : nil
    let statedScale = GDALGetRasterScale(handle, &has)
    scale = has != 0 ? statedScale : 1
    let statedOffset = GDALGetRasterOffset(handle, &has)
    offset = has != 0 ? statedOffset : 0
    unit = CStrings.copy(GDALGetRasterUnitType(handle)) ?? ""
    var blockX: Int32 = 0
    var blockY: Int32 = 0
    GDALGetBlockSize(handle, &blockX, &blockY)
    blockWidth = Int(blockX)
    blockHeight = Int(blockY)
  }

  /// The C object, while the dataset is open.
  func live() throws(GDALError) -> GDALRasterBandH {
    _ = try dataset.live()
    return handle
  }

  /// Bytes of one block; GDAL holds at least one in memory to read any cell of it.
  public var blockBytes: Int {
    let bits = GDALGetDataTypeSizeBits(GDALGetRasterDataType(handle))
    return blockWidth.multipliedReportingOverflow(by: blockHeight).partialValue * max(1, Int(bits) / 8)
  }

  /// The whole band as a window.
  public var whole: RasterWindow { RasterWindow(column: 0, row: 0, width: width, height: height) }
}

extension Dataset {
  /// The number of bands; 0 for a dataset of layers.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func bandCount() throws(GDALError) -> Int { Int(GDALGetRasterCount(try live())) }

  /// The band of a number, from 1.
  ///
  /// - Throws: `GDALError` with reason `notFound` or `closed`.
  public func band(_ number: Int = 1) throws(GDALError) -> RasterBand {
    let handle = try live()
    let count = try bandCount()
    guard (1...max(1, count)).contains(number), count > 0, let band = GDALGetRasterBand(handle, Int32(number))
    else {
      throw GDALError(
        .notFound, function: "GDALGetRasterBand", message: "there is no band \(number)",
        hint: count == 0 ? "the dataset is no raster" : "it has bands 1 to \(count)", path: path)
    }
    return RasterBand(band, number: number, of: self)
  }

  /// Columns and rows of the raster.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func rasterSize() throws(GDALError) -> (width: Int, height: Int) {
    let handle = try live()
    return (Int(GDALGetRasterXSize(handle)), Int(GDALGetRasterYSize(handle)))
  }

  /// How the raster lies on the map; nil when that is not stated.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func geoTransform() throws(GDALError) -> GeoTransform? {
    let handle = try live()
    var numbers = [Double](repeating: 0, count: 6)
    let status = MessageCollector().collecting { GDALGetGeoTransform(handle, &numbers) }
    return status == CE_None ? GeoTransform(numbers) : nil
  }

  /// The reference system of the raster; nil when none is stated. Layers have their own.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func rasterSpatialReference() throws(GDALError) -> SpatialReference? {
    let handle = try live()
    return MessageCollector().collecting { SpatialReference.copy(of: GDALGetSpatialRef(handle)) }
  }
}
