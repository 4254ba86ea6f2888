// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import PlanningModel

/// Solves the model of one planning year over very many sites by looking at few of them: the relaxation grows
/// by the sites that its own prices find worth using until there are none, which makes its optimum that of
/// the whole; then the plan is sought among the best of the sites. A plan that uses another one costs at
/// least the relaxation and what that site costs beyond it, so the bound holds for all sites.
struct SiteSifting {
  /// Candidates from which on sifting pays; below, one model is as quick.
  static let leastSites = 600
  /// Name of the stage in which the relaxation grows.
  static let stage = "sifting"
  /// Most sites that one round adds.
  private static let sitesARound = 300
  /// Rounds of pricing after which the whole model is solved instead.
  static let mostRounds = 40

  let problem: SitingProblem
  let formulation: Formulation
  let solver: any Solver
  let options: SolveOptions
  private let sifted: SiftedModel
  private let firstCount: Int
  private let mostRounds: Int
  private let begin: ContinuousClock.Instant

  /// Nil where sifting does not apply: several years, few sites, or a campus for training.
  ///
  /// - Parameters:
  ///   - leastSites: Candidates from which on it applies.
  ///   - firstSites: Sites of the first relaxation.
  ///   - mostRounds: Rounds of pricing after which it does not settle the question.
  init?(
    _ problem: SitingProblem, formulation: Formulation, solver: any Solver, options: SolveOptions,
    leastSites: Int = Self.leastSites, firstSites: Int = 300, mostRounds: Int = Self.mostRounds
  ) {
    guard problem.yearCount == 1, problem.sites.count >= leastSites, problem.trainingCampus == nil
    else { return nil }
    self.problem = problem
    self.formulation = formulation
    self.solver = solver
    self.options = options
    firstCount = firstSites
    self.mostRounds = mostRounds
    begin = .now
    sifted = SiftedModel(formulation, sites: problem.sites.count)
  }

  /// The result for the whole model; nil where sifting does not settle the question.
  ///
  /// - Parameter progress: Receives the state of the search; bounds hold for all sites.
  /// - Throws: What the solver throws when it fails itself.
  func solve(progress: (@Sendable (SolveProgress) -> Void)?) throws -> SolveResult? {
    guard let relaxation = try relaxation(progress) else { return nil }
    let ranked = problem.sites.indices.filter { relaxation.prices.use[$0] < .infinity }
      .sorted { (relaxation.prices.use[$0], $0) < (relaxation.prices.use[$1], $1) }
    for count in [firstCount, 3 * firstCount, 9 * firstCount] {
      let chosen = Set(ranked.prefix(count)).union(forced)
      let part = try sifted.restricted(to: chosen, relaxed: false)
      // Using any other site costs at least this beyond the relaxation.
      let other = ranked.dropFirst(count).first.map { max(0, relaxation.prices.use[$0]) } ?? .infinity
      let found = try solver.solve(part.model, options: left) { state in
        var state = state
        // A bound on plans among these sites is none on all plans.
        state.bound = state.bound.map { min($0, relaxation.bound + other) } ?? relaxation.bound
        progress?(state)
      }
      guard let values = found.values, let objective = found.objective, let bound = found.bound else {
        // Among these sites there is no plan; more of them may have one.
        if found.termination == .infeasible, count < ranked.count { continue }
        return nil
      }
      let whole = min(bound, relaxation.bound + other)
      let isProven = objective - whole <= max(options.relativeGap, 1e-9) * max(objective.magnitude, 1e-9)
      guard isProven || found.termination != .optimal else { continue }
      var all = [Double](repeating: 0, count: sifted.model.columnCount)
      for (place, column) in part.columns.enumerated() { all[column] = values[place] }
      return SolveResult(
        termination: isProven ? .optimal : found.termination, values: all, objective: objective, bound: whole,
        rootMultipliers: relaxation.multipliers, nodes: found.nodes, iterations: found.iterations,
        rawStatus: found.rawStatus,
        log: [
          "sifting: \(problem.sites.count) sites, \(relaxation.rounds) rounds of pricing, \(relaxation.sites) sites in the "
            + "relaxation, \(chosen.count) in the search"
        ] + found.log)
    }
    return nil
  }

