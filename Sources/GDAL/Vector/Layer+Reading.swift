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
    var badText: Set<Int> = []
    let count = try scan(query) { handle in
      var values = blank
      for decoder in decoders {
        var sawBadText = false
        values[Int(decoder.index)] = decoder.value(of: handle, sawBadText: &sawBadText)
        if sawBadText { badText.insert(Int(decoder.index)) }
      }
      let id = OGR_F_GetFID(handle)
      let geometry = query.readsGeometry ? self.takeGeometry(of: handle).map(Geometry.init(owning:)) : nil
      try body(Feature(id: id >= 0 ? id : nil, fields: fields, values: values, geometry: geometry))
    }
    noteBadText(in: badText)
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
    var badText: Set<Int> = []
    let collector = MessageCollector()
    let feature = collector.collecting { () -> Feature? in
      guard let found = OGR_L_GetFeature(handle, id) else { return nil }
      defer { OGR_F_Destroy(found) }
      let values = decoders.map { decoder in
        var sawBadText = false
        let value = decoder.value(of: found, sawBadText: &sawBadText)
        if sawBadText { badText.insert(Int(decoder.index)) }
        return value
      }
      return Feature(
        id: id, fields: fields, values: values,
        geometry: self.takeGeometry(of: found).map(Geometry.init(owning:)))
    }
    noteBadText(in: badText)
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
      return fields.indices.map { FieldDecoder(index: Int32($0), definition: fields[$0]) }
    }
    var decoders: [FieldDecoder] = []
    for name in wanted {
      let index = try fieldIndex(name)
      decoders.append(FieldDecoder(index: Int32(index), definition: fields[index]))
    }
    return decoders
  }

  /// Takes the geometry out of a feature; the caller owns it. It loses its reference system and has x before
  /// y.
  func takeGeometry(of feature: OGRFeatureH) -> OGRGeometryH? {
    guard let geometry = OGR_F_StealGeometry(feature) else { return nil }
    OGR_G_AssignSpatialReference(geometry, nil)
    if deliversYFirst { OGR_G_SwapXY(geometry) }
    return geometry
  }

  /// Warns of text that is not UTF-8.
  func noteBadText(in indices: Set<Int>) {
    for index in indices.sorted() {
      let text =
        "layer \(name), field \(fields[index].name): some texts are not UTF-8 and were repaired; "
        + "open the dataset with the option ENCODING"
      dataset.note([GDALMessage(severity: .warning, code: 1, text: text)])
    }
  }
}
