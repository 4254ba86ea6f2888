// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents

/// What `study.json` says: the base of a study and the changes of each case.
package struct StudyRecord: Sendable, Equatable {
  /// Name of the file.
  package static let fileName = StudyRecordDocument.fileName

  /// One case.
  package struct Case: Sendable, Equatable {
    /// Identifier, unique within the study.
    package var id: String
    /// Key of the file of its answer; empty where it has none.
    package var key: String
    /// Its changes of the base, as `--set` takes them.
    package var changes: [String]
  }

  /// Version of Arpent that answered the cases.
  package var toolVersion: String
  /// What all cases have in common.
  package var base: StudyResult.Base
  /// The cases in the order of the study.
  package var cases: [Case]

  /// Reads the document.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    guard document["schema"]?.int == StudyRecordDocument.schema, document["tool"]?["name"]?.string == "arpent"
    else {
      throw PlanReadingError(findings: [
        .init(path: "schema", message: "this is no record of a study of this version of Arpent")
      ])
    }
    var reader = PlanFieldReader()
    toolVersion = document["tool"]?["version"]?.string ?? ""
    let stated = reader.present("base", of: document, at: "") ?? .null
    base = StudyResult.Base(
      path: reader.text("path", of: stated, at: "base"),
      changes: Self.texts("changes", of: stated, at: "base", &reader),
      effectiveScenario: reader.text("effective", of: stated, at: "base"))
    cases = []
    for (index, entry) in reader.list("cases", of: document, at: "").enumerated() {
      let place = "cases[\(index + 1)]"
      cases.append(
        Case(
          id: reader.text("id", of: entry, at: place), key: reader.text("key", of: entry, at: place),
          changes: Self.texts("changes", of: entry, at: place, &reader)))
    }
    if !reader.findings.isEmpty { throw PlanReadingError(findings: reader.findings) }
  }

  private static func texts(
    _ name: String, of object: JSONValue, at place: String, _ reader: inout PlanFieldReader
  ) -> [String] {
    var texts: [String] = []
    for entry in reader.list(name, of: object, at: place) {
      if let text = entry.string {
        texts.append(text)
      } else {
        reader.report("\(place).\(name)", "texts are needed, this holds \(entry.kind)")
      }
    }
    return texts
  }
}
