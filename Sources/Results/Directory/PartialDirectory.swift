// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A directory near the destination in which a result is built, open to this user alone. It is locked as long
/// as its process lives, so that a later run can tell one that is in use from one that a killed run left
/// behind.
///
/// What is built stands in the folder `new` of it. Where that folder is exchanged with an earlier result, a
/// mark is put beside it first: from then on it holds somebody else's files, which are never removed with it.
package struct PartialDirectory: Sendable {
  let path: String
  /// The directory whose place is to be taken.
  let destination: String
  private let lock: Int32
  private let number: Int

  /// Where the result is built.
  package var fresh: String { "\(path)/new" }
  private var mark: String { Self.mark(path) }

  /// Makes one for `destination`, an absolute path, in an existing directory.
  ///
  /// - Parameter folder: The directory; that above the destination where none is named.
  package init(for destination: String, in folder: String? = nil) throws(FileSystem.Fault) {
    self.destination = destination
    let start = "\(Self.prefix(destination, in: folder))\(FileSystem.processID)-"
    var made = ""
    while true {
      made = "\(start)\(FileSystem.unforeseenNumber())\(Self.ending)"
      if mkdir(made, 0o700) == 0 { break }
      if errno != EEXIST { throw FileSystem.Fault(code: errno) }
    }
    path = made
    lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
    number = UnfinishedFiles.note(.directory(PartialDirectory(path: made, destination: destination)))
    if mkdir(fresh, 0o777) != 0 {
      let fault = FileSystem.Fault(code: errno)
      discard()
      throw fault
    }
  }

  /// One that is there.
  private init(path: String, destination: String) {
    self.path = path
    self.destination = destination
    lock = -1
    number = 0
  }

  /// Says that what is built is exchanged with an earlier result from now on.
  func markExchange() throws(FileSystem.Fault) { try FileSystem.write([], to: mark) }

  /// Takes the mark away where there was no exchange after all.
  func unmarkExchange() { FileSystem.removeFile(mark) }

  /// Removes it, but for what others put into an earlier result.
  ///
  /// - Returns: What became of files of others.
  @discardableResult
  package func discard() -> EarlierResult.Remains {
    let remains = clear()
    if lock >= 0 { close(lock) }
    UnfinishedFiles.forget(number)
    return remains
  }

  /// Removes what is in it, and it.
  @discardableResult
  func clear() -> EarlierResult.Remains {
    var remains = EarlierResult.Remains()
    if FileSystem.status(mark, followsLinks: false) != nil {
      remains = EarlierResult.takeApart(fresh, into: destination)
      if remains.left == nil {
        FileSystem.removeFile(mark)
        rmdir(path)
      }
      return remains
    }
    // A library that writes in another thread may add a file while they are removed.
    for _ in 0..<100 {
      FileSystem.remove(path)
      if FileSystem.status(path, followsLinks: false) == nil { break }
      usleep(5_000)
    }
    return remains
  }

  /// Removes what killed runs left of a destination: directories of its name whose process is gone and whose
  /// lock is free.
  package static func removeStale(of destination: String, in folder: String? = nil) {
    let prefix = prefix(destination, in: folder)
    let parent = FileSystem.parent(of: prefix)
    for name in (try? FileSystem.names(in: parent)) ?? [] {
      let path = parent == "/" ? "/\(name)" : "\(parent)/\(name)"
      guard path.hasPrefix(prefix), let process = process(ofName: path.dropFirst(prefix.count)) else {
        continue
      }
      if kill(process, 0) == 0 || errno != ESRCH { continue }
      // The process may be one of another container that shares the file system: then the lock tells.
      let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard directory >= 0 else { continue }
      let isFree = flock(directory, LOCK_EX | LOCK_NB) == 0
      if isFree { PartialDirectory(path: path, destination: destination).clear() }
      close(directory)
    }
  }

  /// Whether a name in a directory is that of one that some run is building in, or left.
  static func isOne(_ name: String) -> Bool {
    guard name.hasPrefix("."), let range = name.firstRange(of: infix) else { return false }
    return process(ofName: name[range.upperBound...]) != nil
  }

  /// Number of the process in what follows the destination's name.
  private static func process(ofName rest: Substring) -> Int32? {
    guard rest.hasSuffix(ending) else { return nil }
    let parts = rest.dropLast(ending.count).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let process = Int32(parts[0]), Int(parts[1]) != nil, process > 0 else {
      return nil
    }
    return process
  }

  private static let infix = ".arpent-"
  private static let ending = ".partial"

  private static func mark(_ path: String) -> String { "\(path)/exchanged" }

  private static func prefix(_ destination: String, in folder: String?) -> String {
    let folder = folder ?? FileSystem.parent(of: destination)
    var name = destination.split(separator: "/").last.map(String.init) ?? "result"
    // With the numbers the name must stay within the 255 bytes of a file system.
    while name.utf8.count > 180 { name.removeLast() }
    return (folder == "/" ? "/." : "\(folder)/.") + name + infix
  }
}
