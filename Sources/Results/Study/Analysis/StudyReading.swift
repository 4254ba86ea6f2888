// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
package import Studies

/// The statistics of a study, worked out once for every form in which it is reported.
package struct StudyReading {
  package let result: StudyResult
  /// What was sought first; nil without an answer. Cases that seek something else are left out of the
  /// statistics.
  package let objective: StudyObjective?
  /// Best known amount of the objective in each case, in its unit; nil without one.
  package let outcomes: [Double?]
  /// Cases that sought something else.
  package let otherObjectives: Int
  /// Quantiles of the amounts; nil without any.
  package let spread: Quantiles?
  /// Sites that at least one plan has, the most frequent first.
  package let sites: [StudySite]
  /// Different sitings, the most frequent first.
  package let portfolios: [StudyPortfolio]
  /// What each factor alone does; nil where this is no one-at-a-time design or its base has no answer.
  package let tornado: Tornado?
  /// How often there is a plan at all.
  package let planProbability: PlanProbability?
  /// How each factor goes with the objective, over the cases that the design made; empty where
  /// `correlationRefusal` says why.
  package let correlations: [RankCorrelation]
  /// Why no correlations are reported; nil where they are, and where nothing varies.
  package let correlationRefusal: String?
  /// Factors that go together over the cases that the design made.
  package let aliases: [FactorAlias]
  /// GPUs by year over the plans.
  package let gpus: Fan?
  /// Grid power by year over the plans, MW.
  package let power: Fan?

  /// Reads a study.
  package init(_ result: StudyResult) {
    self.result = result
    var objective: StudyObjective?
    var outcomes: [Double?] = []
    var others = 0
    for row in result.rows {
      var amount: Double?
      if row.outcome == .planned || row.outcome == .bounded, let first = row.record?.plan.objectives.first {
        let sought = StudyObjective(name: first.name, unit: first.unit, isMaximised: first.isMaximised)
        if objective == nil { objective = sought }
        if objective == sought { amount = row.record?.objective } else { others += 1 }
      }
      if let value = amount, !value.isFinite { amount = nil }
      outcomes.append(amount)
    }
    let known = outcomes.compactMap(\.self)
    self.objective = objective?.telling(apart: known)
    self.outcomes = outcomes
    otherObjectives = others
    spread = try? Quantiles(known)
    sites = StudySite.table(of: result)
    portfolios = StudyPortfolio.table(of: result)
    let factors = result.factors.map { Factor($0.name, path: "", domain: .open) }
    var cases: [StudyCase] = []
    for row in result.rows {
      var assignments: [StudyCase.Assignment] = []
      for factor in result.factors.indices {
        guard let value = result.value(factor, of: row), value.number?.isFinite ?? true else { continue }
        assignments.append(StudyCase.Assignment(factor: factor, value: value))
      }
      cases.append(StudyCase(id: row.id, label: row.label, assignments: assignments, role: row.role))
    }
    let tornado = try? Tornado(factors: factors, cases: cases, outcomes: outcomes)
    self.tornado = tornado?.bars.isEmpty == true ? nil : tornado
    planProbability = PlanProbability(result)
    let seen = zip(result.rows, outcomes).map { row, amount -> CaseOutcome in
      row.outcome == .infeasible ? .noPlan : amount.map { .amount($0) } ?? .unknown
    }
    let counted = cases.indices.filter { position in
      seen[position] != .unknown && cases[position].assignments.count == factors.count
    }
    let carried = counted.filter { result.rows[$0].origin == .draw || result.rows[$0].origin == .combination }
    correlationRefusal =
      factors.isEmpty || counted.isEmpty
      ? nil : RankCorrelation.refusal(counted.map { result.rows[$0].origin })
    let table = try? RankCorrelation.table(
      factors: factors, cases: carried.map { cases[$0] }, outcomes: carried.map { seen[$0] },
      isMaximised: objective?.isMaximised ?? false)
    correlations = correlationRefusal == nil && !known.isEmpty && !carried.isEmpty ? table ?? [] : []
    aliases = (try? FactorAlias.table(factors: factors, cases: carried.map { cases[$0] })) ?? []
    gpus = Self.fan(result) {
      ByYear($0.gpusByYear.years, $0.gpusByYear.values.map { Double($0) })
    }
    power = Self.fan(result) { $0.gridMWByYear }
  }

  /// Two factors that go together, in words.
  package static func words(_ alias: FactorAlias) -> String {
    let direction = alias.coefficient > 0 ? "rise and fall together" : "go against each other"
    return
      "\(alias.factors[0]) and \(alias.factors[1]) \(direction) over the \(NumberText.grouped(alias.cases)) cases of the design (rank "
      + "correlation \(NumberText.grouped(alias.coefficient, decimals: 2))): what one does cannot be distinguished from the other"
  }

  /// The unit of a factor by its name; empty without one.
  package func unit(of factor: String) -> String { result.factors.first { $0.name == factor }?.unit ?? "" }

  /// A value of a factor for people, with its unit.
  package func text(_ value: FactorValue?, unit: String) -> String {
    guard let value else { return "base" }
    guard let number = value.number else { return value.description }
    let text = Self.number(number)
    return unit.isEmpty ? text : "\(text) \(unit)"
  }

  /// A number of unknown size for people, to about five digits.
  package static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e15, value == 0 || value.magnitude >= 1e-6 else {
      return value.description
    }
    if value == value.rounded() { return NumberText.grouped(value) }
    var decimals = 0
    var size = value.magnitude
    while size < 10_000, decimals < 9 {
      size *= 10
      decimals += 1
    }
    var text = NumberText.grouped(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// The position of the only factor that is a number and varies; nil where there is none or more than one.
  package var onlyNumericFactor: Int? {
    let varied = result.factors.indices.filter { result.isNumeric($0) && result.distinctValues($0).count > 1 }
    return varied.count == 1 ? varied[0] : nil
  }

  private static func fan(_ result: StudyResult, _ series: (PlanFile.Totals) -> ByYear<Double>) -> Fan? {
    let plans = result.rows.compactMap(\.plan)
    var years: Set<Int> = []
    for plan in plans { years.formUnion(plan.years) }
    let order = years.sorted()
    guard !order.isEmpty else { return nil }
    var outcomes: [[Double?]] = []
    for plan in plans {
      let amounts = series(plan.totals)
      outcomes.append(order.map { amounts[$0] })
    }
    return try? Fan(years: order, outcomes: outcomes)
  }
}
