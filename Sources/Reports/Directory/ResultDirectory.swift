// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Writes a result directory whole or not at all: everything goes into a directory beside the destination, which then takes its
/// name at once. After a failure the destination is as it was.
///
/// A destination may be absent, empty, or hold an earlier result (a `manifest.json` of Arpent's), which is replaced. Anything else
/// needs `force`. Files that Arpent did not write are never removed: in a directory that holds any, or that a process
/// stands in, the files of the result are put in place one by one, each at once, after all of them have been written.
public struct ResultDirectory: Sendable {
  /// Destination as the user gave it.
  public let path: String
  /// Whether files of the same names may be overwritten in a directory that holds no earlier result.
  public let force: Bool

  /// A destination; nothing is looked at yet.
  public init(_ path: String, force: Bool = false) {
    self.path = path
    self.force = force
  }

  /// How the files take their place.
  private enum Placement {
    /// The destination does not exist.
    case new
    /// All of the destination is replaced.
    case whole
    /// Files are replaced one by one; those named here belong to the earlier result.
    case files(earlier: Set<String>)
  }

  /// Checks before the long work that the result will find its place, by making a directory beside the destination and removing it
  /// again.
  ///
  /// - Throws: `ResultDirectoryError`.
  public func check() throws(ResultDirectoryError) {
    let target = try resolvedTarget()
    _ = try placement(at: target)
    var above = FileSystem.parent(of: target)
    while FileSystem.kind(above) == .absent { above = FileSystem.parent(of: above) }
    guard FileSystem.kind(above) == .directory else {
      throw error("\(above) is a file, not a directory", "choose another directory with -o")
    }
    do throws(FileSystem.Fault) {
      let probe = try PartialDirectory(
        beside: above == FileSystem.parent(of: target) ? target : "\(above)/probe")
      probe.discard()
    } catch { throw denied(error, in: above) }
  }

  /// Writes the files and puts them in place.
  ///
  /// - Parameter files: The files; names are unique and hold no `/`.
  /// - Throws: `ResultDirectoryError`, or what a producer throws. The destination is then as it was.
  public func write(_ files: [ResultFile]) throws {
    let target = try resolvedTarget()
    let placement = try placement(at: target)
    try checkNames(files, target: target)
    let parent = FileSystem.parent(of: target)
    let partial: PartialDirectory
    do throws(FileSystem.Fault) {
      try FileSystem.makeDirectories(parent)
      PartialDirectory.removeStale(beside: target)
      partial = try PartialDirectory(beside: target)
    } catch { throw denied(error, in: parent) }
    do {
      for file in files { try write(file, into: partial.path) }
      do throws(FileSystem.Fault) {
        try FileSystem.sync(partial.path)
        try put(partial, at: target, placement: placement, names: files.map(\.name))
      } catch { throw denied(error, in: parent) }
    } catch {
      partial.discard()
      throw error
    }
    // The result is in place: that the parent is not on the disk yet is no reason to report a failure.
    try? FileSystem.sync(parent)
  }

  private func write(_ file: ResultFile, into directory: String) throws {
    let place = "\(directory)/\(file.name)"
    if case .producer(let produce) = file.content { try produce(place) }
    do throws(FileSystem.Fault) {
      if case .bytes(let bytes) = file.content {
        try FileSystem.write(bytes, to: place)
      } else {
        try FileSystem.sync(place)
      }
    } catch { throw denied(error, in: directory) }
  }

  private func put(
    _ partial: PartialDirectory, at target: String, placement: Placement, names: [String]
  ) throws(FileSystem.Fault) {
    switch placement {
    case .new:
      try FileSystem.rename(partial.path, to: target)
      partial.release()
    case .whole:
      if !FileSystem.exchange(partial.path, target) {
        // Without an exchange the old directory steps aside first, and comes back when the new one cannot take its place.
        let aside = partial.path + ".old"
        try FileSystem.rename(target, to: aside)
        do throws(FileSystem.Fault) { try FileSystem.rename(partial.path, to: target) } catch {
          try FileSystem.rename(aside, to: target)
          throw error
        }
        FileSystem.remove(aside)
        partial.release()
        return
      }
      partial.discard()
    case .files(let earlier):
      for name in names { try FileSystem.rename("\(partial.path)/\(name)", to: "\(target)/\(name)") }
      for name in earlier.subtracting(names).sorted() { FileSystem.removeFile("\(target)/\(name)") }
      partial.discard()
    }
  }
}

