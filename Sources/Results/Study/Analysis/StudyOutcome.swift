// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Sites
package import Studies

/// What came of a case of a study.
package enum StudyOutcome: String, Sendable, CaseIterable {
  /// It has a plan.
  case planned
  /// Only a bound was asked for, and there is one.
  case bounded
  /// It is proven that it has no plan.
  case infeasible
  /// It could not be read or solved, or the limits came before any answer.
  case failed
  /// It was not run, or not to its end.
  case notRun = "not_run"
}

extension StudyResult.Row {
  /// What came of the case.
  package var outcome: StudyOutcome {
    if !findings.isEmpty { return .failed }
    guard let record else { return .notRun }
    if record.isFailure { return .failed }
    if record.plan.status == .infeasible { return .infeasible }
    if record.depth != .relaxation, record.plan.hasPlan { return .planned }
    return record.depth == .relaxation && record.objective != nil ? .bounded : .failed
  }

  /// What is wrong with a case that failed, at least one sentence; nothing for any other.
  package var faults: [String] {
    guard outcome == .failed else { return [] }
    if !findings.isEmpty { return findings }
    if let notes = record?.notes, !notes.isEmpty { return notes }
    if record?.plan.status == .unknown {
      return ["the limits came before any answer was found; give the case more time"]
    }
    return ["the case failed without saying why; run it alone to see"]
  }

  /// The answer, where it is a plan.
  package var plan: PlanFile? { outcome == .planned ? record?.plan : nil }
}

extension StudyResult {
  /// How many cases came to what.
  package func count(_ outcome: StudyOutcome) -> Int { rows.count { $0.outcome == outcome } }

  /// The same without the credentials that paths and messages may hold.
  package func withoutCredentials() -> StudyResult {
    var result = self
    result.description = Credentials.hidden(in: description)
    result.base.path = Credentials.hidden(in: base.path)
    result.base.changes = base.changes.map { Credentials.hidden(in: $0) }
    for index in result.rows.indices {
      result.rows[index].label = Credentials.hidden(in: rows[index].label)
      result.rows[index].changes = rows[index].changes.map { Credentials.hidden(in: $0) }
      result.rows[index].findings = rows[index].findings.map { Credentials.hidden(in: $0) }
      result.rows[index].record?.notes = (rows[index].record?.notes ?? []).map { Credentials.hidden(in: $0) }
      for position in rows[index].values.indices {
        guard case .text(let text) = rows[index].values[position] else { continue }
        result.rows[index].values[position] = .text(Credentials.hidden(in: text))
      }
    }
    return result
  }

  /// The value of a factor in a case; nil where the base's stays.
  package func value(_ factor: Int, of row: Row) -> FactorValue? {
    factor < row.values.count ? row.values[factor] : nil
  }

  /// Whether a factor has numbers only, and at least one.
  package func isNumeric(_ factor: Int) -> Bool {
    var isFound = false
    for row in rows {
      guard let value = value(factor, of: row) else { continue }
      guard let number = value.number, number.isFinite else { return false }
      isFound = true
    }
    return isFound
  }

  /// Different values of a factor: numbers in ascending order before texts by their spelling.
  package func distinctValues(_ factor: Int) -> [FactorValue] {
    var seen: Set<FactorValue> = []
    var found: [FactorValue] = []
    for row in rows {
      if let value = value(factor, of: row), seen.insert(value).inserted { found.append(value) }
    }
    return found.sorted { a, b in
      switch (a.number, b.number) {
      case (let left?, let right?): left < right
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a.description < b.description
      }
    }
  }
}
