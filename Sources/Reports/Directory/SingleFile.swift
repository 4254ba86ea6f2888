// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes one file whole or not at all.
public struct SingleFile: Sendable {
  /// Where it goes.
  public let path: String
  /// Whether a file that is there may be replaced.
  public let force: Bool

  /// A file; nothing is looked at yet.
  public init(_ path: String, force: Bool = false) {
    self.path = path
    self.force = force
  }

  /// Checks before the work that the file will find its place.
  ///
  /// - Throws: `ResultDirectoryError`.
  public func check() throws(ResultDirectoryError) {
    let folder = FileSystem.parent(of: path)
    switch FileSystem.kind(path) {
    case .directory:
      throw ResultDirectoryError(path: path, reason: "it is a directory", cure: "name a file in it")
    case .other where !force:
      throw ResultDirectoryError(
        path: path, reason: "it exists", cure: "name another file, or add --force to replace it")
    case .other, .absent: break
    }
    guard FileSystem.kind(folder) == .directory else {
      throw ResultDirectoryError(
        path: path, reason: "there is no directory \(folder)", cure: "make it, or name another file")
    }
    do throws(FileSystem.Fault) {
      FileSystem.removeFile(part)
      try FileSystem.write([], to: part)
      FileSystem.removeFile(part)
    } catch {
      throw ResultDirectoryError(path: path, reason: error.text, cure: "name a file in another directory")
    }
  }

  /// Writes the text.
  ///
  /// - Throws: `ResultDirectoryError`; a file that was there is still there then.
  public func write(_ text: String) throws(ResultDirectoryError) { try write(Array(text.utf8)) }

  /// Writes the bytes.
  ///
  /// - Throws: `ResultDirectoryError`; a file that was there is still there then.
  public func write(_ bytes: [UInt8]) throws(ResultDirectoryError) {
    try check()
    do throws(FileSystem.Fault) {
      try FileSystem.write(bytes, to: part)
      try FileSystem.rename(part, to: path)
    } catch {
      FileSystem.removeFile(part)
      throw ResultDirectoryError(path: path, reason: error.text, cure: "make room, or name another file")
    }
  }

  /// The name under which it is written first; one that no other file has, since it is removed.
  private var part: String { "\(path).\(FileSystem.processID).part" }
}
