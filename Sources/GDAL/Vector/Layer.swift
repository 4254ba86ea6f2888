// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// A table of features in a dataset, for reading.
///
/// A layer keeps its dataset alive. It belongs to the thread of its dataset.
public final class Layer {
  /// The dataset it is in.
  public let dataset: Dataset
  /// The name.
  public let name: String
  /// The declared type of geometries; `.unknown` when they may be of any type, `.none` for a plain table.
  public let geometryType: GeometryType
  /// The reference system of the geometries; nil when the layer states none.
  public let spatialReference: SpatialReference?
  /// The fields, in order.
  public let fields: [FieldDefinition]
  /// The column of feature ids; nil when it has no name.
  public let idColumn: String?
  /// The column of geometries; nil when it has no name.
  public let geometryColumn: String?

  private let handle: OGRLayerH
  private(set) var isReleased = false

  /// Whether the driver delivers y before x (latitude first); such geometries are turned on reading.
  let deliversYFirst: Bool

  init(_ handle: OGRLayerH, of dataset: Dataset, place: CallPlace) throws(GDALError) {
    let collector = MessageCollector()
    let (name, definition) = collector.collecting {
      (CStrings.copy(OGR_L_GetName(handle)) ?? "", OGR_L_GetLayerDefn(handle))
    }
    guard let definition, !collector.hasFailure else {
      throw GDALError(.readFailed, function: "OGR_L_GetLayerDefn", at: place, said: collector.messages)
    }
    func named(_ column: UnsafePointer<CChar>?) -> String? {
      CStrings.copy(column).flatMap { $0.isEmpty ? nil : $0 }
    }
    self.handle = handle
    self.dataset = dataset
    self.name = name
    fields = FieldDefinition.all(of: definition, encoding: dataset.textEncoding)
    geometryType = GeometryType(OGR_L_GetGeomType(handle))
    idColumn = named(OGR_L_GetFIDColumn(handle))
    geometryColumn = named(OGR_L_GetGeometryColumn(handle))
    let stated = OGR_L_GetSpatialRef(handle)
    let reference = SpatialReference.copy(of: stated)
    spatialReference = reference
    deliversYFirst = reference.map { $0.axisMapping != SpatialReference.axisMapping(of: stated) } ?? false
    dataset.note(collector.messages)
    if let field = fields.first(where: { $0.name.unicodeScalars.contains("\u{FFFD}") }) {
      let text =
        "the field name '\(field.name)' is not UTF-8; say how names and texts are written with "
        + "open_options = { ENCODING = \"CP1252\" }, or whichever it is"
      dataset.note([GDALMessage(severity: .warning, code: 1, text: text)])
    }
  }

  /// The C object, while the dataset is open.
  func live() throws(GDALError) -> OGRLayerH {
    _ = try dataset.live()
    guard !isReleased else {
      throw GDALError(
        .closed, function: "OGR_L_ResetReading", message: "the result of the SQL statement was released",
        hint: "use it inside the closure only", path: dataset.path, layer: name)
    }
    return handle
  }

  /// Declares the layer unusable; called when a result set is released.
  func release() { isReleased = true }

  var place: CallPlace { CallPlace(path: dataset.path, layer: name) }

  /// The position of a field by its exact name.
  ///
  /// - Throws: `GDALError` with reason `notFound`, naming the nearest field.
  public func fieldIndex(_ field: String) throws(GDALError) -> Int {
    if let index = fields.firstIndex(where: { $0.name == field }) { return index }
    throw GDALError(
      .notFound, function: "OGR_FD_GetFieldIndex", message: "the layer has no field \"\(field)\"",
      hint: suggestion(for: field, among: fields.map(\.name), what: "its fields")
        ?? "it has no fields at all",
      path: dataset.path, layer: name)
  }
}