extension ResultDirectory {
  /// Endings of the files that GDAL, SQLite and QGIS put beside those they open, and none.
  private static let sideEndings = ["", "-wal", "-shm", "-journal", ".aux.xml", ".qmd"]

  /// The destination as an absolute path without links in what exists of it.
  private func resolvedTarget() throws(ResultDirectoryError) -> String {
    var text = path
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    guard !text.isEmpty, !text.utf8.contains(0) else {
      throw error("the name is empty or not a path", "name a directory with -o")
    }
    if let existing = FileSystem.resolved(text) {
      guard existing != "/" else {
        throw error("this is the root of the file system", "choose another directory with -o")
      }
      return existing
    }
    // What does not exist yet: resolve the part that does and append the rest.
    var rest: [Substring] = []
    var above = text
    while FileSystem.resolved(above) == nil {
      guard let name = above.split(separator: "/").last else { break }
      guard name != "..", name != "." else {
        throw error("'\(name)' follows a directory that does not exist", "write the path without it")
      }
      rest.insert(name, at: 0)
      above = FileSystem.parent(of: above)
    }
    let base = FileSystem.resolved(above) ?? "/"
    return (base == "/" ? "" : base) + "/" + rest.joined(separator: "/")
  }

  private func placement(at target: String) throws(ResultDirectoryError) -> Placement {
    switch FileSystem.kind(target) {
    case .absent: return .new
    case .other: throw error("it is a file, not a directory", "choose another directory with -o")
    case .directory: break
    }
    let names: [String]
    do throws(FileSystem.Fault) { names = try FileSystem.names(in: target) } catch {
      throw denied(error, in: target)
    }
    let earlier = Self.earlierResult(in: target)
    let foreign = names.filter { name in
      FileSystem.kind("\(target)/\(name)") == .directory
        || !(earlier ?? []).contains { file in Self.sideEndings.contains { name == file + $0 } }
    }
    if earlier == nil, !names.isEmpty, !force {
      let some =
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
      throw error(
        "the directory is not empty and holds no earlier result of Arpent (found \(some))",
        "choose another directory with -o, or overwrite files of the same names with --force")
    }
    let here = FileSystem.resolved(".") ?? ""
    let isUnderFoot = here == target || here.hasPrefix("\(target)/")
    return foreign.isEmpty && !isUnderFoot ? .whole : .files(earlier: Set(earlier ?? []))
  }

  /// Names of the files of an earlier result in a directory; nil when there is none.
  private static func earlierResult(in directory: String) -> [String]? {
    guard let bytes = FileSystem.read("\(directory)/\(Manifest.fileName)", byteLimit: 64 << 20),
      let manifest = try? JSONReader.value(bytes)
    else { return nil }
    return Manifest.files(of: manifest)
  }

  private func checkNames(_ files: [ResultFile], target: String) throws(ResultDirectoryError) {
    var seen: Set<String> = []
    for name in files.map(\.name) {
      let isPlain =
        !name.isEmpty && !name.contains("/") && !name.utf8.contains(0) && name != "." && name != ".."
      guard isPlain, seen.insert(name).inserted else {
        throw error("'\(name)' is no file name or is given twice", "report this as a fault of Arpent")
      }
      if FileSystem.kind("\(target)/\(name)") == .directory {
        throw error("\(name) in it is a directory", "choose another directory with -o, or remove \(name)")
      }
    }
  }

  private func error(_ reason: String, _ cure: String) -> ResultDirectoryError {
    ResultDirectoryError(path: path, reason: reason, cure: cure)
  }

  private func denied(_ fault: FileSystem.Fault, in directory: String) -> ResultDirectoryError {
    let cure =
      switch fault.code {
      case ENOSPC, EDQUOT: "make room, or choose a directory on another disk with -o"
      case EROFS: "this disk is read-only; choose another directory with -o"
      case ENAMETOOLONG: "choose a shorter name with -o"
      default: "choose a directory you may write to with -o, or change the rights of \(directory)"
      }
    return ResultDirectoryError(path: path, reason: "\(directory): \(fault.text)", cure: cure)
  }
}
