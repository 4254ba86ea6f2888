// SPDX-License-Identifier: GPL-3.0-or-later

import Results
import Scenarios
import Studies

extension StudyResult {
  /// The result of the cases that were looked at.
  ///
  /// - Parameters:
  ///   - planned: The study.
  ///   - positions: Which of its cases.
  ///   - answers: What became of them; a case without an answer counts as not run.
  ///   - store: Holds the answers.
  init(_ planned: PlannedStudy, positions: [Int], answers: [CaseAnswer], store: CaseStore) {
    var byID: [String: CaseAnswer] = [:]
    for answer in answers { byID[answer.changes.id] = answer }
    let factors = planned.cases.factors
    let changes = planned.changes
    var rows: [Row] = []
    rows.reserveCapacity(positions.count)
    for position in positions {
      let item = planned.cases.cases[position]
      var row = Row(
        id: item.id, label: item.label, changes: changes[position].overlays,
        values: factors.map { _ in nil }, role: item.role, origin: item.origin)
      for assignment in item.assignments { row.values[assignment.factor] = assignment.value }
      if let answer = byID[item.id] {
        row.key = answer.key?.text ?? ""
        row.findings = answer.findings.map(\.shown)
        if let key = answer.key, let document = store.document(of: key.text) {
          do {
            row.record = try CaseFile(document)
          } catch {
            row.findings += error.findings.map { "\($0.path): \($0.message)" }
          }
        }
      }
      rows.append(row)
    }
    self.init(
      name: planned.study.name, description: planned.study.description, depth: planned.depth,
      factors: factors.map { Factor(name: $0.factor.name, unit: $0.unit) }, rows: rows,
      base: planned.base)
  }
}
