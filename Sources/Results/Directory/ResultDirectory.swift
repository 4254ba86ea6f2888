// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Writes a result directory whole or not at all: everything goes into a directory of its own first, which
/// then takes the place of the destination at once. After a failure the destination is as it was.
///
/// A destination may be absent, empty, or hold an earlier result of the same kind (a `manifest.json` of
/// Arpent's), which is replaced and leaves its mode to the new one. Anything else needs `force`. Files that
/// Arpent did not write are never removed: where there are any, their directory stays and the files of the
/// result are put in place one by one, after all of them have been written; one that comes while the
/// directory changes hands is moved to the new one. The same is done to a directory that cannot change hands:
/// one that a process stands in, a mount point, one of another owner or with rights beyond its mode, one in a
/// directory that may not be written.
///
/// A link to a directory is followed and stays; a link to nothing, and a directory that its owner may not
/// write, are refused.
package struct ResultDirectory: Sendable {
  /// Destination as the user gave it.
  package let path: String
  /// What the result is.
  package let kind: ResultKind
  /// Whether a result of another kind may be replaced, and files of the same names be overwritten in a
  /// directory that holds no earlier result.
  package let force: Bool

  /// A destination; nothing is looked at yet.
  package init(_ path: String, kind: ResultKind, force: Bool = false) {
    self.path = path
    self.kind = kind
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

  /// Checks before the long work that the result will find its place, by making a directory where it will be
  /// built and removing it again.
  ///
  /// - Throws: `ResultDirectoryError`.
  package func check() throws(ResultDirectoryError) {
    if path == "-" {
      throw ResultDirectoryError(
        path: path, reason: "a result is a directory of files, which standard output cannot hold",
        cure: "name a directory, ./- if it must be called so")
    }
    let target = try resolvedTarget()
    _ = try placement(at: target)
    if FileSystem.kind(target) == .directory {
      try building(of: target).discard()
      return
    }
    var above = FileSystem.parent(of: target)
    while FileSystem.kind(above) == .absent, above != "/" { above = FileSystem.parent(of: above) }
    do throws(FileSystem.Fault) {
      try PartialDirectory(for: above == FileSystem.parent(of: target) ? target : "\(above)/probe").discard()
    } catch { throw denied(error, in: above) }
  }

  /// Writes the files and puts them in place.
  ///
  /// - Parameter files: The files; names are unique and hold no `/`.
  /// - Returns: What the planner should know of files of others that came in between.
  /// - Throws: `ResultDirectoryError`, or what a producer throws. The destination is then as it was.
  @discardableResult
  package func write(_ files: [ResultFile]) throws -> [String] {
    let target = try resolvedTarget()
    _ = try placement(at: target)
    try checkNames(files, target: target)
    let parent = FileSystem.parent(of: target)
    do throws(FileSystem.Fault) { try FileSystem.makeDirectories(parent) } catch {
      throw denied(error, in: parent)
    }
    let partial = try building(of: target)
    var remains = EarlierResult.Remains()
    do {
      for file in files { try write(file, into: partial.fresh, beside: parent) }
      do throws(FileSystem.Fault) { try FileSystem.sync(partial.fresh) } catch {
        throw denied(error, in: parent)
      }
      try UnfinishedFiles.placing { () throws(ResultDirectoryError) in
        try put(partial, at: target, names: files.map(\.name))
        remains = partial.discard()
      }
    } catch {
      partial.discard()
      throw error
    }
    // The result is in place: that the parent is not on the disk yet is no reason to report a failure.
    try? FileSystem.sync(parent)
    return remarks(remains)
  }

  private func remarks(_ remains: EarlierResult.Remains) -> [String] {
    var remarks: [String] = []
    let kept = remains.moved.filter { $0.contains(".kept-") }
    if !kept.isEmpty {
      remarks.append(
        "\(path): files of the same names were put there while the result was written; they are kept as "
          + kept.joined(separator: ", "))
    }
    if let left = remains.left {
      remarks.append("\(path): files that were there before and could not be moved are kept in \(left)")
    }
    return remarks
  }

  private func write(_ file: ResultFile, into directory: String, beside parent: String) throws {
    let place = "\(directory)/\(file.name)"
    if case .producer(let produce) = file.content { try produce(place) }
    do throws(FileSystem.Fault) {
      if case .bytes(let bytes) = file.content {
        try FileSystem.write(bytes, to: place)
      } else {
        try FileSystem.sync(place)
      }
    } catch { throw denied(error, in: parent) }
  }

  private func put(_ partial: PartialDirectory, at target: String, names: [String])
    throws(ResultDirectoryError)
  {
    // What is there may be something else than before the work.
    for _ in 0..<100 {
      let isInside = partial.path.hasPrefix("\(target)/")
      let placement = try placement(at: target, staysInPlace: isInside)
      do throws(FileSystem.Fault) {
        switch placement {
        case .new: try FileSystem.renameToFree(partial.fresh, target)
        case .whole: try exchange(partial, target: target, names: names)
        case .files(let earlier): try replace(partial, target: target, names: names, earlier: earlier)
        }
        return
      } catch {
        if error.code == EEXIST || error.code == ENOENT { continue }
        throw denied(error, in: target)
      }
    }
    throw error("it changes all the time", "write to another directory with -o")
  }

  /// The new directory takes the name of the old one, and its mode.
  private func exchange(
    _ partial: PartialDirectory, target: String, names: [String]
  ) throws(FileSystem.Fault) {
    guard let old = FileSystem.status(target, followsLinks: true) else {
      throw FileSystem.Fault(code: ENOENT)
    }
    chown(partial.fresh, old.owner, old.group)
    chmod(partial.fresh, old.mode)
    for name in names {
      if let file = FileSystem.status("\(target)/\(name)", followsLinks: false), file.sort == .file {
        chmod("\(partial.fresh)/\(name)", file.mode)
      }
    }
    try partial.markExchange()
    if FileSystem.exchange(partial.fresh, target) { return }
    // Without an exchange the old directory steps aside first, and comes back when the new one cannot take
    // its place.
    let aside = "\(partial.path)/earlier"
    do throws(FileSystem.Fault) {
      try FileSystem.rename(target, to: aside)
      do throws(FileSystem.Fault) { try FileSystem.rename(partial.fresh, to: target) } catch {
        try FileSystem.rename(aside, to: target)
        throw error
      }
    } catch {
      partial.unmarkExchange()
      throw error
    }
    try FileSystem.rename(aside, to: partial.fresh)
  }

  /// The files take their names in the directory that is there; the list of files comes last.
  private func replace(
    _ partial: PartialDirectory, target: String, names: [String], earlier: Set<String>
  ) throws(FileSystem.Fault) {
    let ordered = names.filter { $0 != Manifest.fileName } + names.filter { $0 == Manifest.fileName }
    try FileReplacement.commit(
      ordered.map { name in
        FileReplacement.Item(fresh: "\(partial.fresh)/\(name)", final: "\(target)/\(name)")
      })
    for name in earlier.subtracting(names).sorted() { FileSystem.removeFile("\(target)/\(name)") }
  }
}

extension ResultDirectory {
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
      if let dangling = FileSystem.danglingLink(above) {
        throw error(
          "\(dangling.link) is a link to \(dangling.destination), which is not there",
          "make that directory, remove the link, or choose another directory with -o")
      }
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

  /// Makes the directory in which the result is built: beside the destination, or in it where it cannot
  /// change hands.
  private func building(of target: String) throws(ResultDirectoryError) -> PartialDirectory {
    let exists = FileSystem.kind(target) == .directory
    do throws(FileSystem.Fault) {
      if !exists || canChangeHands(target) {
        do throws(FileSystem.Fault) {
          PartialDirectory.removeStale(of: target)
          return try PartialDirectory(for: target)
        } catch {
          guard exists, [EACCES, EPERM, EROFS].contains(error.code) else { throw error }
        }
      }
      PartialDirectory.removeStale(of: target, in: target)
      return try PartialDirectory(for: target, in: target)
    } catch { throw denied(error, in: exists ? target : FileSystem.parent(of: target)) }
  }

  /// Whether another directory can have this one's name without a change to who may do what.
  private func canChangeHands(_ target: String) -> Bool {
    guard let status = FileSystem.status(target, followsLinks: true) else { return true }
    let parent = FileSystem.parent(of: target)
    return (status.owner == geteuid() || geteuid() == 0) && (status.group == getegid() || geteuid() == 0)
      && FileSystem.mayWrite(parent)
      && FileSystem.status(parent, followsLinks: true)?.isWritableByOwner == true
      && !FileSystem.isMountPoint(target) && !FileSystem.hasOwnRights(target)
  }

  /// How the files will take their place, as things are now.
  ///
  /// - Parameter staysInPlace: Whether the directory cannot change hands in any case.
  private func placement(
    at target: String, staysInPlace: Bool = false
  ) throws(ResultDirectoryError) -> Placement {
    switch FileSystem.kind(target) {
    case .absent:
      try checkParent(of: target)
      return .new
    case .other: throw error("it is a file, not a directory", "choose another directory with -o")
    case .directory: break
    }
    guard FileSystem.mayWrite(target),
      FileSystem.status(target, followsLinks: true)?.isWritableByOwner == true
    else {
      throw error(
        "the directory is read-only",
        "choose another directory with -o, or make it writable: chmod u+w \(path)")
    }
    let names: [String]
    do throws(FileSystem.Fault) {
      names = try FileSystem.names(in: target).filter { !PartialDirectory.isOne($0) }
    } catch {
      throw denied(error, in: target)
    }
    let earlier = EarlierResult.files(in: target)
    if earlier == nil, !names.isEmpty, !force {
      let some =
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
      throw error(
        "the directory is not empty and holds no earlier result of Arpent (found \(some))",
        "choose another directory with -o, or overwrite files of the same names with --force")
    }
    if let earlier { try checkKind(ofEarlier: earlier) }
    let isForeign = names.contains { !EarlierResult.owns($0, in: target, files: earlier ?? []) }
    let here = FileSystem.resolved(".") ?? ""
    let isUnderFoot = here == target || here.hasPrefix("\(target)/")
    let isWhole = !isForeign && !isUnderFoot && !staysInPlace && canChangeHands(target)
    return isWhole ? .whole : .files(earlier: Set(earlier ?? []))
  }

  /// A finished result is replaced by one of its kind alone, unless that is forced.
  private func checkKind(ofEarlier files: [String]) throws(ResultDirectoryError) {
    let found = ResultKind(files: files)
    // A list of nothing but itself is no result that could be lost.
    guard !force, found != kind, files.contains(where: { $0 != Manifest.fileName }) else { return }
    let what = found.map { "a \($0.rawValue)" } ?? "a result that this version of Arpent does not know"
    throw error(
      "it holds \(what), which a \(kind.rawValue) would replace",
      "choose another directory with -o, or replace it with --force")
  }

  /// A directory can be made in one that its owner may write; the superuser is held to that too.
  private func checkParent(of target: String) throws(ResultDirectoryError) {
    var above = FileSystem.parent(of: target)
    while FileSystem.kind(above) == .absent, above != "/" { above = FileSystem.parent(of: above) }
    guard let status = FileSystem.status(above, followsLinks: true), status.sort == .directory else {
      throw error("\(above) is a file, not a directory", "choose another directory with -o")
    }
    if !status.isWritableByOwner { throw denied(FileSystem.Fault(code: EACCES), in: above) }
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
      case EFBIG: "raise the limit on the size of files (ulimit -f)"
      case ENAMETOOLONG: "choose a shorter name with -o"
      default: "choose a directory you may write to with -o, or change the rights of \(directory)"
      }
    return ResultDirectoryError(path: path, reason: "\(directory): \(fault.text)", cure: cure)
  }
}
