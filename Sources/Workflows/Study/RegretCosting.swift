// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Results
import Scenarios
import Studies

/// Costs every siting that a study found best in some case in every other case of it: siting kept, blocks
/// decided again. What a portfolio would be regretted for can be read from that table alone.
struct RegretCosting {
  /// Most sitings that are costed: those that are best in the most cases.
  static let portfolioLimit = 12

  private let planned: PlannedStudy
  private let store: CaseStore

  init(_ planned: PlannedStudy, store: CaseStore) {
    self.planned = planned
    self.store = store
  }

  /// The table; nil where the study has no plans to compare, or no more than one siting.
  ///
  /// - Throws: `WorkflowFailure` where answers cannot be written.
  func table(of result: StudyResult, jobs: Int) throws -> DecisionTable? {
    guard planned.depth == .full else {
      throw WorkflowFailure(
        .invalidInput, "regret needs plans: the study's depth is \(planned.depth.rawValue), not full")
    }
    let portfolios = StudyPortfolio.table(of: result).prefix(Self.portfolioLimit).map { portfolio in
      (
        name: portfolio.name,
        siting: KeptSiting(
          openings: portfolio.sites.compactMap { site in
            guard let voltageKV = site.voltageKV, let year = site.opensYear else { return nil }
            return KeptSiting.Opening(
              siteID: site.id, voltageKV: voltageKV, substation: site.substation,
              kind: site.kind ?? .newLine, year: year)
          })
      )
    }
    let answered = result.rows.indices.filter { result.rows[$0].record?.plan.hasPlan ?? false }
    guard portfolios.count > 1, !answered.isEmpty else { return nil }
    let changes = planned.changes
    let cases = answered.map { changes[$0] }
    var costs: [[Double?]] = []
    let shared = CaseSolver(
      base: planned.study.base, depth: .full, limits: CaseLimits(planned.study), context: planned.context)
    for portfolio in portfolios {
      let solver = CaseSolver(
        base: planned.study.base, depth: .fixedSiting, limits: CaseLimits(planned.study),
        context: planned.context, kept: portfolio.siting, sharing: shared)
      let answers = try StudyRunner(
        cases: cases, solver: solver, store: store, report: { _, _, _ in }
      ).run(jobs: jobs)
      var row: [Double?] = []
      for answer in answers {
        guard let key = answer.key, let document = store.document(of: key.text),
          let record = try? CaseFile(document), record.plan.hasPlan
        else {
          row.append(nil)
          continue
        }
        row.append(record.plan.costEUR)
      }
      guard row.count == cases.count else { return nil }
      costs.append(row)
    }
    do {
      return try DecisionTable(
        portfolios: portfolios.map(\.name), cases: cases.map(\.id), costs: costs)
    } catch {
      throw WorkflowFailure(.internalFault, "\(error)")
    }
  }
}
