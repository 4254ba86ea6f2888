// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Documents
package import Planning
package import PlanningModel
package import Quantities
package import Sites

extension PlanFile {
  /// The file of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - problem: The problem it answers.
  ///   - table: The site table behind it, for the figures that the answer rests on; nil for a case, which
  ///     holds neither these nor designs and rules.
  package init(_ plan: Plan, problem: SitingProblem, table: SiteTable?) {
    self.init()
    name = plan.name
    status = plan.status
    costEUR = plan.costEUR
    boundEUR = plan.boundEUR
    gap = plan.gap
    gapAsked = plan.gapAsked
    gapEUR = plan.gapEUR
    gapOfControllable = plan.gapOfControllable
    unavoidableEUR = plan.unavoidableEUR
    objectives = plan.objectives
    termination = plan.termination
    years = plan.years
    decisionDate = problem.decisionDate?.description
    demandGPUs = ByYear(years, problem.demandGPUs)
    existingGPUs = ByYear(years, plan.totals.existingGPUsByYear)
    existing = problem.existing
    totals = Totals(
      sites: plan.totals.sites, energyMWhPerYear: plan.totals.energyMWhPerYear,
      gpusByYear: ByYear(years, plan.totals.gpusByYear), itMWByYear: ByYear(years, plan.totals.itMWByYear),
      gridMWByYear: ByYear(years, plan.totals.gridMWByYear), euControlledGPUs: plan.totals.euControlledGPUs,
      costs: plan.totals.costs)
    basisShares = Basis.allCases.map { plan.basisShare[$0] ?? 0 }
    audit = [
      "passed": .bool(plan.audit.passed),
      "checked": .integer(plan.audit.checked),
      "failures": .array(plan.audit.failures.map(Self.constraint)),
    ]
    explanation = plan.explanation
    guard let table else {
      sites = plan.chosen.map { Site($0, years: years) }
      return
    }
    sites = plan.sites.map { planned in
      var site = Site(planned, years: years)
      site.design = planned.design.map { SpecificationLine.json($0.lines) } ?? .null
      site.attributes = Self.attributes(of: site.id, table: table)
      return site
    }
    constraints = .array(plan.activities.map(Self.constraint))
    assumptions = .array(Self.assumptions(of: plan).map(Self.namedFigure))
  }

  /// Assumptions of all designs, each once, in the order of the first design that uses it.
  package static func assumptions(of plan: Plan) -> [NamedQuantity] {
    var seen: Set<String> = []
    return plan.chosen.flatMap { $0.design?.assumptions ?? [] }.filter { seen.insert($0.name).inserted }
  }

  /// A figure with its name and what it rests on.
  package static func namedFigure(_ named: NamedQuantity) -> JSONValue { SpecificationLine.json(named.lines) }

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

  /// Every attribute of the table that planning reads, with what it rests on; a missing one says why.
  private static func attributes(of id: String, table: SiteTable) -> JSONValue {
    guard let row = table.row(of: id) else { return .array([]) }
    return .array(
      SiteAttribute.allCases.compactMap { attribute -> JSONValue? in
        guard let column = table.column(attribute.rawValue) else { return nil }
        let value = column.values[row]
        let content: JSONValue
        var source = value.source
        switch value.content {
        case .number(let number): content = .number(number)
        case .text(let text): content = .string(text)
        case .missing(let reason):
          content = .null
          source = reason
        }
        return [
          "name": .string(column.name), "value": content, "unit": .string(column.unit),
          "basis": .optional(value.basis?.rawValue), "source": .string(source),
          "low": .optional(value.low), "high": .optional(value.high),
        ]
      })
  }
}

extension PlanFile.Site {
  /// What was decided for a site and what that comes to.
  init(_ site: PlannedSite, years: [Int]) {
    self.init(
      id: site.id, name: site.name, position: site.position, region: site.region,
      isSelected: site.status == .chosen, status: site.status, reasons: site.reasons,
      exclusions: site.exclusions.map { .init(rule: $0.rule, value: $0.value, limit: $0.limit) },
      isEUControlled: site.isEUControlled, basis: site.basis, opensYear: site.opensYear,
      blocks: site.blocks.map {
        .init(year: $0.year, skuID: $0.skuID, blocks: $0.blocks, gpus: $0.gpus)
      },
      gpusByYear: ByYear(years, site.gpusByYear), itMWByYear: ByYear(years, site.itMWByYear),
      gridMWByYear: ByYear(years, site.gridMWByYear), powerLimitMW: site.powerLimitMW, pue: site.pue,
      contractedMW: site.contractedMW, decideBy: site.decideBy?.description,
      connection: site.connection.map { PlanFile.Connection($0) },
      costs: site.status == .chosen ? site.costs : nil)
  }
}
