// SPDX-License-Identifier: GPL-3.0-or-later

import Studies

/// What the choice among portfolios is worth, from the cost of each in every case.
struct StudyRegret {
  /// What knowing one factor would save.
  struct FactorWorth {
    var factor: String
    /// Nil where the table has cases that the study does not.
    var partial: InformationValue.Partial?
  }

  let table: DecisionTable
  let regret: Regret
  /// Nil where every portfolio fails in some case.
  let worth: InformationValue?
  /// Why there is no value of information; empty where there is one.
  let reason: String
  /// What knowing each factor would save, the most first.
  let factors: [FactorWorth]

  /// Reads a table whose cases are named by the identifiers of the study's.
  init(_ table: DecisionTable, result: StudyResult) {
    self.table = table
    regret = Regret(table)
    do {
      worth = try InformationValue(table)
      reason = ""
    } catch {
      worth = nil
      reason = error.description
    }
    var rows: [String: StudyResult.Row] = [:]
    for row in result.rows where rows[row.id] == nil { rows[row.id] = row }
    let cases = table.cases.compactMap { rows[$0] }
    var factors: [FactorWorth] = []
    for (factor, item) in result.factors.enumerated() {
      var partial: InformationValue.Partial?
      if let worth, cases.count == table.cases.count {
        let values = cases.map { result.value(factor, of: $0) ?? .text("base") }
        partial = try? worth.partial(values)
      }
      factors.append(FactorWorth(factor: item.name, partial: partial))
    }
    self.factors = factors.sorted { a, b in
      let (left, right) = (a.partial?.value ?? -1, b.partial?.value ?? -1)
      return left == right ? a.factor < b.factor : left > right
    }
  }

  /// Whether a factor's worth rests on so few cases that it is likely too high.
  var isUncertain: Bool { factors.contains { $0.partial?.isUncertain ?? false } }
}
