// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Documents
package import Planning
package import PlanningModel
package import Quantities
package import Sites

/// `plan.json`: a plan as JSON, whole. docs/plan.schema.json describes it; `PlanDecisions` reads the
/// decisions back.
///
/// Money in EUR, power in MW, energy in MWh, area in ha, lengths in km. What is not known is `null`, never
/// zero.
package enum PlanDocument {
  /// Version of the layout; raised when a reader of the former one would be misled.
  package static let schema = 1

  /// The document of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - problem: The problem it answers.
  ///   - table: The site table behind it, for the figures that the answer rests on.
  package static func json(_ plan: Plan, problem: SitingProblem, table: SiteTable) -> JSONValue {
    var members = outline(plan, problem: problem)
    members += [
      JSONValue.Member(
        "sites", .array(plan.sites.map { site(of: $0, years: plan.years, table: table) })),
      JSONValue.Member("constraints", .array(plan.activities.map(constraint))),
      JSONValue.Member("assumptions", .array(assumptions(plan).map(namedFigure))),
    ]
    return .object(members)
  }

  /// What a plan comes to as a whole: the members of the document before those of its sites.
  static func outline(_ plan: Plan, problem: SitingProblem) -> [JSONValue.Member] {
    let object: JSONValue = [
      "schema": .integer(schema),
      "name": .string(plan.name),
      "status": .string(plan.status.rawValue),
      "objective": .optional(plan.costEUR),
      "bound": .optional(plan.boundEUR),
      "gap": .optional(plan.gap),
      "gap_asked": .number(plan.gapAsked),
      "gap_eur": .optional(plan.gapEUR),
      "gap_of_controllable_cost": .optional(plan.gapOfControllable),
      "unavoidable_cost_eur": .number(plan.unavoidableEUR),
      "objectives": .array(plan.objectives.map(objective)),
      "termination": .string(plan.termination),
      "years": .array(plan.years.map { .integer($0) }),
      "demand_gpus_by_year": byYear(plan.years, problem.demandGPUs.map { .integer($0) }),
      "totals": totals(plan),
      "data_basis": .object(
        Basis.allCases.map { JSONValue.Member($0.rawValue, .number(plan.basisShare[$0] ?? 0)) }),
      "audit": [
        "passed": .bool(plan.audit.passed),
        "checked": .integer(plan.audit.checked),
        "failures": .array(plan.audit.failures.map(constraint)),
      ],
      "explanation": plan.explanation.map(explanation) ?? .null,
    ]
    return object.members ?? []
  }

  /// The text of the file.
  package static func text(_ plan: Plan, problem: SitingProblem, table: SiteTable) -> String {
    JSONWriter.text(json(plan, problem: problem, table: table))
  }

  /// Values keyed by calendar year.
  static func byYear(_ years: [Int], _ values: [JSONValue]) -> JSONValue {
    .object(zip(years, values).map { JSONValue.Member(String($0), $1) })
  }

  /// Assumptions of all designs, each once, in the order of the first design that uses it.
  package static func assumptions(_ plan: Plan) -> [NamedQuantity] {
    var seen: Set<String> = []
    return plan.chosen.flatMap { $0.design?.assumptions ?? [] }.filter { seen.insert($0.name).inserted }
  }

  /// A figure with its name and what it rests on.
  package static func namedFigure(_ named: NamedQuantity) -> JSONValue {
    SpecificationLine.json(named.lines)
  }

  private static func totals(_ plan: Plan) -> JSONValue {
    let totals = plan.totals
    return [
      "sites": .integer(totals.sites),
      "gpus": .integer(totals.gpusByYear.last ?? 0),
      "it_mw": .number(totals.itMWByYear.last ?? 0),
      "grid_mw": .number(totals.gridMWByYear.last ?? 0),
      "energy_mwh_per_year": .number(totals.energyMWhPerYear),
      "gpus_by_year": byYear(plan.years, totals.gpusByYear.map { .integer($0) }),
      "it_mw_by_year": byYear(plan.years, totals.itMWByYear.map { .number($0) }),
      "grid_mw_by_year": byYear(plan.years, totals.gridMWByYear.map { .number($0) }),
      "eu_controlled_gpus": .integer(totals.euControlledGPUs),
      "secnumcloud_class_gpus": .integer(totals.euControlledGPUs),
      "cost": cost(totals.costs),
    ]
  }

  /// A ledger, in EUR.
  static func cost(_ costs: PlanCosts) -> JSONValue {
    .object(CostsTable.kinds.map { JSONValue.Member($0.name, .number($0.value(costs))) })
  }

  private static func objective(_ objective: Plan.ObjectiveOutcome) -> JSONValue {
    [
      "name": .string(objective.name),
      "unit": .string(objective.unit),
      "sense": .string(objective.isMaximised ? "maximise" : "minimise"),
      "tolerance": .number(objective.tolerance),
      "value": .optional(objective.value),
      "best": .optional(objective.best),
      "bound": .optional(objective.bound),
      "gap": .optional(objective.gap),
    ]
  }

  private static func constraint(_ rule: RuleActivity) -> JSONValue {
    // The limit that the room left is measured from: the nearer one.
    let fromBelow = rule.atLeast.map { rule.activity - $0 } ?? .infinity
    let fromAbove = rule.atMost.map { $0 - rule.activity } ?? .infinity
    return [
      "name": .string(rule.rule.kind.identifier),
      "scope": .string(rule.rule.scope),
      "year": .optional(rule.rule.year),
      "activity": .number(rule.activity),
      "at_least": .optional(rule.atLeast),
      "at_most": .optional(rule.atMost),
      "limit": .optional(fromBelow < fromAbove ? rule.atLeast : rule.atMost),
      "slack": .number(rule.slack),
      "unit": .string(rule.unit),
      "binding": .bool(rule.isBinding),
    ]
  }

  private static func explanation(_ explanation: InfeasibilityExplanation) -> JSONValue {
    [
      "relaxations": .array(explanation.relaxations.map(relaxed)),
      "alternatives": .array(explanation.alternatives.map { .array($0.map(relaxed)) }),
      "proven": .bool(explanation.isProven),
      "cut_short": .optional(explanation.cutShort?.english),
      "cut_short_words": explanation.cutShort.map { PhraseDocument.json($0) } ?? .null,
    ]
  }

  private static func relaxed(_ relaxed: InfeasibilityExplanation.RelaxedRule) -> JSONValue {
    [
      "name": .string(relaxed.rule.kind.identifier),
      "scope": .string(relaxed.rule.scope),
      "year": .optional(relaxed.rule.year),
      "limit": .number(relaxed.limit),
      "needed": .number(relaxed.needed),
      "unit": .string(relaxed.unit),
      "sentence": .string(relaxed.sentence),
      "set": .optional(relaxed.argument),
      "words": PhraseDocument.json(relaxed.words),
    ]
  }
}
