// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Whole files through GDAL's file layer: disk, `/vsimem/`, `/vsizip/` and the other virtual systems.
///
/// `/vsimem/` belongs to the process, and all functions here may be called from any thread.
public enum VirtualFile {
  /// Writes a whole file, replacing one that is there.
  ///
  /// - Throws: `GDALError` with reason `writeFailed`, also when the bytes are refused only on closing (disk
  ///   full).
  public static func write(_ bytes: [UInt8], to path: String) throws(GDALError) {
    let place = CallPlace(path: path)
    try CStrings.require(path, isFor: "the path", function: "VSIFOpenL", at: place)
    let collector = MessageCollector()
    let failed: String? = collector.collecting {
      guard let file = VSIFOpenExL(path, "wb", 1) else { return "VSIFOpenL" }
      let written = bytes.withUnsafeBytes { VSIFWriteL($0.baseAddress, 1, $0.count, file) }
      let closed = VSIFCloseL(file)
      if written != bytes.count { return "VSIFWriteL" }
      return closed == 0 ? nil : "VSIFCloseL"
    }
    guard let failed else { return }
    throw GDALError(
      .writeFailed, function: failed, at: place, said: collector.messages,
      otherwise: "the file cannot be written",
      hint: "check that the folder exists, may be written to and has room")
  }

  /// Writes text as UTF-8.
  ///
  /// - Throws: As `write(_:to:)` for bytes.
  public static func write(_ text: String, to path: String) throws(GDALError) {
    try write(Array(text.utf8), to: path)
  }

  /// Reads a whole file.
  ///
  /// - Parameter byteLimit: The most to read; a longer file is an error, not a cut.
  /// - Throws: `GDALError` with reason `openFailed` or `readFailed`.
  public static func read(_ path: String, byteLimit: Int = 1 << 31) throws(GDALError) -> [UInt8] {
    let place = CallPlace(path: path)
    try CStrings.require(path, isFor: "the path", function: "VSIFOpenL", at: place)
    guard !isFolder(path) else {
      throw GDALError(
        .openFailed, function: "VSIFOpenL", message: "this is a folder, not a file",
        hint: "name a file in it", path: path)
    }
    let opened: GDALError.Reason = .openFailed
    let (file, _) = try call("VSIFOpenL", opened, at: place) { VSIFOpenExL(path, "rb", 1) }
    var bytes: [UInt8] = []
    var isWhole = false
    let collector = MessageCollector()
    collector.collecting {
      defer { _ = VSIFCloseL(file) }
      guard VSIFSeekL(file, 0, 2) == 0 else { return }
      let size = VSIFTellL(file)
      guard size <= UInt64(byteLimit), VSIFSeekL(file, 0, 0) == 0 else { return }
      let count = Int(size)
      bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = count == 0 ? 0 : VSIFReadL(buffer.baseAddress, 1, count, file)
      }
      isWhole = bytes.count == count
    }
    guard isWhole else {
      throw GDALError(
        .readFailed, function: "VSIFReadL", at: place, said: collector.messages,
        otherwise: "the file cannot be read whole or is longer than \(byteLimit) bytes")
    }
    return bytes
  }

  /// Hands a file, or the last bytes of it, to `body` piece by piece.
  ///
  /// - Throws: `GDALError` with reason `openFailed` or `readFailed`.
  public static func forEachChunk(
    of path: String, lastBytes: Int? = nil, byteLimit: Int = .max,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(GDALError) {
    let place = CallPlace(path: path)
    try CStrings.require(path, isFor: "the path", function: "VSIFOpenL", at: place)
    let (file, _) = try call("VSIFOpenL", .openFailed, at: place) { VSIFOpenExL(path, "rb", 1) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var left = byteLimit
    let collector = MessageCollector()
    collector.collecting {
      defer { _ = VSIFCloseL(file) }
      if let lastBytes {
        guard VSIFSeekL(file, 0, 2) == 0 else { return }
        let size = VSIFTellL(file)
        guard VSIFSeekL(file, size - min(size, UInt64(lastBytes)), 0) == 0 else { return }
      }
      while left > 0 {
        let wanted = min(left, buffer.count)
        let count = VSIFReadL(&buffer, 1, wanted, file)
        if count > 0 { buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) } }
        left -= count
        if count < wanted { return }
      }
    }
    guard !collector.hasFailure else {
      throw GDALError(.readFailed, function: "VSIFReadL", at: place, said: collector.messages)
    }
  }

  /// The first and the last bytes of a file; of one in an archive, where looking at the end means reading all
  /// of it, the first only.
  ///
  /// - Throws: As `forEachChunk`.
  public static func ends(of path: String, bytes limit: Int) throws(GDALError) -> (
    head: [UInt8], tail: [UInt8]
  ) {
    let first = try head(path, byteLimit: limit)
    guard first.count == limit, !path.hasPrefix("/vsigzip/"), !path.hasPrefix("/vsizip/") else {
      return (first, first)
    }
    return (first, try tail(path, byteLimit: limit))
  }

  /// The first bytes of a file.
  ///
  /// - Throws: As `forEachChunk`.
  public static func head(_ path: String, byteLimit: Int) throws(GDALError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: path, byteLimit: byteLimit) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// The last bytes of a file.
  ///
  /// - Throws: As `forEachChunk`.
  public static func tail(_ path: String, byteLimit: Int) throws(GDALError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: path, lastBytes: byteLimit) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Whether a file or folder of that name exists.
  public static func exists(_ path: String) -> Bool {
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    return MessageCollector().collecting {
      // The C function takes a writable string only because it would correct upper and lower case on some
      // systems.
      path.withCString { text in
        guard let copy = VSIStrdup(text) else { return false }
        defer { VSIFree(copy) }
        return CPLCheckForFile(copy, nil) != 0
      }
    }
  }

  /// Whether a folder of that name exists.
  public static func isFolder(_ path: String) -> Bool {
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    return MessageCollector().collecting {
      guard let folder = VSIOpenDir(path, 0, nil) else { return false }
      VSICloseDir(folder)
      return true
    }
  }

  /// The names in a folder, sorted; empty when there is no such folder.
  public static func names(in folder: String) -> [String] {
    guard !folder.utf8.contains(0) else { return [] }
    let names = MessageCollector().collecting { CStrings.takeList(VSIReadDir(folder)) }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// Removes a file; returns false when it was not there or could not be removed.
  @discardableResult
  public static func remove(_ path: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    return MessageCollector().collecting { VSIUnlink(path) == 0 }
  }
}
