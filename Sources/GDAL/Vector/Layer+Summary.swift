// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Layer {
  /// The number of features as the source declares it, without reading them; nil when it declares none.
  ///
  /// - Throws: `GDALError` with reason `readFailed`.
  public func declaredCount() throws(GDALError) -> Int? {
    let handle = try live()
    let (count, messages) = try call("OGR_L_GetFeatureCount", .readFailed, at: place) {
      OGR_L_GetFeatureCount(handle, 0)
    }
    dataset.note(messages)
    return count >= 0 ? Int(count) : nil
  }

  /// The number of features that a query asks for (its `limit` aside), by whatever way is quickest for the
  /// driver.
  ///
  /// A format with a declared count is believed; only reading shows whether all of them are there.
  ///
  /// - Throws: `GDALError` with reason `badFilter` or `readFailed`.
  public func count(_ query: FeatureQuery = .all) throws(GDALError) -> Int {
    let handle = try live()
    try takeCursor(handle, "OGR_L_GetFeatureCount")
    defer { dataset.returnCursor(handle) }
    let collector = MessageCollector()
    let count = try collector.collecting { () throws(GDALError) -> Int in
      try apply(query, to: handle, collector)
      defer { clearFilters(of: handle) }
      return Int(OGR_L_GetFeatureCount(handle, 1))
    }
    guard count >= 0, !collector.hasFailure else {
      throw readError("OGR_L_GetFeatureCount", query, collector, otherwise: "the features cannot be counted")
    }
    dataset.note(collector.messages)
    return count
  }

  /// The envelope of all geometries; nil when there are none. The layer may have to be read for it.
  ///
  /// - Throws: `GDALError` with reason `readFailed`.
  public func extent() throws(GDALError) -> Envelope? {
    let handle = try live()
    guard geometryType.base != .none else { return nil }
    // Drivers that deliver y first are not to be trusted with the axes of the extent (GML turns it, but not
    // the features).
    if deliversYFirst { return try scannedExtent() }
    try takeCursor(handle, "OGR_L_GetExtent")
    defer { dataset.returnCursor(handle) }
    var c = OGREnvelope()
    let collector = MessageCollector()
    let (count, status) = collector.collecting {
      (OGR_L_GetFeatureCount(handle, 0), OGR_L_GetExtent(handle, &c, 1))
    }
    guard !collector.hasFailure else {
      throw GDALError(.readFailed, function: "OGR_L_GetExtent", at: place, said: collector.messages)
    }
    dataset.note(collector.messages)
    // A layer without geometries gives a status of failure and no message, an envelope turned inside out, or
    // zeros (Shapefile).
    guard count != 0, status == 0, c.MinX <= c.MaxX, c.MinY <= c.MaxY else { return nil }
    let envelope = Envelope(c)
    return envelope.isFinite ? envelope : nil
  }

  private func scannedExtent() throws(GDALError) -> Envelope? {
    var extent: Envelope?
    for feature in try features(FeatureQuery(fields: [])) {
      guard let envelope = feature.geometry?.envelope, envelope.isFinite else { continue }
      extent = extent?.union(envelope) ?? envelope
    }
    return extent
  }

  /// Marks the layer's one cursor as taken, or says that it is.
  func takeCursor(_ handle: OGRLayerH, _ function: String) throws(GDALError) {
    guard dataset.takeCursor(handle) else {
      throw GDALError(
        .busy, function: function, message: "the layer is being read already",
        hint: "finish the other reading first, or open the dataset once more", path: dataset.path, layer: name
      )
    }
  }
}
