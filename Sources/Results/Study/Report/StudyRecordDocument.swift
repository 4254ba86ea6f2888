// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Studies

/// `study.json`: what a study was asked, case by case, so that each can be asked again: its changes of the
/// base, and the file of its answer.
package enum StudyRecordDocument {
  /// Name of the file.
  package static let fileName = "study.json"
  /// Version of the layout.
  static let schema = 1

  /// The text of the file.
  package static func text(_ report: StudyReport) -> String {
    let result = report.result
    let base = result.base
    var cases: [JSONValue] = []
    for row in result.rows {
      var changes = row.changes
      if changes.starts(with: base.changes) { changes.removeFirst(base.changes.count) }
      cases.append([
        "id": .string(row.id), "label": .string(row.label), "key": .string(row.key),
        "changes": .array(changes.map { .string($0) }),
        "status": .string(row.status.name),
      ])
    }
    return JSONWriter.text([
      "schema": .integer(schema),
      "tool": ["name": "arpent", "version": .string(report.context.toolVersion)],
      "name": .string(result.name),
      "description": .string(result.description),
      "depth": .string(result.depth.rawValue),
      "base": [
        "path": .string(base.path), "changes": .array(base.changes.map { .string($0) }),
        "effective": .string(base.effectiveScenario),
      ],
      "cases": .array(cases),
    ])
  }
}
