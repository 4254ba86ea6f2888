// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Glibc
import Results

/// Where the files of an export go: one file, or several beside each other that share a stem.
struct ExportTarget: Sendable {
  /// The folder, as the user names it.
  let folder: String
  /// The same without symbolic links.
  let place: String
  /// Name of the files without layer and ending.
  let stem: String
  /// Ending without the dot.
  let ending: String
  /// Whether files that are there may be replaced.
  let force: Bool

  /// Looks at the output that was asked for.
  ///
  /// - Throws: `ExportFault` where it is a folder, or in a folder that is not there.
  init(_ output: String, format: ExportFormat, force: Bool) throws(ExportFault) {
    self.force = force
    folder = FileSystem.parent(of: output)
    let (path, ending) = ExportFormat.parts(of: output)
    let isOwn = format.driver.extensions.contains(ending) || ending == format.ending
    let name = (isOwn ? path : output).split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    self.ending = isOwn ? ending : format.ending
    stem = String(name)
    let isDataset = isOwn && ending == "gdb"
    guard !stem.isEmpty, isDataset || FileSystem.kind(output) != .directory else {
      throw ExportFault(
        ResultDirectoryError(path: output, reason: "it is a directory", cure: "name a file in it"))
    }
    guard FileSystem.kind(folder) == .directory, let place = FileSystem.resolved(folder) else {
      throw ExportFault(
        ResultDirectoryError(
          path: output, reason: "there is no directory \(folder)", cure: "make it, or name another file"))
    }
    if FileSystem.descriptor(output) != nil
      || FileSystem.status(output, followsLinks: true)?.sort == .special
    {
      throw ExportFault(
        ResultDirectoryError(
          path: output, reason: "it is a device or pipe", cure: "write to standard output with -o -"))
    }
    guard FileSystem.status(place, followsLinks: true)?.isWritableByOwner == true else {
      throw ExportFault(
        ResultDirectoryError(
          path: output, reason: "the directory \(folder) is read-only",
          cure: "name a file in another directory"))
    }
    self.place = place
  }

  /// Name of a layer's file; nil for the file of all layers, or of the only one.
  func name(_ layer: ExportLayer?) -> String {
    guard let layer else { return "\(stem).\(ending)" }
    return "\(stem)_\(layer.rawValue).\(ending)"
  }

  /// Gives an empty folder beside the target, which goes after the work with all that is in it.
  func inScratch<Result>(_ body: (String) throws -> Result) throws -> Result {
    let partial: PartialDirectory
    // Nothing like an ending in the name: GDAL would take a folder ".ods.partial" for an archive.
    let plain = "export-" + stem.split(separator: ".").joined(separator: "_")
    let path = place == "/" ? "/\(plain)" : "\(place)/\(plain)"
    do throws(FileSystem.Fault) {
      PartialDirectory.removeStale(of: path)
      partial = try PartialDirectory(for: path)
    } catch {
      throw ExportFault(
        ResultDirectoryError(
          path: "\(folder)/\(name(nil))", reason: error.text, cure: "name a file in another directory"))
    }
    defer { partial.discard() }
    return try body(partial.fresh)
  }

  /// Checks that names are free, or may be replaced.
  ///
  /// - Parameter plans: Folders of plans, whose own files are never replaced.
  func check(_ names: [String], plans: [String]) throws(ExportFault) {
    let isPlan = plans.contains { FileSystem.resolved($0) == place }
    var findings: [String] = []
    for name in names {
      guard let earlier = FileSystem.status("\(place)/\(name)", followsLinks: false) else { continue }
      let path = "\(folder)/\(name)"
      if isPlan {
        findings.append(
          "cannot write \(path): the plan has a file of that name; choose another name or folder")
      } else if let dangling = FileSystem.danglingLink("\(place)/\(name)") {
        findings.append(
          "cannot write \(path): it is a link to \(dangling.destination), which is not there; remove the link, or name another file"
        )
      } else if !force {
        findings.append(
          "cannot write \(path): it exists; name another file, or add --force to replace it")
      } else if let why = obstacle(name, earlier) {
        findings.append("cannot write \(path): \(why)")
      }
    }
    if !findings.isEmpty { throw ExportFault(target: true, findings) }
  }

