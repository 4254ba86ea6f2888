// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Layer {
  /// Reads the features of a query into columns: the quickest way, and the one whose result may go to another
  /// thread.
  ///
  /// - Throws: As `forEachFeature`.
  public func table(_ query: FeatureQuery = .all) throws(GDALError) -> FeatureTable {
    var builders = try decoders(for: query).map(ColumnBuilder.init(decoder:))
    var ids: [Int64?] = []
    var wkb: [[UInt8]?] = []
    do {
      _ = try scan(query) { feature in
        let id = OGR_F_GetFID(feature)
        ids.append(id >= 0 ? id : nil)
        for index in builders.indices { builders[index].append(from: feature) }
        if query.readsGeometry { wkb.append(try self.wkb(of: feature)) }
      }
    } catch let error as GDALError {
      throw error
    } catch {
      throw GDALError(
        .readFailed, function: "OGR_L_GetNextFeature", message: "\(error)", path: dataset.path, layer: name)
    }
    var notes = TextNotes()
    for builder in builders { notes.add(builder.notes) }
    note(notes)
    return FeatureTable(
      ids: ids, columns: builders.map { .init(field: $0.decoder.definition, values: $0.values) }, wkb: wkb)
  }

  private func wkb(of feature: OGRFeatureH) throws(GDALError) -> [UInt8]? {
    guard let geometry = OGR_F_GetGeometryRef(feature) else { return nil }
    if deliversYFirst { OGR_G_SwapXY(geometry) }
    var bytes = [UInt8](repeating: 0, count: OGR_G_WkbSizeEx(geometry))
    let status = OGR_G_ExportToIsoWkb(geometry, wkbNDR, &bytes)
    guard status == 0 else {
      throw GDALError(
        .geometryFailed, function: "OGR_G_ExportToIsoWkb", message: words(forStatus: status),
        path: dataset.path,
        layer: name, featureID: OGR_F_GetFID(feature))
    }
    return bytes
  }
}

/// Collects the values of one field; each kind of column appends straight to an array of its own type.
private struct ColumnBuilder {
  let decoder: FieldDecoder
  var notes = TextNotes()
  private var integers: [Int64?] = []
  private var reals: [Double?] = []
  private var texts: [String?] = []
  private var others: [FieldValue] = []

  init(decoder: FieldDecoder) { self.decoder = decoder }

  mutating func append(from feature: OGRFeatureH) {
    let index = decoder.index
    switch decoder.definition.type {
    case .integer, .integer64:
      integers.append(isMissing(feature) ? nil : OGR_F_GetFieldAsInteger64(feature, index))
    case .real: reals.append(isMissing(feature) ? nil : OGR_F_GetFieldAsDouble(feature, index))
    case .text: texts.append(decoder.value(of: feature, notes: &notes).text)
    default: others.append(decoder.value(of: feature, notes: &notes))
    }
  }

  private func isMissing(_ feature: OGRFeatureH) -> Bool {
    OGR_F_IsFieldSetAndNotNull(feature, decoder.index) == 0
  }

  var values: FeatureTable.Values {
    switch decoder.definition.type {
    case .integer, .integer64: .integers(integers)
    case .real: .reals(reals)
    case .text: .texts(texts)
    default: .others(others)
    }
  }
}
