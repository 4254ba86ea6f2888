// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Glibc

/// A directory that holds a result of an earlier run, and maybe files of others.
package enum EarlierResult {
  /// What became of the files of others when a result was taken apart.
  package struct Remains: Sendable, Equatable {
    /// Names under which they stand beside the new result.
    var moved: [String] = []
    /// Directory that still holds some; nil where none does.
    var left: String?
  }

  /// Endings of the files that GDAL and SQLite put beside those they open, and none.
  private static let sideEndings = ["", "-wal", "-shm", "-journal", ".aux.xml"]
  private static let rounds = 200

  /// Names of the files of a result; nil when there is none.
  static func files(in directory: String) -> [String]? {
    guard let bytes = FileSystem.read("\(directory)/\(Manifest.fileName)", byteLimit: 64 << 20),
      let manifest = try? JSONReader.value(bytes)
    else { return nil }
    return Manifest.files(of: manifest)
  }

  /// Whether a name in a directory is that of a file of its result.
  static func owns(_ name: String, in directory: String, files: [String]) -> Bool {
    FileSystem.status("\(directory)/\(name)", followsLinks: false)?.sort != .directory
      && files.contains { file in sideEndings.contains { name == file + $0 } }
  }

  /// Removes the files of a result by their names, moves everything else over, and removes the directory once
  /// it is empty.
  ///
  /// The directory must have left its place before: whoever opens its path comes to the new one. Until it is
  /// gone, somebody who stands in it can add files; each is moved as well, and the directory is never removed
  /// with anything in it.
  static func takeApart(_ old: String, into new: String) -> Remains {
    var remains = Remains()
    var files = files(in: old) ?? []
    // The list may be of a result that was cut short: it names itself all the same.
    if !files.isEmpty, !files.contains(Manifest.fileName) { files.append(Manifest.fileName) }
    let hasManifest = files.contains(Manifest.fileName)
    for _ in 0..<rounds {
      for name in (try? FileSystem.names(in: old)) ?? [] {
        if owns(name, in: old, files: files) {
          if name != Manifest.fileName { FileSystem.removeFile("\(old)/\(name)") }
        } else if let place = move("\(old)/\(name)", into: new, name: name) {
          remains.moved.append(place)
        }
      }
      // Last, so that a run that is killed in between leaves a directory that still tells what is whose.
      if hasManifest { FileSystem.removeFile("\(old)/\(Manifest.fileName)") }
      if rmdir(old) == 0 || errno == ENOENT { return remains }
      if errno != ENOTEMPTY, errno != EEXIST { break }
    }
    remains.left = old
    return remains
  }

  /// Moves a file of somebody to the new directory, under another name where the new result has one of its
  /// own.
  private static func move(_ path: String, into directory: String, name: String) -> String? {
    for attempt in 0..<1_000 {
      let wanted = attempt == 0 ? name : "\(name).kept-\(attempt)"
      do throws(FileSystem.Fault) {
        try FileSystem.renameToFree(path, "\(directory)/\(wanted)")
        return wanted
      } catch {
        if error.code != EEXIST { return nil }
      }
    }
    return nil
  }
}
