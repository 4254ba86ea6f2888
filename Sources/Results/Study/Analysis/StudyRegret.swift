// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// What the choice among portfolios is worth, from the cost of each in every case.
package struct StudyRegret {
  /// What knowing one factor would save.
  package struct FactorWorth {
    package var factor: String
    /// Nil where the table has cases that the study does not, and where each case has a value of its own
    /// while other factors vary too, so that knowing the factor could not be distinguished from knowing
    /// everything.
    package var evppi: PerfectInformation.EVPPI?
  }

  package let table: DecisionTable
  /// Over all cases of the table.
  package let regret: Regret
  /// Over the cases that averages count: those of the design, where it made any that the table has, else all.
  package let average: Regret?
  /// How many cases averages count.
  package let averaged: Int
  /// Different sitings that the study found best in some case; more than the table has where it leaves some
  /// out.
  package let sitingsFound: Int
  /// Nil where every portfolio fails in some case.
  package let worth: PerfectInformation?
  /// Why there is no EVPI; empty where there is one.
  package let reason: String
  /// What knowing each factor would save, the most first.
  package let factors: [FactorWorth]

  /// Reads a table whose cases are named by the identifiers of the study's.
  package init(_ table: DecisionTable, result: StudyResult) {
    self.table = table
    regret = Regret(table)
    var rows: [String: StudyResult.Row] = [:]
    for row in result.rows where rows[row.id] == nil { rows[row.id] = row }
    // The base and what a planner wrote beside a design have no probability of their own.
    let designed = table.cases.indices.filter { position in
      rows[table.cases[position]].map { $0.origin == .draw || $0.origin == .combination } ?? false
    }
    let kept = designed.isEmpty ? Array(table.cases.indices) : designed
    let counted = try? DecisionTable(
      portfolios: table.portfolios, cases: kept.map { table.cases[$0] },
      costs: table.costs.map { row in kept.map { row[$0] } }, weights: kept.map { table.weights[$0] })
    average = counted.map { Regret($0) }
    averaged = kept.count
    sitingsFound = max(table.portfolios.count, StudyPortfolio.table(of: result).count)
    do {
      worth = try counted.map { table throws(ReadingError) in try PerfectInformation(table) }
      reason = ""
    } catch {
      worth = nil
      reason = error.description
    }
    let cases = kept.compactMap { rows[table.cases[$0]] }
    // Combinations are all that can be: each level is one thing to know. Of draws the levels are cut at their
    // quantiles.
    let isWhole = !cases.isEmpty && cases.allSatisfy { $0.origin == .combination }
    // Where one factor alone varies, knowing it is knowing the case.
    let varied = result.factors.indices.count { factor in
      Set(cases.map { result.value(factor, of: $0) }).count > 1
    }
    var factors: [FactorWorth] = []
    for (factor, item) in result.factors.enumerated() {
      var evppi: PerfectInformation.EVPPI?
      if let worth, cases.count == kept.count {
        let values = cases.map { result.value(factor, of: $0) ?? .text("base") }
        evppi = try? worth.evppi(values, bins: isWhole ? max(1, values.count) : nil)
        if let found = evppi, found.isTrivial, !isWhole, varied > 1 { evppi = nil }
      }
      factors.append(FactorWorth(factor: item.name, evppi: evppi))
    }
    self.factors = factors.sorted { a, b in
      let (left, right) = (a.evppi?.value ?? -1, b.evppi?.value ?? -1)
      return left == right ? a.factor < b.factor : left > right
    }
  }

  /// Whether a factor's worth rests on so few cases that it is likely too high.
  package var isUncertain: Bool { factors.contains { $0.evppi?.isUncertain ?? false } }
}
