// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Writes one file whole or not at all: under a name of its own first, which nobody can foresee, in the
/// folder where it goes.
///
/// A link is followed and stays, and the file that it leads to is replaced; a link to nothing is refused. A
/// file that is replaced leaves its mode to the new one; one that its owner may not write is refused. A
/// device, a pipe, or an open file of this process such as `/dev/stdout` is written to as it is, which needs
/// no `force` since nothing of it is lost.
package struct SingleFile: Sendable {
  /// Where it goes.
  package let path: String
  /// Whether a file that is there may be replaced.
  package let force: Bool

  /// A file; nothing is looked at yet.
  package init(_ path: String, force: Bool = false) {
    self.path = path
    self.force = force
  }

  private enum Place {
    /// An open file of this process.
    case descriptor(Int32)
    /// A device or pipe.
    case special
    /// A file, there or not, by its path without links.
    case file(String, earlier: FileSystem.Status?)
  }

  /// Checks before the work that the file will find its place.
  ///
  /// - Throws: `ResultDirectoryError`.
  package func check() throws(ResultDirectoryError) {
    guard case .file(let final, _) = try place() else { return }
    do throws(FileSystem.Fault) {
      let part = Self.part(beside: final)
      let number = UnfinishedFiles.note(.file(part))
      defer { UnfinishedFiles.forget(number) }
      try FileSystem.write([], to: part)
      FileSystem.removeFile(part)
    } catch {
      throw failure(error.text, "name a file in another directory")
    }
  }

  /// Writes the text.
  ///
  /// - Throws: `ResultDirectoryError`; a file that was there is still there then.
  package func write(_ text: String) throws(ResultDirectoryError) { try write(Array(text.utf8)) }

  /// Writes the bytes.
  ///
  /// - Throws: `ResultDirectoryError`; a file that was there is still there then.
  package func write(_ bytes: [UInt8]) throws(ResultDirectoryError) {
    let place = try place()
    do throws(FileSystem.Fault) {
      switch place {
      case .descriptor(let file): try FileSystem.write(bytes, to: file)
      case .special: try stream(bytes)
      case .file(let final, let earlier):
        let part = Self.part(beside: final)
        let number = UnfinishedFiles.note(.file(part))
        defer { UnfinishedFiles.forget(number) }
        do throws(FileSystem.Fault) {
          try FileSystem.write(bytes, to: part)
          try put(part, at: final, earlier: earlier)
        } catch {
          FileSystem.removeFile(part)
          throw error
        }
      }
    } catch { throw denied(error) }
  }

  /// Lets something write the file by its path, for formats that a library writes.
  ///
  /// - Parameter produce: Receives the path of a file that does not exist yet, in a folder open to this user
  ///   alone, and must leave it whole.
  /// - Throws: `ResultDirectoryError`, or what `produce` throws; a file that was there is still there then.
  package func write(making produce: (_ path: String) throws -> Void) throws {
    let place = try place()
    guard case .file(let final, let earlier) = place else {
      let folder = try Self.folder(beside: "\(FileSystem.temporaryFolder)/arpent", for: self)
      defer { folder.discard() }
      let made = "\(folder.fresh)/\(name)"
      try produce(made)
      guard let bytes = FileSystem.read(made, byteLimit: .max) else {
        throw failure("what was made cannot be read", "name a file")
      }
      return try write(bytes)
    }
    let folder = try Self.folder(beside: final, for: self)
    defer { folder.discard() }
    let made = "\(folder.fresh)/\(name)"
    try produce(made)
    do throws(FileSystem.Fault) {
      try FileSystem.sync(made)
      try put(made, at: final, earlier: earlier)
    } catch { throw denied(error) }
  }

  private var name: String { path.split(separator: "/").last.map(String.init) ?? "file" }

  private static func folder(
    beside final: String, for file: SingleFile
  ) throws(ResultDirectoryError) -> PartialDirectory {
    do throws(FileSystem.Fault) { return try PartialDirectory(for: final) } catch { throw file.denied(error) }
  }

  /// Brings a finished file to its name.
  private func put(
    _ part: String, at final: String, earlier: FileSystem.Status?
  ) throws(FileSystem.Fault) {
    if let earlier {
      chown(part, earlier.owner, earlier.group)
      chmod(part, earlier.mode)
    }
    try UnfinishedFiles.placing { () throws(FileSystem.Fault) in
      if force {
        try FileSystem.rename(part, to: final)
      } else {
        // A file that came while this one was made is not ours to replace.
        try FileSystem.renameToFree(part, final)
      }
    }
    // The file is in place: that its folder is not on the disk yet is no reason to report a failure.
    try? FileSystem.sync(FileSystem.parent(of: final))
  }

  private func stream(_ bytes: [UInt8]) throws(FileSystem.Fault) {
    let file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw FileSystem.Fault(code: errno) }
    defer { close(file) }
    try FileSystem.write(bytes, to: file)
  }

  private static func part(beside final: String) -> String {
    let folder = FileSystem.parent(of: final)
    let number = FileSystem.unforeseenNumber()
    return (folder == "/" ? "" : folder) + "/.arpent-\(FileSystem.processID)-\(number).part"
  }

  /// What the path leads to, where it can be written.
  private func place() throws(ResultDirectoryError) -> Place {
    guard !path.isEmpty, !path.utf8.contains(0), !path.hasSuffix("/") else {
      throw failure(path.hasSuffix("/") ? "it names a directory" : "it is no name of a file", "name a file")
    }
    if let descriptor = FileSystem.descriptor(path) { return .descriptor(descriptor) }
    if let dangling = FileSystem.danglingLink(path) {
      throw failure(
        "\(dangling.link) is a link to \(dangling.destination), which is not there",
        "remove the link, or name another file")
    }
    guard let final = FileSystem.resolved(path), let earlier = FileSystem.status(final, followsLinks: false)
    else {
      let folder = FileSystem.parent(of: path)
      guard FileSystem.kind(folder) == .directory, let place = FileSystem.resolved(folder) else {
        throw failure("there is no directory \(folder)", "make it, or name another file")
      }
      try check(folder: place)
      return .file((place == "/" ? "" : place) + "/\(name)", earlier: nil)
    }
    switch earlier.sort {
    case .directory: throw failure("it is a directory", "name a file in it")
    case .special: return .special
    case .file, .link: break
    }
    guard force else { throw failure("it exists", "name another file, or add --force to replace it") }
    guard earlier.isWritableByOwner, FileSystem.mayWrite(final) else {
      throw failure("it is read-only", "name another file, or make it writable: chmod u+w \(path)")
    }
    try check(folder: FileSystem.parent(of: final))
    return .file(final, earlier: earlier)
  }

  private func check(folder: String) throws(ResultDirectoryError) {
    if FileSystem.status(folder, followsLinks: true)?.isWritableByOwner == true { return }
    throw failure("the directory \(folder) is read-only", "name a file in another directory")
  }

  private func failure(_ reason: String, _ cure: String) -> ResultDirectoryError {
    ResultDirectoryError(path: path, reason: reason, cure: cure)
  }

  private func denied(_ fault: FileSystem.Fault) -> ResultDirectoryError {
    let cure =
      switch fault.code {
      case EEXIST: "name another file, or add --force to replace it"
      case EFBIG: "raise the limit on the size of files (ulimit -f)"
      case EBUSY: "the file cannot be replaced, maybe since something is mounted there; name another file"
      case EACCES, EPERM, EROFS: "name a file in a directory that you may write to"
      default: "make room, or name another file"
      }
    return failure(fault.text, cure)
  }
}
