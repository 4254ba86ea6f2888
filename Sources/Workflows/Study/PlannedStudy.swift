// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Optimization
import Quantities
import Results
import Scenarios
import Studies

/// A study that was read: its cases as lists of changes, and what answers them.
struct PlannedStudy {
  let study: Study
  let cases: StudyCases
  let depth: StudyDepth
  /// What every case begins with on the command line.
  let overlays: [String]
  let context: WorkflowContext
  /// What all cases have in common.
  let base: StudyResult.Base
  /// What the page of the study shows beside its results.
  let report: ReportContext

  /// Reads a study, its base scenario and the layers of that, and makes the cases.
  ///
  /// - Throws: `WorkflowFailure` with everything that is wrong with the study or its base.
  init(_ request: StudyRequest, context: WorkflowContext) throws {
    self.context = context
    overlays = request.overlays
    do {
      study = try StudyReader().study(request.path)
    } catch {
      throw WorkflowFailure(error)
    }
    depth = request.depth ?? study.depth
    // The order in which every case makes them.
    let common = request.overlays + study.changes
    let base = try CaseSolver(base: study.base, depth: .full, limits: CaseLimits(study), context: context)
      .prepare(common).scenario
    self.base = StudyResult.Base(
      path: StudyBasePath.recorded(study.base), changes: common,
      effectiveScenario: base.scenario.effectiveText)
    var mapped: ReportContext
    do {
      let map = try MapLayers(of: base.scenario)
      mapped = ReportContext(
        toolVersion: ArpentVersion.current, substations: map.substations, basemap: map.basemap,
        warnings: map.warnings)
    } catch let failure as InputFailure {
      throw WorkflowFailure(failure)
    }
    let stresses = StressCases(scenario: base.scenario, table: base.table)
    do {
      cases = try study.cases(
        stress: { try stresses.changes(of: $0) }, estimates: EstimatedFigures.all(of: base.scenario))
    } catch {
      throw WorkflowFailure(.invalidInput, error.findings)
    }
    let doubts = Self.aliasWarnings(cases)
    for doubt in doubts { context.warn(doubt, in: request.path) }
    mapped.warnings += doubts
    report = mapped
  }

  /// What a planner must know of a design before it is answered: factors that go together in its cases.
  static func aliasWarnings(_ cases: StudyCases) -> [String] {
    let designed = cases.cases.filter { $0.origin == .draw || $0.origin == .combination }
    let aliases =
      (try? FactorAlias.table(
        factors: cases.factors.map(\.factor), cases: designed.map(\.studyCase))) ?? []
    let reported = 3
    var warnings = aliases.prefix(reported).map { alias in
      "the design: '\(alias.factors[0])' and '\(alias.factors[1])' go together over its \(alias.cases) cases (rank correlation "
        + "\(alias.coefficient.rounded(decimals: 2))), so what one does cannot be distinguished from the other; raise samples, best to a "
        + "power of two, or use kind = \"latin-hypercube\""
    }
    if aliases.count > reported {
      warnings.append("the design: \(aliases.count - reported) more pairs of factors go together")
    }
    return warnings
  }

  /// Every case as changes of the base.
  var changes: [CaseChanges] {
    cases.cases.map { item in
      CaseChanges(
        id: item.id, label: item.label, overlays: overlays + item.overlays, values: item.values)
    }
  }

  /// What answers the cases. For `fixed_siting` the base is planned first, or found among the answers, and
  /// its siting is kept.
  ///
  /// - Parameters:
  ///   - store: Answers of the study.
  ///   - cache: Answers of other studies; nil for none.
  ///   - solves: Whether the base may be planned; otherwise its plan must be there.
  /// - Returns: Nil for a run that was interrupted before the base had its plan.
  /// - Throws: `WorkflowFailure` where the base has no plan to keep the siting of.
  func solver(store: CaseStore, cache: CaseStore?, solves: Bool) throws -> CaseSolver? {
    let limits = CaseLimits(study)
    guard depth == .fixedSiting else {
      return CaseSolver(base: study.base, depth: depth, limits: limits, context: context)
    }
    let planner = CaseSolver(base: study.base, depth: .full, limits: limits, context: context)
    let base = CaseChanges(id: "base", label: "base", overlays: overlays + study.changes)
    // As any case: planned once, whoever else is at it, and never half.
    let answer = try StudyRunner(
      cases: [base], solver: planner, store: store, cache: cache, solves: solves, report: { _, _, _ in }
    ).run(jobs: 1).first
    if context.cancellation.isRaised { return nil }
    if let findings = answer?.findings, !findings.isEmpty { throw WorkflowFailure(.invalidInput, findings) }
    guard let key = answer?.key, let document = store.document(of: key.text),
      let record = try? CaseFile(document)
    else {
      throw WorkflowFailure(
        .invalidInput, "the plan of the base, whose siting is kept, is not there; run the study first",
        in: study.base)
    }
    guard record.plan.hasPlan else {
      throw WorkflowFailure(
        .invalidInput, "the base has no plan, so there is no siting to keep; use depth = \"full\"",
        in: study.base)
    }
    return CaseSolver(
      base: study.base, depth: .fixedSiting, limits: limits, context: context,
      kept: record.siting, sharing: planner)
  }
}

extension CaseLimits {
  /// The limits that a study file states.
  init(_ study: Study) {
    self.init(gap: study.gap, timeLimitSeconds: study.timeLimitSeconds, nodeLimit: study.nodeLimit)
  }
}
