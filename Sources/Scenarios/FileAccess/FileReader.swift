// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// Reads whole files for the scenario reader, so that a scenario can come from a disk, from memory or from
/// standard input alike.
package struct FileReader: Sendable {
  /// Why a file cannot be read.
  package enum Failure: Error, Sendable, Equatable {
    /// There is no such file.
    case notFound
    /// It is a folder.
    case isFolder
    /// It is there but cannot be read, with the reason.
    case unreadable(String)
  }

  /// Bytes of the file at a path.
  package var read: @Sendable (_ path: String) throws(Failure) -> [UInt8]

  /// Names in a folder, of which one may be meant by a path that is not there; empty where nothing is known
  /// of folders.
  package var names: @Sendable (_ folder: String) -> [String]

  /// A reader that takes the bytes of a path from a function.
  package init(
    names: @escaping @Sendable (_ folder: String) -> [String] = { _ in [] },
    read: @escaping @Sendable (_ path: String) throws(Failure) -> [UInt8]
  ) {
    self.names = names
    self.read = read
  }

  /// `did you mean 'plan.toml'?` for a path that is not there; nil where nothing is near.
  package func suggestion(for path: String) -> String? {
    nearestPath(to: path, names: names).map { "did you mean '\($0)'?" }
  }

  /// Bytes that a file may have: what is larger is no scenario, and would fill the memory.
  package static let byteLimit = 256_000_000

  /// Standard input as a path.
  package static let standardInputPath = "/dev/stdin"

  /// Files of the machine; relative paths are relative to the working directory. Standard input is read once
  /// and can be asked for again.
  package static let disk = FileReader(names: folderNames) { (path: String) throws(Failure) -> [UInt8] in
    if path == standardInputPath { return try standardInput.get() }
    // C would end the path there.
    guard !path.utf8.contains(0) else { throw .notFound }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    return try content(of: descriptor)
  }

  private static let standardInput = Result { () throws(Failure) -> [UInt8] in
    let bytes = try content(of: 0)
    if bytes.isEmpty { throw .unreadable("nothing came over standard input") }
    return bytes
  }

  private static func content(of descriptor: Int32) throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(Int(status.st_size), byteLimit)))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= byteLimit {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(errno) }
      bytes += chunk[..<count]
    }
    throw .unreadable("it is larger than \(byteLimit / 1_000_000) MB")
  }

  private static func folderNames(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  private static func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isFolder
    case EACCES, EPERM: .unreadable("it exists but may not be read; check its permissions")
    case EBADF: .unreadable("standard input is closed")
    default: .unreadable(String(cString: strerror(code)))
    }
  }

  /// Files given as texts under their paths.
  package static func memory(_ files: [String: String]) -> FileReader {
    FileReader { (path: String) throws(Failure) -> [UInt8] in
      guard let text = files[path] else { throw .notFound }
      return Array(text.utf8)
    }
  }
}
