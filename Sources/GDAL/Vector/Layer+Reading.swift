// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Layer {
  /// Calls `body` with each feature of a query, one after the other.
  ///
  /// C answers "no more" both at the end and on an error, and some drivers stop early without a word. Here, a
  /// message of failure throws, and so does a number of features other than the declared one.
  ///
  /// - Returns: How many features were read.
  /// - Throws: `GDALError` with reason `badFilter`, `notFound` (a field), `readFailed`, `incompleteRead` or
  ///   `busy`; whatever `body` throws.
  @discardableResult
  public func forEachFeature(_ query: FeatureQuery = .all, _ body: (Feature) throws -> Void) throws -> Int {
    let decoders = try self.decoders(for: query)
    let blank = [FieldValue](repeating: .unset, count: fields.count)
    var notes = TextNotes()
    let count = try scan(query) { handle in
      var values = blank
      for decoder in decoders {
        values[Int(decoder.index)] = decoder.value(of: handle, notes: &notes)
      }
      let id = OGR_F_GetFID(handle)
      let geometry = query.readsGeometry ? self.takeGeometry(of: handle).map(Geometry.init(owning:)) : nil
      try body(Feature(id: id >= 0 ? id : nil, fields: fields, values: values, geometry: geometry))
    }
    note(notes)
    return count
  }

  /// All features of a query.
  ///
  /// - Throws: As `forEachFeature`.
  public func features(_ query: FeatureQuery = .all) throws(GDALError) -> [Feature] {
    var features: [Feature] = []
    do {
      try forEachFeature(query) { features.append($0) }
    } catch let error as GDALError {
      throw error
    } catch {
      throw GDALError(
        .readFailed, function: "OGR_L_GetNextFeature", message: "\(error)", path: dataset.path, layer: name)
    }
    return features
  }

  /// The feature with an id; nil when there is none.
  ///
  /// - Throws: `GDALError` with reason `readFailed`.
  public func feature(id: Int64) throws(GDALError) -> Feature? {
    let handle = try live()
    try takeCursor(handle, "OGR_L_GetFeature")
    defer { dataset.returnCursor(handle) }
    let decoders = try self.decoders(for: .all)
    var notes = TextNotes()
    let collector = MessageCollector()
    let feature = collector.collecting { () -> Feature? in
      guard let found = OGR_L_GetFeature(handle, id) else { return nil }
      defer { OGR_F_Destroy(found) }
      let values = decoders.map { $0.value(of: found, notes: &notes) }
      return Feature(
        id: id, fields: fields, values: values,
        geometry: self.takeGeometry(of: found).map(Geometry.init(owning:)))
    }
    note(notes)
    // Several drivers report an id that does not exist as a failure; absence is an answer here.
    let isAbsence =
      feature == nil && collector.messages.allSatisfy { $0.code <= 1 && !$0.text.contains("malformed") }
    guard isAbsence || !collector.hasFailure else {
      var place = place
      place.featureID = id
      throw GDALError(.readFailed, function: "OGR_L_GetFeature", at: place, said: collector.messages)
    }
    return feature
  }

  /// The readers of the fields that a query asks for.
  func decoders(for query: FeatureQuery) throws(GDALError) -> [FieldDecoder] {
    guard let wanted = query.fields else {
      return fields.indices.map { decoder(at: $0) }
    }
    var decoders: [FieldDecoder] = []
    for name in wanted {
      let index = try fieldIndex(name)
      decoders.append(decoder(at: index))
    }
    return decoders
  }

  private func decoder(at index: Int) -> FieldDecoder {
    FieldDecoder(index: Int32(index), definition: fields[index], encoding: dataset.textEncoding)
  }

  /// Takes the geometry out of a feature; the caller owns it. It loses its reference system and has x before
  /// y.
  func takeGeometry(of feature: OGRFeatureH) -> OGRGeometryH? {
    guard let geometry = OGR_F_StealGeometry(feature) else { return nil }
    OGR_G_AssignSpatialReference(geometry, nil)
    if deliversYFirst { OGR_G_SwapXY(geometry) }
    return Self.withoutLoneRing(geometry)
  }

  /// A ring that stands alone, as KML has them, as the closed line that it is: no format of geometries has a
  /// code for rings.
  private static func withoutLoneRing(_ geometry: OGRGeometryH) -> OGRGeometryH {
    guard CStrings.copy(OGR_G_GetGeometryName(geometry)) == "LINEARRING",
      let line = OGR_G_CreateGeometry(wkbLineString)
    else { return geometry }
    for index in 0..<OGR_G_GetPointCount(geometry) {
      OGR_G_AddPoint_2D(line, OGR_G_GetX(geometry, index), OGR_G_GetY(geometry, index))
    }
    OGR_G_DestroyGeometry(geometry)
    return line
  }

  /// Keeps what was odd about texts and numbers as warnings.
  func note(_ notes: TextNotes) {
    guard !notes.isEmpty else { return }
    dataset.note(notes.words(fields).map { GDALMessage(severity: .warning, code: 1, text: $0) })
  }
}
