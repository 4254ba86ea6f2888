// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Synchronization

/// A directory beside the destination in which a result is built. It is locked as long as its process lives, so that a later run can
/// tell one that is in use from one that a killed run left behind.
struct PartialDirectory {
  private static let nextNumber = Atomic<Int>(0)

  let path: String
  private let lock: Int32

  /// Makes one beside `destination`, which must be an absolute path in an existing directory.
  init(beside destination: String) throws(FileSystem.Fault) {
    let number = Self.nextNumber.wrappingAdd(1, ordering: .relaxed).oldValue
    path = "\(Self.prefix(destination))\(getpid())-\(number)\(Self.ending)"
    if mkdir(path, 0o777) != 0 { throw FileSystem.Fault(code: errno) }
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
  }

  /// Gives up the lock; the directory stays.
  func release() {
    if lock >= 0 { close(lock) }
  }

  /// Gives up the lock and removes whatever now has the name.
  func discard() {
    release()
    FileSystem.remove(path)
  }

  /// Removes what killed runs left beside a destination: directories of its name whose process is gone and whose lock is free.
  static func removeStale(beside destination: String) {
    let parent = FileSystem.parent(of: destination)
    let prefix = prefix(destination)
    for name in (try? FileSystem.names(in: parent)) ?? [] {
      let path = parent == "/" ? "/\(name)" : "\(parent)/\(name)"
      guard path.hasPrefix(prefix), path.hasSuffix(ending) else { continue }
      let parts = path.dropFirst(prefix.count).dropLast(ending.count).split(separator: "-")
      guard parts.count == 2, let process = Int32(parts[0]), Int(parts[1]) != nil, process > 0 else {
        continue
      }
      if kill(process, 0) == 0 || errno != ESRCH { continue }
      // The process may be one of another container that shares the file system: then the lock tells.
      let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard directory >= 0 else { continue }
      let isFree = flock(directory, LOCK_EX | LOCK_NB) == 0
      if isFree { FileSystem.remove(path) }
      close(directory)
    }
  }

  private static let ending = ".partial"

  private static func prefix(_ destination: String) -> String {
    let parent = FileSystem.parent(of: destination)
    let name = destination.split(separator: "/").last.map(String.init) ?? "result"
    return (parent == "/" ? "/." : "\(parent)/.") + "\(name).arpent-"
  }
}
