// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Studies

/// `study.json`: what a study was asked, case by case, so that each can be asked again: its changes of the
/// base, and the file of its answer.
package struct StudyRecord: Sendable, Equatable {
  /// Name of the file.
  package static let fileName = "study.json"
  /// Version of the layout.
  private static let schema = 1

  /// One case.
  package struct Case: Sendable, Equatable {
    /// Identifier, unique within the study.
    package var id = ""
    var label = ""
    /// Key of the file of its answer; empty where it has none.
    package var key = ""
    /// Its changes of the base, as `--set` takes them.
    package var changes: [String] = []
    var status = StudyResult.Row.Status.notRun

    fileprivate static let members: [FileMember<Self>] = [
      FileMember("id", \.id, .text), FileMember("label", \.label, .text), FileMember("key", \.key, .text),
      FileMember("changes", \.changes, .list(.text)), FileMember("status", \.status, .word),
    ]
  }

  /// The program that answered the cases.
  var tool: WritingTool
  var name = ""
  var description = ""
  var depth = StudyDepth.full
  /// What all cases have in common.
  package var base = StudyResult.Base()
  /// The cases in the order of the study.
  package var cases: [Case] = []

  /// Version of Arpent that answered the cases.
  package var toolVersion: String { tool.version }

  private static let members: [FileMember<StudyRecord>] = [
    FileMember("schema", .whole(schema...schema), following: { _ in schema }),
    FileMember("tool", \.tool, .tool),
    FileMember("name", \.name, .text), FileMember("description", \.description, .text),
    FileMember("depth", \.depth, .word),
    FileMember(
      "base", \.base,
      .object(
        [
          FileMember("path", \.path, .text), FileMember("changes", \.changes, .list(.text)),
          FileMember("effective", \.effectiveScenario, .text),
        ], empty: StudyResult.Base())),
    FileMember("cases", \.cases, .list(.object(Case.members, empty: Case()))),
  ]

  /// The record of a study.
  init(_ result: StudyResult, toolVersion: String) {
    tool = WritingTool(version: toolVersion)
    name = result.name
    description = result.description
    depth = result.depth
    base = result.base
    cases = result.rows.map { row in
      var changes = row.changes
      if changes.starts(with: result.base.changes) { changes.removeFirst(result.base.changes.count) }
      return Case(id: row.id, label: row.label, key: row.key, changes: changes, status: row.status)
    }
  }

  /// Reads the document.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    self = try Self.members.document(
      document, into: StudyRecord(tool: WritingTool(version: "")), schema: Self.schema,
      ("the record of a study", "a study.json"))
  }

  private init(tool: WritingTool) { self.tool = tool }

  /// The text of the file.
  var text: String { JSONWriter.text(.object(Self.members.written(self))) }
}
