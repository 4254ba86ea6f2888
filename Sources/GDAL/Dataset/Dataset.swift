// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// An open source of features or pixels: a file, a folder, a database, a service.
///
/// A dataset and all that it hands out (layers, bands) belong to one thread at a time, so none of them is
/// `Sendable`; open the same file once for each thread. What is read from them (`FieldValue`, `FeatureTable`,
/// arrays) may go anywhere.
public final class Dataset {
  /// What it was opened with.
  public let path: String
  /// The short name of the driver, e.g. `GPKG`.
  public let driverName: String

  /// How texts are written, where the caller states it and the driver has no option for it; nil for UTF-8.
  let textEncoding: TextEncoding?

  /// GDAL's object; `void *` in C, so this is the only place that keeps it.
  private var handle: GDALDatasetH?

  /// What GDAL remarked so far: on opening, and in every call that succeeded. Nothing is printed.
  public private(set) var warnings: [GDALMessage] = []

  /// Layers with a reading in progress; C has one cursor a layer.
  private var takenCursors: Set<OGRLayerH> = []
  private var checkedLayers: Set<OGRLayerH> = []

  /// Takes ownership of a C object.
  init(
    owning handle: GDALDatasetH, path: String, said messages: [GDALMessage], textEncoding: TextEncoding? = nil
  ) {
    self.handle = handle
    self.textEncoding = textEncoding
    self.path = path
    driverName = CStrings.copy(GDALGetDriverShortName(GDALGetDatasetDriver(handle))) ?? "unknown"
    note(messages)
  }

  deinit {
    // Nothing can be thrown here; call `close()` where an error of closing matters.
    guard let handle else { return }
    MessageCollector().collecting { GDALClose(handle) }
  }

  /// Whether it is open still.
  public var isOpen: Bool { handle != nil }

  /// Closes the dataset and writes what is still in memory. Layers and bands of it throw `closed` afterwards.
  /// Closing twice is fine.
  ///
  /// - Throws: `GDALError` with reason `writeFailed` (opened for update) or `readFailed` when GDAL reports a
  ///   failure on the way.
  public func close() throws(GDALError) { try close(failure: isWritable ? .writeFailed : .readFailed) }

  func close(failure reason: GDALError.Reason) throws(GDALError) {
    guard let open = handle else { return }
    handle = nil
    let collector = MessageCollector()
    // In this version closing returns nothing: what goes wrong is known from messages only.
    collector.collecting { GDALClose(open) }
    guard !collector.hasFailure else {
      throw GDALError(
        reason, function: "GDALClose", at: CallPlace(path: path), said: collector.messages,
        hint: "check the room on the disk and the right to write")
    }
    note(collector.messages)
  }

  private(set) lazy var isWritable: Bool = handle.map { GDALGetAccess($0) == 1 } ?? false

  /// The C object, while the dataset is open.
  func live() throws(GDALError) -> GDALDatasetH {
    if let handle { return handle }
    throw GDALError(
      .closed, function: "GDALClose", message: "the dataset was closed before", hint: "open it again",
      path: path)
  }

  /// Adds to the warnings; failures that were overcome count as such.
  func note(_ messages: [GDALMessage]) {
    for message in messages {
      let warning = GDALMessage(severity: .warning, code: message.code, text: message.text)
      if warnings.count < 1000, !warnings.contains(warning) { warnings.append(warning) }
    }
  }

  func takeCursor(_ layer: OGRLayerH) -> Bool { takenCursors.insert(layer).inserted }
  func returnCursor(_ layer: OGRLayerH) { takenCursors.remove(layer) }
  func isChecked(_ layer: OGRLayerH) -> Bool { checkedLayers.contains(layer) }
  func markChecked(_ layer: OGRLayerH) { checkedLayers.insert(layer) }
  func forget(_ layer: OGRLayerH) {
    takenCursors.remove(layer)
    checkedLayers.remove(layer)
  }
}
