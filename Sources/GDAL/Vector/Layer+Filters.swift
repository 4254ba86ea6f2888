// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Layer {
  /// Sets the filters of a query; to be undone with `clearFilters`. On failure nothing remains set.
  func apply(_ query: FeatureQuery, to handle: OGRLayerH, _ collector: MessageCollector) throws(GDALError) {
    let function = "OGR_L_SetAttributeFilter"
    if let condition = query.attributeFilter {
      try CStrings.require(condition, isFor: "the attribute filter", function: function, at: place)
      try checkNames(in: condition)
      guard OGR_L_SetAttributeFilter(handle, condition) == 0, !collector.hasFailure else {
        clearFilters(of: handle)
        throw readError(function, query, collector, otherwise: "the attribute filter cannot be understood")
      }
    }
    if query.region != nil, geometryType.base == .none {
      clearFilters(of: handle)
      throw GDALError(
        .badFilter, function: "OGR_L_SetSpatialFilter",
        message: "the layer has no geometries to look for in a region",
        hint: "leave the region out, or name the columns of the coordinates in the open options",
        path: dataset.path,
        layer: name)
    }
    switch query.region {
    case nil: break
    case .envelope(let envelope):
      let e = deliversYFirst ? envelope.swapped : envelope
      OGR_L_SetSpatialFilterRect(handle, e.minX, e.minY, e.maxX, e.maxY)
    case .geometry(let geometry):
      guard deliversYFirst, let turned = OGR_G_Clone(geometry.handle) else {
        OGR_L_SetSpatialFilter(handle, geometry.handle)
        break
      }
      OGR_G_SwapXY(turned)
      OGR_L_SetSpatialFilter(handle, turned)
      OGR_G_DestroyGeometry(turned)
    }
    let ignored = ignorable(by: query)
    guard !ignored.isEmpty, OGR_L_TestCapability(handle, OLCIgnoreFields) != 0 else { return }
    // A driver that will not ignore a field delivers it, which does no harm.
    CStrings.withList(ignored) { list in
      _ = OGR_L_SetIgnoredFields(
        handle, UnsafeMutableRawPointer(list)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self))
    }
  }

  /// Takes all filters off again.
  func clearFilters(of handle: OGRLayerH) {
    _ = OGR_L_SetAttributeFilter(handle, nil)
    OGR_L_SetSpatialFilter(handle, nil)
    _ = OGR_L_SetIgnoredFields(handle, nil)
  }

  /// What the driver may leave out: fields and geometry that nobody asked for and no filter needs.
  ///
  /// Drivers evaluate filters after they have dropped the ignored fields, so that a filter on an ignored
  /// field finds nothing.
  private func ignorable(by query: FeatureQuery) -> [String] {
    var names: [String] = []
    if let wanted = query.fields, query.attributeFilter == nil {
      names = fields.map(\.name).filter { !wanted.contains($0) }
      // The driver knows names that were not UTF-8 by other bytes.
      if dataset.textEncoding != nil { names.removeAll { $0.utf8.contains { $0 > 0x7F } } }
      names.removeAll { $0.unicodeScalars.contains("\u{FFFD}") }
    }
    if !query.readsGeometry, query.region == nil, query.attributeFilter == nil {
      names.append("OGR_GEOMETRY")
    }
    return names
  }

  private func checkNames(in condition: String) throws(GDALError) {
    let special = [
      "fid", "rowid", "ogc_fid", "ogr_geometry", "ogr_style", "ogr_geom_wkt", "ogr_geom_area",
      name.lowercased(),
      idColumn?.lowercased(), geometryColumn?.lowercased(),
    ]
    let known = Set(fields.map { $0.name.lowercased() })
    for quoted in quotedNames(in: condition) {
      let lowered = quoted.lowercased()
      guard !known.contains(lowered), !special.contains(lowered) else { continue }
      throw GDALError(
        .badFilter, function: "OGR_L_SetAttributeFilter",
        message: "the attribute filter names \"\(quoted)\", which is no field of the layer",
        hint: suggestion(for: quoted, among: fields.map(\.name), what: "its fields")
          ?? "put texts into single quotes", path: dataset.path, layer: name)
    }
  }

  /// The field that GDAL's own SQL says it does not know.
  private func unknownName(in message: String) -> String? {
    guard message.contains("not recognised as an available field"),
      let start = message.firstIndex(of: "\"")
    else { return nil }
    let name = message[message.index(after: start)...].prefix { $0 != "\"" }
    return name.isEmpty ? nil : String(name)
  }

  /// The error of a failed read: the filter's fault where the driver says that it could not prepare the
  /// statement.
  func readError(
    _ function: String, _ query: FeatureQuery, _ collector: MessageCollector, otherwise: String
  ) -> GDALError {
    var error = GDALError(
      .readFailed, function: function, at: place, said: collector.messages, otherwise: otherwise)
    let isStatement = error.message.contains("prepare") && !error.message.contains("malformed")
    if let condition = query.attributeFilter, isStatement || function == "OGR_L_SetAttributeFilter" {
      error.reason = .badFilter
      error.message = "the attribute filter \"\(condition)\" does not work: \(error.message)"
      error.hint =
        unknownName(in: error.message)
        .flatMap { suggestion(for: $0, among: fields.map(\.name), what: "its fields") }
        ?? "names of fields in double quotes, texts in single quotes, e.g. \"kind\" = 'office'"
    }
    return error
  }
}
