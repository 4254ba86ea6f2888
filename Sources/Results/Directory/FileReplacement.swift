// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Brings finished files to their names, all or none. Each name changes hands at once: it is never without a
/// file.
package struct FileReplacement {
  /// A finished file and the name that it takes; both in one file system.
  package struct Item {
    package var fresh: String
    package var final: String

    /// A file, and the name that it gets.
    package init(fresh: String, final: String, mayBeDirectory: Bool = false) {
      self.fresh = fresh
      self.final = final
      self.mayBeDirectory = mayBeDirectory
    }
    /// Whether a directory may be in its place, as a dataset of several files is.
    var mayBeDirectory = false
  }

  private enum Step {
    case named
    case exchanged
  }

  /// Puts the files in place. What they replace has their former names then, and the permissions that it had
  /// are theirs.
  ///
  /// - Throws: `FileSystem.Fault`; everything has its former name then.
  package static func commit(_ items: [Item]) throws(FileSystem.Fault) {
    var done: [(item: Item, step: Step)] = []
    do throws(FileSystem.Fault) {
      for item in items { done.append((item, try put(item))) }
    } catch {
      for (item, step) in done.reversed() {
        switch step {
        case .named: try? FileSystem.rename(item.final, to: item.fresh)
        case .exchanged: try? swap(item.fresh, item.final)
        }
      }
      throw error
    }
  }

  private static func put(_ item: Item) throws(FileSystem.Fault) -> Step {
    for _ in 0..<100 {
      if let earlier = FileSystem.status(item.final, followsLinks: false) {
        guard earlier.sort != .directory || item.mayBeDirectory else { throw FileSystem.Fault(code: EISDIR) }
        if earlier.sort == .file { chmod(item.fresh, earlier.mode) }
        do throws(FileSystem.Fault) { try swap(item.fresh, item.final) } catch {
          if error.code == ENOENT { continue }
          throw error
        }
        let replaced = FileSystem.status(item.fresh, followsLinks: false)?.sort
        if replaced == .directory, !item.mayBeDirectory {
          // It took the name a moment ago.
          try swap(item.fresh, item.final)
          throw FileSystem.Fault(code: EISDIR)
        }
        return .exchanged
      }
      do throws(FileSystem.Fault) {
        try FileSystem.renameToFree(item.fresh, item.final)
        return .named
      } catch {
        if error.code != EEXIST { throw error }
      }
    }
    throw FileSystem.Fault(code: EBUSY)
  }

  private static func swap(_ a: String, _ b: String) throws(FileSystem.Fault) {
    if FileSystem.exchange(a, b) { return }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw FileSystem.Fault(code: errno) }
    // Without an exchange the old file steps aside first, and comes back when the new one cannot take its
    // place.
    let aside = "\(a).old"
    try FileSystem.renameToFree(b, aside)
    do throws(FileSystem.Fault) { try FileSystem.rename(a, to: b) } catch {
      try? FileSystem.rename(aside, to: b)
      throw error
    }
    try FileSystem.rename(aside, to: a)
  }
}