  /// What is left of the limits that all solves share.
  private var left: SolveOptions { options.left(since: begin) }

  private var forced: [Int] { problem.sites.indices.filter { problem.sites[$0].decision == .forcedIn } }

  /// The relaxation of the whole model.
  private struct Relaxation {
    /// Its bound: that of the last restricted relaxation less what sites outside could still gain.
    var bound: Double
    var prices: SitePrices
    /// Multipliers of all rows of the whole model, which prove the bound.
    var multipliers: [Double]
    var rounds: Int
    var sites: Int
  }

  /// Solves relaxations over more and more sites until none outside is worth using.
  private func relaxation(_ progress: (@Sendable (SolveProgress) -> Void)?) throws -> Relaxation? {
    var chosen = firstSites()
    for round in 0..<mostRounds {
      if options.cancellation?.isRaised ?? false { return nil }
      let part = try sifted.restricted(to: chosen, relaxed: true)
      var limits = left
      limits.relativeGap = 0
      let found = try solver.solve(part.model, options: limits) { state in
        var state = state
        state.stage = Self.stage
        // Neither holds for all sites, and a solution of the relaxation is no plan.
        state.bound = nil
        state.incumbent = nil
        progress?(state)
      }
      guard let multipliers = found.rootMultipliers, let objective = found.objective else {
        guard found.termination == .infeasible, chosen.count < problem.sites.count else { return nil }
        chosen = cheapest(4 * chosen.count)
        continue
      }
      var whole = [Double](repeating: 0, count: sifted.model.rowCount)
      for (place, row) in part.rows.enumerated() { whole[row] = multipliers[place] }
      let prices = SitePrices(sifted, multipliers: whole)
      let slack = 1e-9 * max(1, objective.magnitude)
      let worth = problem.sites.indices.filter { !chosen.contains($0) && prices.use[$0] < -slack }
      if worth.isEmpty {
        var bound = objective
        for site in problem.sites.indices where !chosen.contains(site) {
          bound += min(0, prices.use[site])
          if sifted.powerRow[site] >= 0 { whole[sifted.powerRow[site]] = prices.power[site] }
          if sifted.choiceRow[site] >= 0 { whole[sifted.choiceRow[site]] = prices.choice[site] }
        }
        return Relaxation(
          bound: bound, prices: prices, multipliers: whole, rounds: round + 1, sites: chosen.count)
      }
      let best = worth.sorted { (prices.use[$0], $0) < (prices.use[$1], $1) }
      chosen.formUnion(best.prefix(Self.sitesARound))
    }
    return nil
  }

  /// Sites whose connections are cheapest for their capacity, some of every region, and those that are
  /// decided.
  private func firstSites() -> Set<Int> {
    var chosen = Set(forced)
    var byRegion = [Int](repeating: 0, count: problem.regions.count + 1)
    for site in order where byRegion[problem.sites[site].region ?? problem.regions.count] < firstCount / 10 {
      byRegion[problem.sites[site].region ?? problem.regions.count] += 1
      chosen.insert(site)
    }
    return chosen.union(order.prefix(firstCount))
  }

  private func cheapest(_ count: Int) -> Set<Int> { Set(order.prefix(count)).union(forced) }

  /// Sites by the price of their cheapest MW.
  private var order: [Int] {
    let price = problem.sites.map { site in
      site.connections.map {
        $0.costEUR(contractedMW: max($0.capacityMW, $0.leastMW)) / max($0.capacityMW, 1e-6)
      }
      .min() ?? .infinity
    }
    return problem.sites.indices.sorted { (price[$0], $0) < (price[$1], $1) }
  }
}
