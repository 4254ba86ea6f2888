// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Optimization
import Planning
import PlanningModel
import Results
import Scenarios
import Studies

/// Answers cases of one base scenario: layers are read once, everything else is made anew from the base and
/// the changes of the case, so that a case has the same answer alone and among a thousand. Shared by all
/// threads.
final class CaseSolver: Sendable {
  /// A case that was read and can be solved.
  struct Prepared: Sendable {
    var scenario: PreparedScenario
    var options: SolveOptions
    var key: CaseKey
  }

  /// The base scenario file.
  let base: String
  let depth: StudyDepth
  let limits: CaseLimits
  let context: WorkflowContext
  private let layers: LayerCache
  private let digests: FileDigests
  private let parsed: ParsedFiles
  /// The siting that every case keeps; nil unless the depth is `fixed_siting`.
  let kept: KeptSiting?

  /// A solver of cases.
  ///
  /// - Parameters:
  ///   - base: The base scenario file.
  ///   - depth: How much is decided again.
  ///   - limits: When a search may stop.
  ///   - context: What the workflow needs from outside.
  ///   - kept: Siting to keep; only for `fixed_siting`.
  ///   - other: A solver whose layers are shared; nil to read them anew.
  init(
    base: String, depth: StudyDepth, limits: CaseLimits, context: WorkflowContext,
    kept: KeptSiting? = nil, sharing other: CaseSolver? = nil
  ) {
    layers = other?.layers ?? LayerCache()
    digests = other?.digests ?? FileDigests()
    parsed = other?.parsed ?? ParsedFiles()
    self.base = base
    self.depth = depth
    self.limits = limits
    self.kept = kept
    // A thousand cases would print the same thousand warnings.
    self.context = context.silent
  }

  /// Reads a case.
  ///
  /// - Throws: `WorkflowFailure` with everything that is wrong with it.
  func prepare(_ overlays: [String]) throws -> Prepared {
    let scenario = try PreparedScenario(
      ScenarioSource(path: base, overlays: overlays), context: context,
      reader: ScenarioReader(parsed: parsed), layers: layers)
    var options = limits.options(scenario.scenario.solve, cancellation: context.cancellation)
    options.relaxationOnly = depth == .relaxation
    let key = CaseKey(
      of: scenario, depth: depth, options: options, kept: kept, solver: context.solver.name,
      digests: digests)
    return Prepared(scenario: scenario, options: options, key: key)
  }

  /// Solves a case.
  ///
  /// - Returns: The plan, empty where there is none, and what its reader must know.
  /// - Throws: `WorkflowFailure` where the plan does not stand up to its audit, and what the solver throws
  ///   when it fails.
  func solve(_ prepared: Prepared) throws -> (plan: Plan, problem: SitingProblem, notes: [String]) {
    var problem = prepared.scenario.problem
    var notes: [String] = []
    if depth == .fixedSiting, let kept {
      problem.keptSiting = kept
      for id in kept.lost(in: problem) {
        notes.append("site '\(id)' of the base plan cannot be kept: this case does not offer it in time")
      }
    }
    var builder = prepared.scenario.planBuilder
    builder.problem = problem
    let formulation = try Formulation(problem)
    if depth == .relaxation {
      let outcome = try RelaxationBound(solver: context.solver, options: prepared.options)
        .outcome(of: problem, formulation: formulation)
      return (try builder.designed(Placement(sites: []), outcome: outcome), problem, notes)
    }
    var search = PlanSearch(solver: context.solver, options: prepared.options)
    search.explaining.nodeLimit = prepared.scenario.scenario.solve.explanationNodeLimit
    let answer = try search.search(problem, formulation: formulation)
    let plan = try builder.designed(
      answer.placement, outcome: answer.outcome, explanation: answer.explanation)
    try PlanWorkflow.checkAudit(plan, answer: answer)
    return (plan, problem, notes)
  }

  /// The file of a case.
  func document(of prepared: Prepared) throws -> JSONValue {
    let solved = try solve(prepared)
    return CaseFile(
      solved.plan, problem: solved.problem, key: prepared.key.text, depth: depth, notes: solved.notes
    ).json
  }
}
