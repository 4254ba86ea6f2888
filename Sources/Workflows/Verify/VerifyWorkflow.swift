// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Geodata
import Planning
import PlanningModel
import Quantities
import Reports
import Results
import Scenarios

/// What `arpent verify` is asked.
package struct VerifyRequest: Sendable, Equatable {
  /// Result directory, or the plan.json in it.
  package var plan: String
  /// Scenario to verify against; nil for the one recorded in the manifest.
  package var scenario: String?

  /// What `arpent verify` is asked.
  package init(plan: String, scenario: String? = nil) {
    self.plan = plan
    self.scenario = scenario
  }
}

/// What `arpent verify` found.
package struct VerifyResponse: Sendable {
  /// Whether the plan stands.
  package var passed: Bool
  /// The verdict, which says what of the result rests on the solver.
  package var verdict: String
  /// What is wrong.
  package var findings: [String]
  /// What could not be compared, and what lies in the directory without being part of the result.
  package var warnings: [String]
  /// Findings for a person.
  package var text: String
  /// Findings for a program.
  package var json: String
}

/// Makes a result again from its inputs and the decisions in its plan, without believing a solver, and holds
/// every file of the directory against it, value by value. Of the solver's bound, the part that its
/// certificate proves is proven again in exact arithmetic; what rests on the solver's search is said in the
/// verdict.
package enum VerifyWorkflow {
  /// Verifies a result directory.
  ///
  /// - Throws: `WorkflowFailure` for what is no result, and for inputs that cannot be opened or read. A
  ///   result that does not stand is an answer, and so is one with a file that is missing or damaged.
  package static func run(_ request: VerifyRequest, context: WorkflowContext) throws -> VerifyResponse {
    let folder = PlanFolder(request.plan)
    if let damage = folder.missing(hasScenario: request.scenario != nil) {
      return Answer(path: folder.path, damage: [damage]).response
    }
    do {
      return try verified(request, folder, context)
    } catch let failure as WorkflowFailure {
      guard let damage = folder.damage(failure) else { throw failure }
      return Answer(path: folder.path, damage: damage).response
    }
  }

  private static func verified(
    _ request: VerifyRequest, _ folder: PlanFolder, _ context: WorkflowContext
  ) throws -> VerifyResponse {
    let document = try folder.json("plan.json")
    let file: PlanFile
    do {
      file = try PlanFile(document)
    } catch {
      throw WorkflowFailure(error, in: folder.planFile)
    }
    // A plan.json of its own, held against a scenario that is named, is no result directory.
    let isAlone = folder.namesFile && request.scenario != nil && folder.bytes("manifest.json") == nil
    let facts =
      request.scenario != nil && folder.bytes("manifest.json") == nil ? nil : try folder.manifest()
    var inputs = try VerifiedInputs(
      scenario: request.scenario, facts: facts, folder: folder, context: context)
    let prepared = inputs.prepared
    var answer = Answer(path: folder.path, isAlone: isAlone)
    answer.findings = facts?.impossibleTimes ?? []
    do {
      let placement = try file.placement(in: prepared.problem)
      let audit = PlanAudit(of: placement, in: prepared.problem)
      answer.checked = audit.checked
      let exists = file.outcome.status != .infeasible && file.outcome.status != .unknown
      answer.findings += (exists ? audit.failures : []).map { failure in
        let year = failure.rule.year.map { " in \($0)" } ?? ""
        return
          "rule \(failure.rule.kind.identifier) \(failure.rule.scope)\(year) fails by \(-failure.slack) \(failure.unit)"
      }
      let plan: Plan
      do {
        plan = try prepared.planBuilder.plan(
          placement, outcome: file.outcome, explanation: file.explanation)
      } catch let failure as InputFailure {
        answer.findings += inputs.findings + failure.findings.map(\.shown)
        return answer.response
      }
      answer.findings += OutcomeCheck(plan, settings: prepared.scenario.solve, facts: facts).findings
      let certificate = try CertificateCheck(of: plan, problem: prepared.problem, folder: folder)
      answer.findings += certificate.findings
      answer.certificate = certificate
      answer.verdict = Verdict(plan, certificate)
      if plan.status == .infeasible, !certificate.provesInfeasibility, certificate.findings.isEmpty {
        answer.findings +=
          try CounterExample(to: prepared.problem, solver: context.solver).finding.map { [$0] } ?? []
      }
      let files = try comparison(plan, certificate, &inputs, facts, folder, context)
        .findings(only: isAlone ? "plan.json" : nil)
      answer.findings += inputs.findings + files.faults
      answer.warnings = inputs.remarks + files.warnings
      answer.files = files.compared
    } catch let error as PlanReadingError {
      answer.findings += inputs.findings + error.findings.map { "\($0.path): \($0.message)" }
    } catch let failure as InputFailure {
      throw WorkflowFailure(failure)
    }
    return answer.response
  }

  /// The directory against the result made again.
  private static func comparison(
    _ plan: Plan, _ certificate: CertificateCheck, _ inputs: inout VerifiedInputs, _ facts: ManifestFile?,
    _ folder: PlanFolder, _ context: WorkflowContext
  ) throws -> ResultComparison {
    let prepared = inputs.prepared
    let page = folder.bytes("report.html").map { String(decoding: $0, as: UTF8.self) }
    let contexts = try inputs.contexts(
      map: MapLayers(of: prepared.scenario), components: context.components, page: page)
    func report(_ context: ReportContext) -> PlanReport {
      var report = PlanReport(
        plan: plan, problem: prepared.problem, table: prepared.table, layers: inputs.layers, context: context)
      report.certificate = certificate.canonical
      report.search = facts?.search
      return report
    }
    var made = report(contexts.recorded)
    if case .files = inputs.origin {
    } else if let facts {
      // Of the recorded warnings those at the end follow from layers and plan, whatever the files of the
      // scenario.
      let derived = made.warnings.count + made.context.run.warnings.count
      made.context.warnings = Array(facts.warnings.dropLast(derived))
    }
    var comparison = ResultComparison(
      report: made, reportHere: contexts.here.map(report), names: folder.names, listed: facts?.files ?? [],
      read: folder.bytes)
    comparison.sameLibraries = contexts.here == nil
    return comparison
  }
}

