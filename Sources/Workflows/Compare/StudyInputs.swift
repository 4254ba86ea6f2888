// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import FoundationEssentials
import Quantities
import Results
import Scenarios

/// What the record of a study says of the inputs of its cases.
enum StudyInputs {
  /// What a case was made from: the recorded base with the changes of the case put into it again.
  ///
  /// - Parameters:
  ///   - document: The file of the case.
  ///   - file: Its path, `cases/KEY.json` in the directory of a study.
  /// - Returns: Nil where no `study.json` of this case lies in the directory of the study.
  /// - Throws: `WorkflowFailure` for a record that cannot be read.
  static func recorded(of document: JSONValue, file: String) throws -> RecordedInputs? {
    let folder = ComparedResult.folder(of: file) + "/.."
    guard let key = document["key"]?.string, let record = try record(in: folder),
      let entry = record.cases.first(where: { $0.key == key })
    else { return nil }
    let base = record.base
    let (basePath, baseText) = (base.path, base.effectiveScenario)
    let reader = ScenarioReader(
      files: FileReader { (path: String) throws(FileReader.Failure) -> [UInt8] in
        path == basePath ? Array(baseText.utf8) : try FileReader.disk.read(path)
      })
    let reading = reader.read(base.path, overlays: entry.changes)
    let text = reading.scenario?.effectiveText
    return RecordedInputs(
      scenarioPath: base.path, effectiveText: text ?? "", toolVersion: record.toolVersion,
      fault: text == nil ? fault(of: entry, reading.findings.first { $0.severity == .error }) : nil)
  }

  /// The file of a case that is named `DIR#case`; nil for a path that is there, or names no case.
  ///
  /// - Throws: `WorkflowFailure` for a study without a record and a case that it does not have.
  static func file(of given: String) throws -> String? {
    guard !FileManager.default.fileExists(atPath: given), let mark = given.lastIndex(of: "#") else {
      return nil
    }
    var folder = String(given[..<mark])
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let id = String(given[given.index(after: mark)...])
    guard !folder.isEmpty else {
      throw WorkflowFailure(
        .cannotOpen, "'\(given)' names no directory before #; write DIR#CASE, with the directory of a study"
      )
    }
    guard let record = try record(in: folder) else {
      throw WorkflowFailure(
        .cannotOpen,
        "there is no \(StudyRecord.fileName) in \(folder); name the directory of a study that was collected",
        in: given)
    }
    guard let entry = record.cases.first(where: { $0.id == id }) else {
      let names = record.cases.map(\.id)
      let near = nearestName(to: id, among: names).map { "did you mean '\($0)'?" }
      throw WorkflowFailure(
        .invalidInput, "the study has no case '\(id)'; \(near ?? "it has \(listed(names, atMost: 5))")",
        in: given)
    }
    guard !entry.key.isEmpty, !entry.key.contains("/") else {
      throw WorkflowFailure(.invalidInput, "this case has no answer; run the study again", in: given)
    }
    return "\(folder)/cases/\(entry.key).json"
  }

  private static func record(in folder: String) throws -> StudyRecord? {
    let path = "\(folder)/\(StudyRecord.fileName)"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    do {
      return try StudyRecord(JSONReader.value([UInt8](data)))
    } catch let error as PlanReadingError {
      throw WorkflowFailure(error, in: path, cure: "collect the study again")
    } catch {
      throw WorkflowFailure(.invalidInput, "\(error); collect the study again", in: path)
    }
  }

  /// Why the changes cannot be put into the base again, and what they are.
  private static func fault(of entry: StudyRecord.Case, _ finding: Finding?) -> String {
    let changes = entry.changes.isEmpty ? "there are none" : entry.changes.joined(separator: ", ")
    let reason = finding.map { "\($0)" } ?? "no reason is known"
    return "the changes of the case (\(changes)) cannot be put into the recorded base again (\(reason))"
  }
}
