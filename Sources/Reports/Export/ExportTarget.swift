// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

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
      PartialDirectory.removeStale(beside: path)
      partial = try PartialDirectory(beside: path)
    } catch {
      throw ExportFault(
        ResultDirectoryError(
          path: "\(folder)/\(name(nil))", reason: error.text, cure: "name a file in another directory"))
    }
    defer { partial.discard() }
    return try body(partial.path)
  }

  /// Checks that names are free, or may be replaced.
  ///
  /// - Parameter plans: Folders of plans, whose own files are never replaced.
  func check(_ names: [String], plans: [String]) throws(ExportFault) {
    let isPlan = plans.contains { FileSystem.resolved($0) == place }
    var findings: [String] = []
    for name in names where FileSystem.kind("\(place)/\(name)") != .absent {
      let path = "\(folder)/\(name)"
      if isPlan {
        findings.append(
          "cannot write \(path): the plan has a file of that name; choose another name or folder")
      } else if !force {
        findings.append(
          "cannot write \(path): it exists; name another file, or add --force to replace it")
      } else if FileSystem.kind("\(place)/\(name)") == .directory, !name.hasSuffix(".gdb") {
        findings.append("cannot write \(path): it is a directory; choose another name")
      }
    }
    if !findings.isEmpty { throw ExportFault(target: true, findings) }
  }

  /// Puts finished files in place, all or none.
  ///
  /// - Parameters:
  ///   - fresh: Folder with the files and nothing else.
  ///   - aside: An empty folder for files that are replaced.
  func put(from fresh: String, aside: String, plans: [String]) throws(ExportFault) -> [String] {
    let names: [String]
    do throws(FileSystem.Fault) {
      names = try FileSystem.names(in: fresh)
      for name in names { try FileSystem.sync("\(fresh)/\(name)") }
    } catch { throw denied(error, folder) }
    try check(names, plans: plans)
    var done: [(name: String, replaced: Bool)] = []
    do throws(FileSystem.Fault) {
      for name in names {
        let final = "\(place)/\(name)"
        let replaced = FileSystem.kind(final) != .absent
        if replaced { try FileSystem.rename(final, to: "\(aside)/\(name)") }
        done.append((name, replaced))
        try FileSystem.rename("\(fresh)/\(name)", to: final)
      }
    } catch {
      for (name, replaced) in done.reversed() {
        FileSystem.remove("\(place)/\(name)")
        if replaced { try? FileSystem.rename("\(aside)/\(name)", to: "\(place)/\(name)") }
      }
      throw denied(error, folder)
    }
    // The files are in place: that the folder is not on the disk yet is no reason to report a failure.
    try? FileSystem.sync(place)
    return names.map { "\(folder)/\($0)" }
  }

  private func denied(_ fault: FileSystem.Fault, _ path: String) -> ExportFault {
    ExportFault(
      ResultDirectoryError(path: path, reason: fault.text, cure: "make room, or name another file"))
  }
}
