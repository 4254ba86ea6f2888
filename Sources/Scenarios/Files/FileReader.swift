// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads whole files for the scenario reader, so that a scenario can come from a disk, from memory or from standard
/// input alike.
public struct FileReader: Sendable {
  /// Why a file cannot be read.
  public enum Failure: Error, Sendable, Equatable {
    /// There is no such file.
    case notFound
    /// It is a folder.
    case isFolder
    /// It is there but cannot be read, with the reason.
    case unreadable(String)
  }

  /// Bytes of the file at a path.
  public var read: @Sendable (_ path: String) throws(Failure) -> [UInt8]

  /// A reader that takes the bytes of a path from a function.
  public init(read: @escaping @Sendable (_ path: String) throws(Failure) -> [UInt8]) { self.read = read }

  /// Files of the machine; relative paths are relative to the working directory.
  public static let disk = FileReader { (path: String) throws(Failure) -> [UInt8] in
    var isFolder: Bool = false
    let manager = FileManager.default
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { throw .notFound }
    guard !isFolder else { throw .isFolder }
    guard let data = manager.contents(atPath: path) else {
      throw .unreadable("it exists but may not be read; check its permissions")
    }
    return [UInt8](data)
  }

  /// Files given as texts under their paths.
  public static func memory(_ files: [String: String]) -> FileReader {
    FileReader { (path: String) throws(Failure) -> [UInt8] in
      guard let text = files[path] else { throw .notFound }
      return Array(text.utf8)
    }
  }
}