extension VerifyWorkflow {
  /// What was found so far.
  private struct Answer {
    let path: String
    let isAlone: Bool
    var findings: [String] = []
    var warnings: [String] = []
    var checked = 0
    var files = 0
    var certificate: CertificateCheck?
    var verdict: Verdict?

    init(path: String, isAlone: Bool) {
      self.path = path
      self.isAlone = isAlone
    }

    /// A result of which a file that all else rests on is missing or damaged.
    init(path: String, damage: [String]) {
      self.init(path: path, isAlone: false)
      findings = damage
      warnings = ["the other files were not compared: put that file back, or plan again"]
    }

    var response: VerifyResponse {
      let passed = findings.isEmpty && verdict != nil
      let count = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
      let sentence =
        passed
        ? (isAlone ? "plan.json alone, without the other files of a result: " : "")
          + (verdict?.sentence ?? "")
        : "does not stand; \(count)"
      var lines = ["\(path): \(sentence)"]
      lines += findings
      if passed {
        let what = files == 1 ? "1 file" : "\(files) files"
        lines.append("\(checked) rule checks, \(what) and every figure in them made again from the inputs")
        if let line = certificate?.line { lines.append(line) }
      }
      lines += warnings.map { "warning: \($0)" }
      return VerifyResponse(
        passed: passed, verdict: sentence, findings: findings, warnings: warnings,
        text: lines.joined(separator: "\n") + "\n",
        json: JSONWriter.text([
          "passed": .bool(passed),
          "verdict": .string(sentence),
          "rests_on_solver": .optional(verdict?.restsOnSolver),
          "checked": .integer(checked),
          "files": .integer(files),
          "bound_proven": .optional(certificate?.proven),
          "infeasibility_proven": .bool(certificate?.provesInfeasibility ?? false),
          "bound": .optional(certificate?.line),
          "findings": .array(findings.map { .string($0) }),
          "warnings": .array(warnings.map { .string($0) }),
        ]))
    }
  }
}
