// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Dataset {
  /// The driver that opened it.
  ///
  /// - Throws: `GDALError` with reason `driverUnknown` for a driver registered by someone else.
  public func driver() throws(GDALError) -> DriverInfo { try GDALRuntime.driver(named: driverName) }

  /// The number of layers; 0 for a raster.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func layerCount() throws(GDALError) -> Int {
    let handle = try live()
    return MessageCollector().collecting { Int(GDALDatasetGetLayerCount(handle)) }
  }

  /// All layers, in order.
  ///
  /// - Throws: `GDALError` with reason `closed` or `readFailed`.
  public func layers() throws(GDALError) -> [Layer] {
    var layers: [Layer] = []
    for index in 0..<(try layerCount()) { layers.append(try layer(at: index)) }
    return layers
  }

  /// The layer at a position, from 0.
  ///
  /// - Throws: `GDALError` with reason `notFound`, `closed` or `readFailed`.
  public func layer(at index: Int) throws(GDALError) -> Layer {
    let handle = try live()
    let place = CallPlace(path: path)
    let count = try layerCount()
    guard (0..<count).contains(index) else {
      throw GDALError(
        .notFound, function: "GDALDatasetGetLayer", message: "there is no layer \(index)",
        hint: "the dataset has \(count) layers, counted from 0", path: path)
    }
    let (found, _) = try call("GDALDatasetGetLayer", .readFailed, at: place) {
      GDALDatasetGetLayer(handle, Int32(index))
    }
    return try Layer(found, of: self, place: place)
  }

  /// The layer of a name, or the only layer when no name is given.
  ///
  /// - Throws: `GDALError` with reason `notFound`, naming the nearest layer, or all when there is a choice to
  ///   make.
  public func layer(named name: String? = nil) throws(GDALError) -> Layer {
    let layers = try layers()
    let names = layers.map(\.name)
    if let name {
      let lowered = name.lowercased()
      let match = layers.first { $0.name == name } ?? layers.first { $0.name.lowercased() == lowered }
      if let match { return match }
      throw GDALError(
        .notFound, function: "GDALDatasetGetLayerByName", message: "there is no layer \"\(name)\"",
        hint: suggestion(for: name, among: names, what: "its layers") ?? "the dataset has no layers",
        path: path)
    }
    if layers.count == 1 { return layers[0] }
    throw GDALError(
      .notFound, function: "GDALDatasetGetLayer",
      message: layers.isEmpty
        ? "the dataset has no layers" : "the dataset has \(layers.count) layers; name one",
      hint: layers.isEmpty ? "it may be a raster" : "its layers: \(names.joined(separator: ", "))", path: path
    )
  }

  /// Runs an SQL SELECT and lends its result to `body` as a layer.
  ///
  /// - Parameters:
  ///   - statement: A SELECT in the dialect's SQL.
  ///   - dialect: `OGRSQL`, `SQLITE`, or nil for the driver's own.
  /// - Throws: `GDALError` with reason `badFilter` for a statement that fails or has no result; whatever
  ///   `body` throws.
  public func withSQLResult<Result>(
    _ statement: String, dialect: String? = nil, _ body: (Layer) throws -> Result
  ) throws -> Result {
    let handle = try live()
    let place = CallPlace(path: path)
    try CStrings.require(statement, isFor: "the statement", function: "GDALDatasetExecuteSQL", at: place)
    let found: OGRLayerH
    do {
      let (result, messages) = try call(
        "GDALDatasetExecuteSQL", .badFilter, at: place, discard: { GDALDatasetReleaseResultSet(handle, $0) }
      ) {
        GDALDatasetExecuteSQL(handle, statement, nil, dialect)
      }
      found = result
      note(messages)
    } catch {
      var error = error
      error.message = "the statement \"\(statement)\" gave no result: \(error.message)"
      throw error
    }
    defer {
      forget(found)
      MessageCollector().collecting { GDALDatasetReleaseResultSet(handle, found) }
    }
    let layer = try Layer(found, of: self, place: place)
    defer { layer.release() }
    return try body(layer)
  }

  /// The files that make up the dataset, itself included; empty for databases and services.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func fileList() throws(GDALError) -> [String] {
    let handle = try live()
    return MessageCollector().collecting { CStrings.takeList(GDALGetFileList(handle)) }
  }

  /// An entry of the metadata, e.g. `AREA_OR_POINT`; nil when there is none.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func metadata(_ name: String, domain: String? = nil) throws(GDALError) -> String? {
    let handle = try live()
    return MessageCollector().collecting { CStrings.copy(GDALGetMetadataItem(handle, name, domain)) }
  }
}
