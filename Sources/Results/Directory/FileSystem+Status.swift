// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension FileSystem {
  /// What stands under a name, and who may do what with it.
  package struct Status {
    /// Sort of thing that has the name.
    package enum Sort {
      case file
      case directory
      case link
      /// A device, pipe or socket.
      case special
    }

    package var sort: Sort
    /// Permissions with set-id and sticky bits.
    var mode: mode_t
    var owner: uid_t
    var group: gid_t
    var device: dev_t

    /// Whether its owner may write it. The superuser may write everything, and is held to it all the same.
    package var isWritableByOwner: Bool { mode & S_IWUSR != 0 }
  }

  /// What a name stands for; nil where there is nothing.
  ///
  /// - Parameter followsLinks: Whether it is asked of what a link leads to.
  package static func status(_ path: String, followsLinks: Bool) -> Status? {
    var info = stat()
    guard (followsLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    let sort: Status.Sort =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .special
      }
    return Status(
      sort: sort, mode: info.st_mode & 0o7777, owner: info.st_uid, group: info.st_gid, device: info.st_dev)
  }

  /// Whether this process may write under a path.
  static func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Where a link leads, as it is written; nil where there is none or it is longer than any path.
  static func destination(ofLink path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
      }
    }
    guard count > 0, count < bytes.count else { return nil }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// The link that leads to nothing, and where it leads, where a path is one; a chain is followed to its last
  /// link.
  package static func danglingLink(_ path: String) -> (link: String, destination: String)? {
    guard resolved(path) == nil else { return nil }
    var current = path
    for _ in 0..<40 {
      guard status(current, followsLinks: false)?.sort == .link,
        let written = destination(ofLink: current)
      else { return nil }
      let next = written.hasPrefix("/") ? written : "\(parent(of: current))/\(written)"
      if status(next, followsLinks: false)?.sort != .link { return (current, next) }
      current = next
    }
    return nil
  }

  /// The descriptor of this process that a path such as `/dev/stdout` or `/dev/fd/3` names; nil for every
  /// other path.
  package static func descriptor(_ path: String) -> Int32? {
    var current = path
    for _ in 0..<40 {
      let name = current.split(separator: "/").last.map(String.init) ?? ""
      if let number = Int32(name), resolved(parent(of: current)) == "/proc/\(processID)/fd" { return number }
      guard let written = destination(ofLink: current) else { return nil }
      current = written.hasPrefix("/") ? written : "\(parent(of: current))/\(written)"
    }
    return nil
  }

  /// Whether another file system, or another part of one, is mounted at a directory: it cannot be renamed.
  static func isMountPoint(_ directory: String) -> Bool {
    if let own = status(directory, followsLinks: true),
      let above = status(parent(of: directory), followsLinks: true), own.device != above.device
    {
      return true
    }
    // A part of the same file system that is mounted elsewhere shows in this list alone.
    guard let bytes = readStream("/proc/self/mountinfo") else { return false }
    return bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
      return fields.count > 4 && unescaped(fields[4]) == Array(directory.utf8)
    }
  }

  /// Blanks, tabs, line ends and backslashes stand as three octal digits in a list of mounts.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// The bytes of a file that has no size before it is read.
  private static func readStream(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Whether access to a directory is ruled by more than its mode: a list of rights, or attributes that
  /// somebody gave it.
  static func hasOwnRights(_ directory: String) -> Bool {
    typealias List = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<CChar>?, Int) -> Int
    // In a header of the system that the module Glibc does not hold.
    guard let symbol = dlsym(nil, "listxattr") else { return false }
    var names = [CChar](repeating: 0, count: 1 << 16)
    let count = unsafeBitCast(symbol, to: List.self)(directory, &names, names.count)
    guard count > 0 else { return false }
    let list = names[..<count].map { UInt8(bitPattern: $0) }
    return list.split(separator: 0).contains { name in
      let text = String(decoding: name, as: UTF8.self)
      return text.hasPrefix("system.posix_acl") || text.hasPrefix("user.")
    }
  }
}
