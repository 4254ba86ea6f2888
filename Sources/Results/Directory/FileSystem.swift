// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The few calls of the operating system that writing a result needs, with the fault of each as words.
package enum FileSystem {
  /// A failed call, in the system's words.
  package struct Fault: Error {
    package var code: Int32

    /// What the system answered.
    package init(code: Int32) {
      self.code = code
    }
    package var text: String { String(cString: strerror(code)) }
  }

  package enum Kind {
    case absent
    case directory
    case other
  }

  /// Number of this process, for names that no other process uses at the same time.
  package static var processID: Int32 { getpid() }

  /// Folder for what no destination has room for.
  static var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Part of a name that nobody can foresee.
  package static func unforeseenNumber() -> Int { Int.random(in: 0...Int.max) }

  /// What a path leads to, through symbolic links.
  package static func kind(_ path: String) -> Kind {
    var info = stat()
    guard stat(path, &info) == 0 else { return .absent }
    return info.st_mode & S_IFMT == S_IFDIR ? .directory : .other
  }

  /// The path without symbolic links and dots; nil when it does not exist.
  package static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Names in a directory, sorted.
  package static func names(in path: String) throws(Fault) -> [String] {
    guard let stream = opendir(path) else { throw Fault(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a directory and those above it that are missing.
  package static func makeDirectories(_ path: String) throws(Fault) {
    if kind(path) == .directory { return }
    let above = parent(of: path)
    if above != path { try makeDirectories(above) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw Fault(code: errno) }
  }

  /// The directory above a path.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes a new file and waits until it is on the disk. A link that has the name is not followed.
  package static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Fault(code: errno) }
    var fault: Fault?
    do throws(Fault) { try write(bytes, to: file) } catch { fault = error }
    if fault == nil, fsync(file) != 0 { fault = Fault(code: errno) }
    if close(file) != 0, fault == nil { fault = Fault(code: errno) }
    if let fault { throw fault }
  }

  /// Writes all bytes to an open file.
  static func write(_ bytes: [UInt8], to file: Int32) throws(Fault) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if written > 0 { offset += written } else if errno != EINTR { throw Fault(code: errno) }
    }
  }

  /// Reads a file of at most `byteLimit` bytes; nil when it cannot be read or is longer.
  package static func read(_ path: String, byteLimit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size <= byteLimit else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var offset = 0
    while offset < bytes.count {
      let count = bytes.count
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress.map { $0 + offset }, count - offset)
      }
      if got <= 0 { return nil }
      offset += got
    }
    return bytes
  }

  /// Waits until a file or directory is on the disk. Some file systems cannot wait for a directory; that is
  /// no fault.
  package static func sync(_ path: String) throws(Fault) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Fault(code: errno) }
    defer { close(file) }
    if fsync(file) != 0, errno != EINVAL, errno != ENOTSUP { throw Fault(code: errno) }
  }

  /// Removes a file or a directory with all that is in it; symbolic links are removed and not followed.
  package static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }

  /// Removes a file and nothing else; that it is not there or is a directory is no fault.
  package static func removeFile(_ path: String) { _ = unlink(path) }

  /// Gives a file or directory another name in the same file system.
  static func rename(_ old: String, to new: String) throws(Fault) {
    if Glibc.rename(old, new) != 0 { throw Fault(code: errno) }
  }
}
