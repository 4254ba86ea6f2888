// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// A layer being written. It keeps its writer alive.
public final class LayerWriter {
  /// The writer it belongs to.
  public let writer: VectorWriter
  /// The name, as the driver made it.
  public let name: String
  /// The fields as the driver made them: names may be shortened and types replaced, each with a warning of
  /// the writer.
  public let fields: [FieldDefinition]
  /// The number of features written so far.
  public private(set) var count = 0

  private let handle: OGRLayerH
  private let definition: OGRFeatureDefnH
  /// Whether the layer was asked for without geometries, and whether the format stores them here.
  private let isPlainTable: Bool
  private let storesGeometry: Bool

  init(_ wanted: LayerDefinition, in writer: VectorWriter) throws(GDALError) {
    var place = CallPlace(path: writer.path, layer: wanted.name)
    try CStrings.require(
      wanted.name, isFor: "the layer's name", function: "GDALDatasetCreateLayer", at: place)
    let dataset = try writer.dataset.live()
    var options = wanted.options
    if writer.driver.name == "ESRI Shapefile", options["DBF_DATE_LAST_UPDATE"] == nil {
      options.append("DBF_DATE_LAST_UPDATE", "\(writer.date)")
    }
    let (handle, messages) = try call("GDALDatasetCreateLayer", .writeFailed, at: place) {
      CStrings.withOptions(options) { options in
        GDALDatasetCreateLayer(
          dataset, wanted.name, wanted.spatialReference?.handle, wanted.geometryType.c, options)
      }
    }
    writer.dataset.note(messages)
    place.layer = CStrings.copy(OGR_L_GetName(handle)) ?? wanted.name
    for field in wanted.fields { try Self.create(field, in: handle, writer, place) }
    guard let definition = OGR_L_GetLayerDefn(handle) else {
      throw GDALError(.writeFailed, function: "OGR_L_GetLayerDefn", at: place, said: [])
    }
    let made = FieldDefinition.all(of: definition)
    guard made.count >= wanted.fields.count else {
      throw GDALError(
        .writeFailed, function: "OGR_L_CreateField",
        message: "\(wanted.fields.count) fields were asked for but \(made.count) were made",
        path: writer.path,
        layer: wanted.name)
    }
    self.writer = writer
    self.handle = handle
    self.definition = definition
    name = place.layer ?? wanted.name
    isPlainTable = wanted.geometryType.base == .none
    storesGeometry = OGR_FD_GetGeomFieldCount(definition) > 0
    // Some drivers put fields of their own first (KML); those asked for come last.
    offset = made.count - wanted.fields.count
    fields = Array(made[offset...])
    noteDifferences(from: wanted)
  }

  /// The number of fields that the driver made by itself, before ours.
  private let offset: Int

  /// Writes one feature.
  ///
  /// - Parameters:
  ///   - id: The id to store; nil lets the driver number them. Shapefile, CSV and others number them anyhow.
  ///   - values: One value for each of `fields`, in order; fewer leave the rest unset.
  ///   - geometry: The geometry; nil for none. Left out, with a warning, where the format stores none.
  /// - Returns: The id that was stored; nil when the format has none.
  /// - Throws: `GDALError` with reason `badArgument` for a value that its field cannot hold, `writeFailed`,
  ///   `closed`. The error's feature is the position of the feature in the output, from 0.
  @discardableResult
  public func write(id: Int64? = nil, _ values: [FieldValue], geometry: Geometry? = nil) throws(GDALError)
    -> Int64?
  {
    _ = try writer.dataset.live()
    let place = CallPlace(path: writer.path, layer: name, featureID: Int64(count))
    guard values.count <= fields.count else {
      throw GDALError(
        .badArgument, function: "OGR_L_CreateFeature",
        message: "\(values.count) values for \(fields.count) fields",
        hint: "give one value a field", path: place.path, layer: place.layer, featureID: place.featureID)
    }
    guard geometry == nil || !isPlainTable else {
      throw GDALError(
        .badArgument, function: "OGR_F_SetGeometry",
        message: "the layer is a plain table and holds no geometries",
        hint: "make the layer with a geometry type", path: place.path, layer: place.layer,
        featureID: place.featureID)
    }
    // This driver leaves such features out and reports success.
    if writer.driver.name == "FlatGeobuf", geometry?.isEmpty ?? true {
      throw GDALError(
        .badArgument, function: "OGR_L_CreateFeature",
        message: "FlatGeobuf stores no feature without a geometry, or with an empty one",
        hint: "leave the feature out or choose another format", path: place.path, layer: place.layer,
        featureID: place.featureID)
    }
    guard let feature = OGR_F_Create(definition) else {
      throw GDALError(.writeFailed, function: "OGR_F_Create", at: place, said: [])
    }
    defer { OGR_F_Destroy(feature) }
    if let id { _ = OGR_F_SetFID(feature, id) }
    let messages = try writer.inContext { () throws(GDALError) in
      let collector = MessageCollector()
      try collector.collecting { () throws(GDALError) in
        for (index, value) in values.enumerated() {
          let encoder = FieldEncoder(index: Int32(index + offset), definition: fields[index], place: place)
          try encoder.set(value, in: feature)
        }
      }
      let said = try callStatus("OGR_L_CreateFeature", .writeFailed, at: place) {
        // Where the format has no place for the geometry, a warning was given when the layer was made.
        let status = storesGeometry ? geometry.map { OGR_F_SetGeometry(feature, $0.handle) } ?? 0 : 0
        return status == 0 ? OGR_L_CreateFeature(handle, feature) : status
      }
      return collector.messages + said
    }
    writer.dataset.note(messages)
    count += 1
    writer.countFeature()
    let stored = OGR_F_GetFID(feature)
    return stored >= 0 ? stored : nil
  }

