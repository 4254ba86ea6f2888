// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Makes a new raster. Nothing counts as written before `close()` has returned.
public final class RasterWriter {
  /// What a new raster is like.
  public struct Layout {
    /// Columns.
    public var width: Int
    /// Rows.
    public var height: Int
    /// Bands.
    public var bandCount: Int
    /// How values are stored.
    public var type: RasterType
    /// How the raster lies on the map; nil leaves it unsaid.
    public var geoTransform: GeoTransform?
    /// The reference system; nil leaves it unsaid.
    public var spatialReference: SpatialReference?
    /// The stored value that means "no value"; nil for none.
    public var noData: Double?

    /// Describes a raster.
    public init(
      width: Int, height: Int, bandCount: Int = 1, type: RasterType = .float64,
      geoTransform: GeoTransform? = nil,
      spatialReference: SpatialReference? = nil, noData: Double? = nil
    ) {
      self.width = width
      self.height = height
      self.bandCount = bandCount
      self.type = type
      self.geoTransform = geoTransform
      self.spatialReference = spatialReference
      self.noData = noData
    }
  }

  private let dataset: Dataset

  /// Creates the file.
  ///
  /// - Throws: `GDALError` with reason `driverUnknown`, `driverUnsuitable`, `badArgument` or `writeFailed`.
  public init(
    creating path: String, driver name: String = "GTiff", layout: Layout, options: OptionList = [:]
  ) throws(GDALError) {
    let driver = try GDALRuntime.driver(named: name)
    let place = CallPlace(path: path)
    guard driver.isRaster, driver.canCreate else {
      throw GDALError(
        .driverUnsuitable, function: "GDALCreate", message: "the driver \(driver.name) cannot create rasters",
        hint: "use GTiff", path: path)
    }
    try CStrings.require(path, isFor: "the path", function: "GDALCreate", at: place)
    guard let width = Int32(exactly: layout.width), let height = Int32(exactly: layout.height),
      let bands = Int32(exactly: layout.bandCount), width > 0, height > 0, bands > 0, layout.type != .unknown
    else {
      throw GDALError(
        .badArgument, function: "GDALCreate",
        message: "no raster can have \(layout.bandCount) bands of \(layout.width) x \(layout.height) pixels",
        path: path)
    }
    let (handle, messages) = try call("GDALCreate", .writeFailed, at: place, discard: { GDALClose($0) }) {
      CStrings.withOptions(options) { options in
        GDALCreate(GDALGetDriverByName(driver.name), path, width, height, bands, layout.type.c, options)
      }
    }
    dataset = Dataset(owning: handle, path: path, said: messages)
    try describe(layout, handle)
  }

  private func describe(_ layout: Layout, _ handle: GDALDatasetH) throws(GDALError) {
    if let transform = layout.geoTransform {
      var numbers = transform.c
      try set("GDALSetGeoTransform") { GDALSetGeoTransform(handle, &numbers) }
    }
    if let reference = layout.spatialReference {
      try set("GDALSetSpatialRef") { GDALSetSpatialRef(handle, reference.handle) }
    }
    guard let noData = layout.noData else { return }
    for number in 1...layout.bandCount {
      let band = try dataset.band(number).live()
      try set("GDALSetRasterNoDataValue") { GDALSetRasterNoDataValue(band, noData) }
    }
  }

  /// Writes values into a window, row by row from its upper left pixel; into the whole band when no window is
  /// given.
  ///
  /// Values are rounded to, and cut at the limits of, the type of the raster.
  ///
  /// - Throws: `GDALError` with reason `badArgument` when number or place do not fit, else `writeFailed`.
  public func write(_ values: [Double], band number: Int = 1, in window: RasterWindow? = nil)
    throws(GDALError)
  {
    let band = try dataset.band(number)
    let handle = try band.live()
    let window = window ?? band.whole
    try band.check(window, function: "GDALRasterIO")
    guard values.count == window.width * window.height else {
      throw GDALError(
        .badArgument, function: "GDALRasterIO",
        message: "\(values.count) values for \(window.width) x \(window.height) pixels", path: dataset.path)
    }
    guard !values.isEmpty else { return }
    // C takes one buffer for reading and writing; it does not change this one.
    var values = values
    try set("GDALRasterIO") {
      GDALRasterIO(
        handle, GF_Write, Int32(window.column), Int32(window.row), Int32(window.width), Int32(window.height),
        &values,
        Int32(window.width), Int32(window.height), GDT_Float64, 0, 0)
    }
  }

  /// Writes everything out and closes the file.
  ///
  /// - Throws: `GDALError` with reason `writeFailed`.
  public func close() throws(GDALError) { try dataset.close(failure: .writeFailed) }

  private func set(_ function: String, _ body: () -> CPLErr) throws(GDALError) {
    let (_, messages) = try call(function, .writeFailed, at: CallPlace(path: dataset.path)) { () -> Bool? in
      body() == CE_None ? true : nil
    }
    dataset.note(messages)
  }
}
