// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import FoundationEssentials
import Glibc
import Results
import Scenarios

/// One of the two results of a comparison, opened: a result directory, the plan.json in it, or the file of a
/// case.
struct ComparedResult {
  /// The path the planner gave, without a slash at its end.
  let path: String
  /// The file that was read.
  let file: String
  /// What it says.
  let plan: ComparedPlan

  /// Opens a result.
  ///
  /// - Throws: `WorkflowFailure`: `cannotOpen` where nothing is there, `invalidInput` where it is no plan.
  init(_ given: String) throws {
    var path = given
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    var isFolder = false
    if let file = try StudyInputs.file(of: path) { path = file }
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard isThere else { throw WorkflowFailure(.cannotOpen, Self.notThere(path), in: path) }
    let file = isFolder ? path + "/plan.json" : path
    self.file = file
    guard let data = FileManager.default.contents(atPath: file) else {
      throw WorkflowFailure(.cannotOpen, Self.notOpened(folder: isFolder ? path : nil), in: file)
    }
    let document: JSONValue
    do {
      document = try JSONReader.value([UInt8](data))
    } catch {
      throw WorkflowFailure(.invalidInput, "\(error); name a plan.json or the file of a case", in: file)
    }
    let inputs = try Self.inputs(document: document, file: file)
    do {
      plan = try ComparedPlan(document, path: self.path, inputs: inputs)
    } catch {
      throw WorkflowFailure(
        error, in: file, cure: "if another version of Arpent wrote it, plan again with this one")
    }
  }

  /// The folder of a path.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The place of a path on the disk, without links; nil where it is not there.
  static func place(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What the result was made from.
  ///
  /// A case of a study has no manifest of its own, and a manifest that lies beside cases would be of
  /// something else.
  private static func inputs(document: JSONValue, file: String) throws -> RecordedInputs? {
    if document["key"]?.string != nil { return try StudyInputs.recorded(of: document, file: file) }
    return try manifest(beside: file).map { RecordedInputs($0) }
  }

  /// The manifest beside a plan; nil where none of Arpent's lies there.
  private static func manifest(beside file: String) throws -> ManifestFile? {
    let path = folder(of: file) + "/" + Manifest.fileName
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    do {
      let document = try JSONReader.value([UInt8](data))
      return ManifestFile.isOurs(document) ? try ManifestFile(document) : nil
    } catch let error as PlanReadingError {
      throw WorkflowFailure(error, in: path, cure: "make the result again")
    } catch {
      throw WorkflowFailure(.invalidInput, "\(error); make the result again", in: path)
    }
  }

  private static func notThere(_ path: String) -> String {
    "there is no such file or directory; "
      + (FileReader.disk.suggestion(for: path)
        ?? "name a result directory of 'arpent plan', a plan.json or the file of a case")
  }

  private static func notOpened(folder: String?) -> String {
    guard let folder else { return "cannot be read; check its permissions" }
    let isStudy = FileManager.default.fileExists(atPath: folder + "/cases")
    let cure =
      isStudy
      ? "this is the directory of a study: name the files of two cases in \(folder)/cases, or \(folder)#CASE"
      : "name a directory that 'arpent plan' wrote, a plan.json or the file of a case"
    return "cannot be opened; \(cure)"
  }
}
