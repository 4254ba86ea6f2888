// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
import Quantities
import Reports
import Scenarios
import Sites
import Studies
import Synchronization

/// What a validation found.
package struct ValidateResponse: Sendable {
  /// Whether the scenario can be planned on.
  package var isValid: Bool
  /// Whether all that is wrong is that files cannot be opened.
  package var cannotOpen: Bool
  /// Findings for a person.
  package var text: String
  /// Findings for a program.
  package var json: String
}

/// Checks a scenario with its layers and its hardware, or a study with its base and every case, without
/// solving.
package enum ValidateWorkflow {
  /// Every finding at once.
  package static func run(_ source: ScenarioSource, context: WorkflowContext) throws -> ValidateResponse {
    let heard = Heard()
    var context = context
    context.found = { heard.note($0) }
    do {
      if StudyReader().isStudy(source.path) { return try study(source, heard, context: context) }
      let prepared = try PreparedScenario(source, context: context)
      let problem = prepared.problem
      let impossible = problem.impossibilities(of: prepared.table.count)
      if !impossible.isEmpty {
        return invalid(impossible.map { Finding($0, in: source.path) }, heard)
      }
      return valid(
        "\(source.path): valid; \(prepared.table.count) sites of which \(problem.sites.count) can be chosen, "
          + "\(problem.yearCount) years, \(problem.blocks.count) products\n", heard)
    } catch let failure as WorkflowFailure
      where failure.kind == .invalidInput || failure.kind == .cannotOpen
    {
      return invalid(failure.findings, heard, cannotOpen: failure.kind == .cannotOpen)
    }
  }

  /// Checks a study, its base, and every case of it.
  private static func study(_ source: ScenarioSource, _ heard: Heard, context: WorkflowContext) throws
    -> ValidateResponse
  {
    let planned = try PlannedStudy(
      StudyRequest(path: source.path, overlays: source.overlays), context: context)
    let solver = CaseSolver(
      base: planned.study.base, depth: planned.depth, limits: CaseLimits(planned.study), context: context)
    var findings: [Finding] = []
    var impossible: [Finding] = []
    for item in planned.changes {
      do {
        let prepared = try solver.prepare(item.overlays).scenario
        if let first = prepared.problem.impossibilities(of: prepared.table.count).first {
          impossible.append(Finding("case \(item.id): \(first)", in: source.path))
        }
      } catch let failure as WorkflowFailure {
        findings += failure.findings.map { $0.during("\(source.path): case \(item.id)") }
      }
    }
    if !findings.isEmpty { return invalid(findings, heard) }
    let count = planned.changes.count
    // A study may ask where plans end; one in which no case can have a plan asks nothing.
    if count > 0, impossible.count == count {
      return invalid(impossible, heard)
    }
    for item in impossible.prefix(3) { context.warn(item.message, in: item.file) }
    if impossible.count > 3 {
      context.warn("\(impossible.count - 3) more cases cannot have a plan", in: source.path)
    }
    return valid(
      "\(source.path): valid; \(count) case\(count == 1 ? "" : "s") at depth \(planned.depth.rawValue)\n",
      heard)
  }

  private static func valid(_ text: String, _ heard: Heard) -> ValidateResponse {
    ValidateResponse(isValid: true, cannotOpen: false, text: text, json: json(heard.warnings, isValid: true))
  }

  private static func invalid(
    _ findings: [Finding], _ heard: Heard, cannotOpen: Bool = false
  ) -> ValidateResponse {
    ValidateResponse(
      isValid: false, cannotOpen: cannotOpen,
      text: findings.map { $0.shown + "\n" }.joined()
        + "\(findings.count) finding\(findings.count == 1 ? "" : "s")\n",
      json: json(findings + heard.warnings.filter { !findings.contains($0) }, isValid: false))
  }

  private static func json(_ findings: [Finding], isValid: Bool) -> String {
    JSONWriter.text(["valid": .bool(isValid), "findings": .array(findings.map(\.json))])
  }
}

extension ValidateWorkflow {
  /// The warnings that were told on the way, each once.
  private final class Heard: Sendable {
    private let findings = Mutex<[Finding]>([])

    var warnings: [Finding] { findings.withLock { $0 } }

    func note(_ finding: Finding) {
      guard finding.severity == .warning else { return }
      findings.withLock { if !$0.contains(finding) { $0.append(finding) } }
    }
  }
}
