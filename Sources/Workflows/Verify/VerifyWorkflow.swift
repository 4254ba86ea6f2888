// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Geodata
import Reports
import Scenarios
import Siting

/// What `arpent verify` is asked.
public struct VerifyRequest: Sendable, Equatable {
  /// Result directory, or the plan.json in it.
  public var plan: String
  /// Scenario to verify against; nil for the one recorded in the manifest.
  public var scenario: String?

  /// What `arpent verify` is asked.
  public init(plan: String, scenario: String? = nil) {
    self.plan = plan
    self.scenario = scenario
  }
}

/// What `arpent verify` found.
public struct VerifyResponse: Sendable {
  /// Whether the plan stands.
  public var passed: Bool
  /// Findings for a person.
  public var text: String
  /// Findings for a program.
  public var json: String
}

/// Makes a plan again from its inputs and the decisions in its file, without a solver, and holds the file against it: every rule and
/// every figure. Of the solver's bound, the part that its certificate proves is proven again in exact arithmetic; the rest is taken on
/// trust.
public enum VerifyWorkflow {
  /// Verifies a plan file.
  ///
  /// - Throws: `WorkflowFailure` for files that cannot be opened or read; a plan that does not stand is an answer.
  public static func run(_ request: VerifyRequest, context: WorkflowContext) throws -> VerifyResponse {
    let folder = PlanFolder(request.plan)
    let document = try folder.json("plan.json")
    let decisions: PlanDecisions
    do {
      decisions = try PlanDecisions(document)
    } catch {
      throw WorkflowFailure(.invalidInput, error.findings.map { "\(folder.path): \($0.path): \($0.message)" })
    }
    let prepared: PreparedScenario
    var findings: [String] = []
    if let scenario = request.scenario {
      prepared = try PreparedScenario(ScenarioSource(path: scenario), context: context)
    } else {
      let recorded = try RecordedScenario(manifest: folder.json("manifest.json"), path: folder.path)
      prepared = try recorded.prepare(context: context)
      findings += recorded.changedInputs()
    }
    do {
      let placement = try decisions.placement(in: prepared.problem)
      let audit = PlanAudit(of: placement, in: prepared.problem)
      let exists = decisions.outcome.status != .infeasible && decisions.outcome.status != .unknown
      findings += (exists ? audit.failures : []).map { failure in
        let year = failure.rule.year.map { " in \($0)" } ?? ""
        return
          "rule \(failure.rule.identifier) \(failure.rule.scope)\(year) fails by \(-failure.slack) \(failure.unit)"
      }
      let expected = try prepared.planBuilder.plan(placement, outcome: decisions.outcome)
      findings += PlanDifference.all(
        expected: PlanDocument.json(expected, problem: prepared.problem, table: prepared.table),
        found: document, ignoring: ["explanation"]
      ).map(\.description)
      findings += statusFindings(expected)
      findings += try tableFindings(expected, prepared: prepared, folder: folder)
      let certificate = try CertificateCheck(of: expected, problem: prepared.problem, folder: folder)
      findings += certificate.findings
      return response(findings, checked: audit.checked, plan: folder.path, certificate: certificate)
    } catch let error as PlanReadingError {
      findings += error.findings.map { "\($0.path): \($0.message)" }
      return response(findings, checked: 0, plan: folder.path)
    } catch let error as SizingError {
      return response(findings + ["sites: \(error)"], checked: 0, plan: folder.path)
    }
  }

  /// Tables and maps of the directory that are not those of the plan. What carries versions or styles (report.html, plan.gpkg,
  /// manifest.json) is not compared.
  private static func tableFindings(
    _ plan: Plan, prepared: PreparedScenario, folder: PlanFolder
  ) throws -> [String] {
    let map = try? MapLayers(of: prepared.scenario)
    let report = PlanReport(
      plan: plan, problem: prepared.problem, table: prepared.table, layers: prepared.layerReports,
      context: ReportContext(
        toolVersion: ArpentVersion.current, substations: map?.substations ?? []))
    return report.files().compactMap { file in
      guard file.name.hasSuffix(".csv") || file.name.hasSuffix(".geojson") || file.name == "designs.json",
        case .bytes(let wanted) = file.content,
        let found = folder.bytes(file.name), found != wanted
      else { return nil }
      return "\(file.name) is not the file of this plan"
    }
  }

  /// What the solver's words and the figures say of each other.
  private static func statusFindings(_ plan: Plan) -> [String] {
    guard plan.costEUR != nil else {
      return plan.placement.sites.isEmpty
        ? [] : ["status: '\(plan.status.rawValue)' although sites are selected"]
    }
    var findings: [String] = []
    for goal in plan.goals { findings += goalFindings(goal) }
    let gap = plan.gap ?? .infinity
    if plan.status == .optimal, gap > 1e-6 { findings.append("status: 'optimal' with a gap of \(gap)") }
    if plan.status == .gap, gap <= 1e-6 {
      findings.append("status: 'gap' although the figures prove the optimum")
    }
    if plan.status == .gap, gap > plan.gapAsked * (1 + 1e-9) {
      findings.append("status: 'gap' with a gap of \(gap), more than the \(plan.gapAsked) asked for")
    }
    return findings
  }

  /// What bound, best and value of a goal say of each other.
  private static func goalFindings(_ goal: Plan.GoalOutcome) -> [String] {
    guard let value = goal.value, let best = goal.best else { return [] }
    let sign = goal.isMaximised ? -1.0 : 1.0
    let slack = 1e-6 * max(1, best.magnitude)
    var findings: [String] = []
    if let bound = goal.bound, sign * (bound - value) > slack, sign * (bound - best) > 1e-9 * best.magnitude {
      findings.append(
        "goals: the bound \(bound) \(goal.unit) of \(goal.name) lies \(goal.isMaximised ? "below" : "above") the plan, \(value)"
      )
    }
    if sign * (value - best) > goal.tolerance * best.magnitude + slack {
      findings.append(
        "goals: the plan gives up more of \(goal.name) than the tolerance: \(value) after \(best)")
    }
    return findings
  }

  private static func response(
    _ findings: [String], checked: Int, plan: String, certificate: CertificateCheck? = nil
  ) -> VerifyResponse {
    let passed = findings.isEmpty
    let verdict =
      passed
      ? "\(plan): stands; \(checked) rule checks and every figure recomputed from the inputs\n"
        + (certificate.map { $0.line + "\n" } ?? "")
      : findings.joined(separator: "\n") + "\n\(plan): does not stand; \(findings.count) findings\n"
    return VerifyResponse(
      passed: passed, text: verdict,
      json: JSONWriter.text([
        "passed": .bool(passed),
        "checked": .integer(checked),
        "bound_proven": .optional(certificate?.proven),
        "infeasibility_proven": .bool(certificate?.provesInfeasibility ?? false),
        "bound": .optional(certificate?.line),
        "findings": .array(findings.map { .string($0) }),
      ]))
  }
}
