// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

/// Datasets made on the spot; nothing lies in the repository and nothing is left behind.
enum Fixtures {
  /// Fields of the layer that `points` writes.
  static let pointFields = [FieldDefinition("name", .text), FieldDefinition("value", .integer)]

  /// Writes `count` points: number i at (i / 1000, 45 + i / 2000) with a long name and the value i.
  static func points(
    _ count: Int, at path: String, driver: String, layerOptions: OptionList = [:]
  ) throws {
    let writer = try VectorWriter(creating: path, driver: driver)
    let layer = try writer.addLayer(
      LayerDefinition(
        "points", geometryType: .point, spatialReference: SpatialReference(epsg: 4326), fields: pointFields,
        options: layerOptions))
    for i in 0..<count {
      let name = "feature number \(i) with a text that is long enough to fill some pages of the file"
      try layer.write(
        [.text(name), .integer(Int64(i))], geometry: .point(x: Double(i) / 1000, y: 45 + Double(i) / 2000))
    }
    try writer.close()
  }
}

/// A folder on the disk that goes with the object.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("gdal-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Runs `body` on `count` threads of their own at the same time and waits for all.
///
/// Tasks would not do: GDAL's messages and options belong to threads, and tasks share them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  let gate = DispatchSemaphore(value: 0)
  for index in 0..<count {
    group.enter()
    let thread = Thread {
      gate.wait()
      body(index)
      group.leave()
    }
    thread.stackSize = 4 << 20
    thread.start()
  }
  // All start together, which is when races show.
  for _ in 0..<count { gate.signal() }
  group.wait()
}

/// Collects values from several threads.
final class Gathered<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var stored: [Value] = []

  func append(_ value: Value) { lock.withLock { stored.append(value) } }
  var values: [Value] { lock.withLock { stored } }
}

/// The error that `body` throws; a test failure when it throws none or another type.
func gdalError<Result>(
  _ body: () throws -> Result, sourceLocation: SourceLocation = #_sourceLocation
) -> GDALError? {
  do {
    _ = try body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  } catch let error as GDALError {
    return error
  } catch {
    Issue.record("thrown was \(error)", sourceLocation: sourceLocation)
  }
  return nil
}