  /// Writes a feature read elsewhere; its values must be in the order of `fields`.
  ///
  /// - Throws: As `write(id:_:geometry:)`.
  @discardableResult
  public func write(_ feature: Feature) throws(GDALError) -> Int64? {
    try write(id: feature.id, feature.values, geometry: feature.geometry)
  }

  private static func create(
    _ field: FieldDefinition, in layer: OGRLayerH, _ writer: VectorWriter, _ place: CallPlace
  ) throws(GDALError) {
    try CStrings.require(field.name, isFor: "a field's name", function: "OGR_Fld_Create", at: place)
    let type = storable(field.type, by: writer.driver)
    guard let handle = OGR_Fld_Create(field.name, type.c) else { return }
    defer { OGR_Fld_Destroy(handle) }
    do {
      let said = try callStatus("OGR_L_CreateField", .writeFailed, at: place) {
        if type == field.type {
          OGR_Fld_SetSubType(handle, OGRFieldSubType(rawValue: field.subtype.rawValue))
        }
        OGR_Fld_SetWidth(handle, Int32(clamping: field.width))
        OGR_Fld_SetPrecision(handle, Int32(clamping: field.precision))
        OGR_Fld_SetNullable(handle, field.isNullable ? 1 : 0)
        OGR_Fld_SetUnique(handle, field.isUnique ? 1 : 0)
        OGR_Fld_SetDefault(handle, field.defaultValue)
        return OGR_L_CreateField(layer, handle, 1)
      }
      writer.dataset.note(said)
    } catch {
      var error = error
      error.message = "the field \"\(field.name)\" cannot be made: \(error.message)"
      throw error
    }
  }

  /// The type itself, or the nearest one that the driver has: numbers for 64-bit whole numbers, text for all
  /// else.
  ///
  /// Left to themselves, drivers refuse such a field, or store it and lose its values (a time of day in
  /// FlatGeobuf).
  private static func storable(_ type: FieldType, by driver: DriverInfo) -> FieldType {
    guard let types = driver.fieldTypes, !types.isEmpty, !types.contains(type) else { return type }
    return type == .integer64 && types.contains(.real) ? .real : .text
  }

  private func noteDifferences(from wanted: LayerDefinition) {
    var notes: [String] = []
    for (asked, made) in zip(wanted.fields, fields) {
      if asked.name != made.name { notes.append("field \(asked.name) is called \(made.name) in this format") }
      if asked.type != made.type {
        notes.append("field \(asked.name) is stored as \(made.type) instead of \(asked.type) in this format")
      }
    }
    if !isPlainTable, !storesGeometry {
      notes.append("geometries are not stored in this format with these options")
    }
    writer.dataset.note(
      notes.map { GDALMessage(severity: .warning, code: 1, text: "layer \(name): \($0)") })
  }
}
