// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL
import Synchronization

/// A folder of its own under `/vsimem/`, removed with all its files when the object goes.
///
/// Use it for formats that must pass through a file on the way to a stream, and for tests. The name is unique
/// in the process.
public final class MemoryFolder: Sendable {
  private static let nextNumber = Atomic<Int>(0)

  /// The folder, e.g. `/vsimem/folder-7`, without a slash at its end.
  public let path: String

  /// Makes an empty folder.
  public init() {
    let number = Self.nextNumber.wrappingAdd(1, ordering: .relaxed).oldValue
    path = "/vsimem/folder-\(number)"
    let path = path
    MessageCollector().collecting { _ = VSIMkdir(path, 0o755) }
  }

  deinit {
    let path = path
    MessageCollector().collecting { _ = VSIRmdirRecursive(path) }
  }

  /// The path of a file in the folder, e.g. of `a.gpkg` or `parts/a.gpkg`. A subfolder named in it is made.
  ///
  /// GDAL would accept a file in a subfolder that nobody made, but it would not list it, and so never remove
  /// it.
  public func file(_ name: String) -> String {
    if let slash = name.lastIndex(of: "/") {
      let folder = "\(path)/\(name[..<slash])"
      MessageCollector().collecting { _ = VSIMkdirRecursive(folder, 0o755) }
    }
    return "\(path)/\(name)"
  }

  /// Writes a file into the folder and returns its path.
  ///
  /// - Throws: `GDALError` with reason `writeFailed`.
  @discardableResult
  public func write(_ bytes: [UInt8], as name: String) throws(GDALError) -> String {
    try VirtualFile.write(bytes, to: file(name))
    return file(name)
  }

  /// Writes text as UTF-8 into the folder and returns the path.
  ///
  /// - Throws: `GDALError` with reason `writeFailed`.
  @discardableResult
  public func write(_ text: String, as name: String) throws(GDALError) -> String {
    try write(Array(text.utf8), as: name)
  }
}
