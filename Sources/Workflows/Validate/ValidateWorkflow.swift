// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
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
    context.diagnose = { [diagnose = context.diagnose] line in
      heard.note(line)
      diagnose(line)
    }
    do {
      if StudyReader().isStudy(source.path) { return try study(source, heard, context: context) }
      let prepared = try PreparedScenario(source, context: context)
      let problem = prepared.problem
      let impossible = problem.impossibilities(of: prepared.table.count)
      if !impossible.isEmpty {
        return invalid(
          impossible.map { "\(source.path): \($0)" }, placed: prepared.placed, heard, cannotOpen: false)
      }
      return valid(
        "\(source.path): valid; \(prepared.table.count) sites of which \(problem.sites.count) can be chosen, "
          + "\(problem.yearCount) years, \(problem.blocks.count) products\n", prepared.placed, heard)
    } catch let failure as WorkflowFailure
      where failure.kind == .invalidInput || failure.kind == .cannotOpen
    {
      return invalid(
        failure.findings, placed: failure.placed, heard, cannotOpen: failure.kind == .cannotOpen)
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
    var findings: [String] = []
    var impossible: [String] = []
    for item in planned.changes {
      do {
        let prepared = try solver.prepare(item.overlays).scenario
        if let first = prepared.problem.impossibilities(of: prepared.table.count).first {
          impossible.append("\(source.path): case \(item.id): \(first)")
        }
      } catch let failure as WorkflowFailure {
        findings += failure.findings.map { "\(source.path): case \(item.id): \($0)" }
      }
    }
    if !findings.isEmpty { return invalid(findings, placed: [], heard, cannotOpen: false) }
    let count = planned.changes.count
    // A study may ask where plans end; one in which no case can have a plan asks nothing.
    if count > 0, impossible.count == count {
      return invalid(impossible, placed: [], heard, cannotOpen: false)
    }
    for line in impossible.prefix(3) { context.diagnose("warning: \(line)") }
    if impossible.count > 3 {
      context.diagnose("warning: \(source.path): \(impossible.count - 3) more cases cannot have a plan")
    }
    return valid(
      "\(source.path): valid; \(count) case\(count == 1 ? "" : "s") at depth \(planned.depth.rawValue)\n",
      planned.placed, heard)
  }

  private static func valid(_ text: String, _ placed: [PlacedFinding], _ heard: Heard) -> ValidateResponse {
    ValidateResponse(
      isValid: true, cannotOpen: false, text: text, json: json(heard.warnings, placed, isValid: true))
  }

  private static func invalid(
    _ findings: [String], placed: [PlacedFinding], _ heard: Heard, cannotOpen: Bool
  ) -> ValidateResponse {
    ValidateResponse(
      isValid: false, cannotOpen: cannotOpen,
      text: findings.joined(separator: "\n")
        + "\n\(findings.count) finding\(findings.count == 1 ? "" : "s")\n",
      json: json(
        findings + heard.warnings.filter { !findings.contains($0) }, placed, isValid: false))
  }

  private static func json(_ lines: [String], _ placed: [PlacedFinding], isValid: Bool) -> String {
    JSONWriter.text([
      "valid": .bool(isValid),
      "findings": .array(
        lines.map { line in (placed.first { $0.text == line } ?? PlacedFinding(line: line)).json }),
    ])
  }
}

extension ValidateWorkflow {
  /// The warnings that were told on the way, each once.
  private final class Heard: Sendable {
    private let lines = Mutex<[String]>([])

    var warnings: [String] { lines.withLock { $0 } }

    func note(_ line: String) {
      guard PlacedFinding.isWarning(line) else { return }
      lines.withLock { if !$0.contains(line) { $0.append(line) } }
    }
  }
}