  /// Why what has a name cannot be replaced; nil where it can.
  private func obstacle(_ name: String, _ earlier: FileSystem.Status) -> String? {
    let path = "\(place)/\(name)"
    let final = FileSystem.status(path, followsLinks: true) ?? earlier
    switch final.sort {
    case .directory where earlier.sort == .link || !name.hasSuffix(".gdb"):
      return "it is a directory; choose another name"
    case .directory:
      // A folder of this ending holds files that GDAL numbers; whatever else is in it is somebody's.
      let foreign = ((try? FileSystem.names(in: path)) ?? []).filter { entry in
        let isNumbered = entry.hasPrefix("a") && (entry.contains(".gdb") || entry.hasSuffix(".spx"))
        return !(entry == "gdb" || entry == "timestamps" || entry.hasSuffix(".lock") || isNumbered)
      }
      return foreign.first.map { "it holds \($0), which is no part of a dataset; choose another name" }
    case .special: return "it is a device or pipe; write to standard output with -o -"
    case .file, .link:
      return final.isWritableByOwner ? nil : "it is read-only; choose another name, or make it writable"
    }
  }

  /// Puts finished files in place, all or none. A link is followed and stays: the file that it leads to is
  /// replaced.
  ///
  /// - Parameter fresh: Folder with the files and nothing else.
  func put(from fresh: String, plans: [String]) throws(ExportFault) -> [String] {
    let names: [String]
    var items: [FileReplacement.Item] = []
    var copies: [(path: String, number: Int)] = []
    defer {
      // After the exchange a copy is what was replaced.
      for copy in copies {
        FileSystem.removeFile(copy.path)
        UnfinishedFiles.forget(copy.number)
      }
    }
    do throws(FileSystem.Fault) {
      names = try FileSystem.names(in: fresh)
      for name in names { try FileSystem.sync("\(fresh)/\(name)") }
    } catch { throw denied(error, folder) }
    try check(names, plans: plans)
    do throws(FileSystem.Fault) {
      for name in names {
        var item = FileReplacement.Item(
          fresh: "\(fresh)/\(name)", final: "\(place)/\(name)", mayBeDirectory: name.hasSuffix(".gdb"))
        if let final = FileSystem.resolved(item.final), FileSystem.parent(of: final) != place {
          let above = FileSystem.parent(of: final)
          let copy =
            (above == "/" ? "" : above)
            + "/.arpent-\(FileSystem.processID)-\(FileSystem.unforeseenNumber()).part"
          copies.append((copy, UnfinishedFiles.note(.file(copy))))
          guard let bytes = FileSystem.read(item.fresh, byteLimit: .max) else {
            throw FileSystem.Fault(code: EIO)
          }
          try FileSystem.write(bytes, to: copy)
          item = FileReplacement.Item(fresh: copy, final: final)
        } else if let final = FileSystem.resolved(item.final) {
          item.final = final
        }
        items.append(item)
      }
      let ready = items
      try UnfinishedFiles.placing { () throws(FileSystem.Fault) in try FileReplacement.commit(ready) }
    } catch { throw denied(error, folder) }
    // The files are in place: that the folder is not on the disk yet is no reason to report a failure.
    try? FileSystem.sync(place)
    return names.map { "\(folder)/\($0)" }
  }

  private func denied(_ fault: FileSystem.Fault, _ path: String) -> ExportFault {
    ExportFault(
      ResultDirectoryError(
        path: path, reason: fault.text,
        cure: fault.code == EFBIG
          ? "raise the limit on the size of files (ulimit -f)" : "make room, or name another file"))
  }
}
