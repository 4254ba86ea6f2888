// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Geodata
import Optimization
import Planning
import PlanningModel
import Quantities
import Reports
import Results
import Scenarios
import Sites
import Views

/// The main job: from a scenario file to a placed, sized and audited plan, written whole or not at all.
package enum PlanWorkflow {
  /// Plans.
  ///
  /// - Returns: The plan with its status, also where a limit or an interruption came first and where there is
  ///   no plan.
  /// - Throws: `WorkflowFailure` for inputs that cannot be used, an output that cannot be written, and a plan
  ///   that fails its own audit.
  package static func run(_ request: PlanRequest, context: WorkflowContext) throws -> PlanResponse {
    let directory = request.outputDirectory.map { ResultDirectory($0, kind: .plan, force: request.force) }
    // An output that cannot be written must show before the work, not after it.
    if let directory { try WorkflowFailure.writing { try directory.check() } }
    let layers = LayerCache()
    let prepared = try PreparedScenario(request.source, context: context, layers: layers)
    var times = prepared.times
    let clock = context.seconds
    let formulation = try times.measure("model", clock) { try Formulation(prepared.problem) }
    let map =
      try request.dryRun && directory == nil
      ? nil
      : times.measure("map", clock) {
        try mapLayers(of: prepared.scenario, isNeeded: directory != nil, context: context)
      }
    if request.dryRun { return dryRun(prepared, formulation: formulation, times: times) }

    let settings = prepared.scenario.solve
    let options = SolveOptions(
      relativeGap: request.gap ?? settings.gap,
      timeLimitSeconds: request.timeLimitSeconds ?? settings.timeLimitSeconds,
      nodeLimit: settings.nodeLimit, threads: request.source.jobs, cancellation: context.cancellation)
    let begin = ContinuousClock.now
    let answer = try times.measure("solve", clock) {
      if let path = request.solution {
        return try SolutionImport(
          path: path, problem: prepared.problem, formulation: formulation, title: prepared.scenario.name
        ).answer(bound: request.bound ? context.solver : nil, options: options, context: context)
      }
      var search = PlanSearch(solver: context.solver, options: options)
      search.explaining = explaining(prepared, request: request, layers: layers, context: context)
      return try search.search(prepared.problem, formulation: formulation, progress: context.progress)
    }
    if request.verbose { report(answer, to: context) }

    let plan = try times.measure("audit", clock) {
      try prepared.planBuilder.designed(
        answer.placement, outcome: answer.outcome, explanation: answer.explanation)
    }
    try checkAudit(plan, answer: answer)
    for warning in plan.warnings { context.warn(warning) }
    var written = request.outputDirectory
    if let directory, let map {
      let certificate = try times.measure("certificate", clock) {
        // The multipliers of a contradiction take one more relaxation, within what is left of the time.
        var limits = options.left(since: begin)
        limits.timeLimitSeconds = limits.timeLimitSeconds.map { max(0.5, $0) }
        return try PlanCertificate(solver: context.solver, options: limits)
          .certificate(of: answer, problem: prepared.problem)
      }
      try times.measure("write", clock) {
        let about = ReportInputs(
          prepared: prepared, map: map,
          options: ReportContext.Options(
            changes: request.source.overlays, gap: request.gap, timeLimitSeconds: request.timeLimitSeconds,
            seed: request.seed),
          components: context.components, solution: request.solution
        ).context()
        let place = try place(of: plan, about: about, directory: directory, context: context)
        written = place.path
        var report = PlanReport(
          plan: plan, problem: prepared.problem, table: prepared.table,
          layers: prepared.layerReports, context: about)
        report.certificate = certificate
        report.search = answer.trace
        report.language = request.language
        for warning in report.warnings { context.warn(warning) }
        let remarks = try WorkflowFailure.writing { try place.write(report.files()) }
        for remark in remarks { context.warn(remark) }
      }
    }
    return PlanResponse(
      ending: PlanResponse.Ending(plan.status),
      text: text(plan, basemap: map?.basemap ?? Basemap(), directory: written, context: context),
      times: times,
      makeJSON: { [problem = prepared.problem, table = prepared.table] in
        PlanFile(plan, problem: problem, table: table).text
      })
  }

  /// Where a result goes: to the directory that was asked for, unless that holds a better one, which stays.
  private static func place(
    of plan: Plan, about: ReportContext, directory: ResultDirectory, context: WorkflowContext
  ) throws -> ResultDirectory {
    let isInterrupted =
      context.cancellation.isRaised && (plan.status == .limit || plan.status == .unknown)
    guard !directory.force, let earlier = EarlierPlan(directory: directory.path),
      let reason = earlier.reasonToKeep(over: plan, context: about, isInterrupted: isInterrupted)
    else { return directory }
    let place = try EarlierPlan.place(beside: directory.path, isInterrupted: isInterrupted)
    context.warn(
      "\(directory.path) keeps the result it holds: \(reason); this result is in \(place.path); add --force to replace the other"
    )
    return place
  }

  /// Tries what is reported where there is no plan as the planner would: as further changes of the scenario.
  private static func explaining(
    _ prepared: PreparedScenario, request: PlanRequest, layers: LayerCache, context: WorkflowContext
  ) -> ExplanationSettings {
    let silent = context.silent
    var settings = ExplanationSettings()
    settings.nodeLimit = prepared.scenario.solve.explanationNodeLimit
    settings.former = prepared.changes.filter { $0.place == "--set" }.flatMap(\.matches).map {
      FormerValue(path: $0.path, old: $0.old, new: $0.new)
    }
    settings.changed = { [silent] arguments in
      var source = request.source
      source.overlays += arguments
      return try? PreparedScenario(source, context: silent, layers: layers).problem
    }
    return settings
  }

  /// Outlines for the maps. Where nothing but the small map of the summary is drawn, layers that cannot be
  /// read cost that map alone.
  private static func mapLayers(
    of scenario: Scenario, isNeeded: Bool, context: WorkflowContext
  ) throws -> MapLayers? {
    if isNeeded { return try reading { try MapLayers(of: scenario) } }
    do {
      return try MapLayers(of: scenario)
    } catch let failure as InputFailure {
      for finding in failure.findings {
        var warning = finding.during("no map is drawn")
        warning.severity = .warning
        context.tell(warning)
      }
      return nil
    }
  }

  private static func text(
    _ plan: Plan, basemap: Basemap, directory: String?, context: WorkflowContext
  ) -> String {
    let end: String
    if let directory {
      end = PlanSummaryText.line(
        "Written to", "\(directory)/ (open report.html, or sites.geojson in QGIS)", context.outputWidth)
    } else {
      end = PlanSummaryText.line(
        "Nothing written", "add -o DIR for maps, tables and a report", context.outputWidth)
    }
    return PlanSummaryText.text(
      plan, basemap: basemap, width: context.outputWidth, isEmphasised: context.showsEmphasis) + end
  }

  /// Says what would be solved.
  private static func dryRun(
    _ prepared: PreparedScenario, formulation: Formulation, times: StageTimes
  ) -> PlanResponse {
    let problem = prepared.problem
    let model = formulation.model
    let text =
      "\(prepared.scenario.name)\n"
      + "\(prepared.table.count) sites, \(problem.sites.count) can be chosen; \(problem.yearCount) years; "
      + "\(problem.blocks.count) products\n"
      + "model: \(model.rowCount) rows, \(model.columnCount) columns, \(model.entryCount) entries\n"
    let json = JSONWriter.text([
      "name": .string(prepared.scenario.name),
      "sites": .integer(prepared.table.count),
      "choosable_sites": .integer(problem.sites.count),
      "rows": .integer(model.rowCount),
      "columns": .integer(model.columnCount),
      "entries": .integer(model.entryCount),
    ])
    return PlanResponse(ending: .dryRun, text: text, times: times, makeJSON: { json })
  }

  /// Passes on what the solver said.
  private static func report(_ answer: PlanSearch.Answer, to context: WorkflowContext) {
    let size = answer.modelSize
    context.diagnose("model: \(size.rows) rows, \(size.columns) columns, \(size.entries) entries")
    for line in answer.result.log { context.diagnose("solver: \(line)") }
    context.diagnose(
      "solver: \(answer.result.rawStatus); \(answer.result.nodes) nodes, \(answer.result.iterations) iterations"
    )
  }

  /// A plan leaves only when every rule holds in the recomputation and its cost is the one the model saw, or
  /// less.
  static func checkAudit(_ plan: Plan, answer: PlanSearch.Answer) throws {
    guard plan.costEUR != nil else { return }
    var findings = plan.audit.failures.map { rule in
      "the plan breaks \(rule.rule.kind.identifier) \(rule.rule.scope) by \(-rule.slack) \(rule.unit)"
    }
    for objective in plan.objectives {
      guard let value = objective.value, let best = objective.best else { continue }
      // What a later objective was allowed to give up of this one.
      let room = objective.tolerance * best.magnitude + 1e-6 * max(1, best.magnitude)
      if objective.isMaximised ? value < best - room : value > best + room {
        findings.append(
          "the plan comes to \(value) \(objective.unit) of \(objective.name) and the search to \(best)")
      }
    }
    if let last = plan.objectives.last, let value = last.value, let unit = answer.amountPerUnit,
      let objective = answer.result.objective.map({ (last.isMaximised ? -1 : 1) * $0 * unit }),
      (last.isMaximised ? objective - value : value - objective) > 1e-6 * max(1, objective.magnitude)
    {
      findings.append("the plan comes to \(value) \(last.unit) and the model says \(objective)")
    }
    if !findings.isEmpty { throw WorkflowFailure(.internalFault, findings.map { Finding($0) }) }
  }

  /// Turns layers that cannot be read into a failure of that kind.
  private static func reading<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as InputFailure {
      throw WorkflowFailure(failure)
    }
  }
}
