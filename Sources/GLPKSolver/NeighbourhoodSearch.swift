// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization
import Quantities

/// Improves the best point of the MIP with relaxed counts, in which counts may be fractions: round after
/// round it frees some groups of binary columns, holds the others where they are, and searches for something
/// better. Groups that the relaxation or the point uses are drawn three times out of four, the rest from
/// those whose reduced costs are small.
///
/// Draws come from a fixed sequence and rounds end by nodes, so a run is the same on every machine.
final class NeighbourhoodSearch {
  static let stage = "neighbourhood search"
  /// Share of draws from the groups in use.
  private static let shareInUse = 0.75
  /// Improvement that counts, as a share of the objective.
  private static let step = 2e-5

  let run: SolveRun
  let repair: Repair
  private let groups: [[Int]]
  private var draw = SplitMix64(state: 0x5EED)
  /// Groups that a round draws; grows where rounds find nothing, shrinks where they do not come to an end.
  private var size: Double
  /// Rounds since the last improvement.
  private var failures = 0
  /// Tree nodes after which the next round is due.
  private var nextRound: Int

  /// Groups come from the model's hints; without at least four of them there is nothing to do.
  init(run: SolveRun, repair: Repair) {
    self.run = run
    self.repair = repair
    groups = run.model.hints.groups.map { $0.map(\.column) }.filter { !$0.isEmpty }
    size = groups.count < 60 ? Double(groups.count) / 2 : groups.count > 400 ? 60 : 30
    nextRound = run.tuning.nodesBetweenRounds
  }

  /// Searches with short rounds until some in a row find nothing, and repairs the best point found.
  func search(in environment: borrowing Environment) throws {
    guard isUseful else { return }
    run.report(Self.stage, nodes: run.nodes)
    let before = repair.relaxedCounts?.objective
    while failures < run.tuning.fruitlessRounds, run.interruption == nil {
      try round(nodeLimit: run.tuning.shortRoundNodes, in: environment)
    }
    failures = 0
    if let best = repair.relaxedCounts, best.objective != before {
      try repair.complete(best.values, from: Self.stage, in: environment)
    }
    run.endIfSettled()
  }

  /// A longer round now and then while the tree search goes on; more and more rarely while they find nothing.
  func betweenNodes(_ nodes: Int, in environment: borrowing Environment) throws {
    guard nodes >= nextRound, isUseful else { return }
    let before = repair.relaxedCounts?.objective
    try round(nodeLimit: run.tuning.longRoundNodes, in: environment)
    nextRound = nodes + run.tuning.nodesBetweenRounds << min(failures, 10)
    if let best = repair.relaxedCounts, best.objective != before {
      try repair.complete(best.values, from: Self.stage, in: environment)
    }
  }

  private var isUseful: Bool {
    run.tuning.searchesNeighbourhoods && groups.count >= 4 && repair.relaxedCounts != nil
      && run.relaxation != nil
  }

  /// Two neighbourhoods of the same point; the second counts only where the first has nothing better, so that
  /// it may as well be searched at the same time.
  private func round(nodeLimit: Int, in environment: borrowing Environment) throws {
    guard let first = neighbourhood(nodeLimit), let second = neighbourhood(nodeLimit) else { return }
    let ahead = run.options.threads > 1 ? NeighbourhoodAhead(second, stop: run.stop) : nil
    let found = Result { [run] () throws -> Neighbourhood.Finding in
      try first.search(stop: run.stop, in: environment)
    }
    if case .success(let finding) = found, finding.values == nil {
      take(finding)
      take(try ahead?.finding() ?? second.search(stop: run.stop, in: environment))
    } else {
      ahead?.abandon()
      take(try found.get())
    }
  }

  private func take(_ finding: Neighbourhood.Finding) {
    run.count(nodes: finding.nodes, iterations: finding.iterations)
    for line in finding.lines { run.log(line) }
    if let values = finding.values, repair.noteMaster(values) {
      failures = 0
      run.report(Self.stage, nodes: run.nodes)
      return
    }
    failures += 1
    size = finding.isCut ? max(4, size * 0.8) : min(Double(groups.count), size * 1.3)
  }

  /// The problem of a neighbourhood drawn at random.
  private func neighbourhood(_ nodeLimit: Int) -> Neighbourhood? {
    guard let relaxedCounts = repair.relaxedCounts, let relaxation = run.relaxation else { return nil }
    let free = chosenGroups(Int(size), relaxation.values, relaxation.reducedCosts)
    var arrays = ProblemArrays(solving: run.model)
    for column in repair.roles.counting { arrays.isInteger[column] = false }
    _ = run.tightenedColumns(of: &arrays)
    for (number, group) in groups.enumerated() where !free.contains(number) {
      arrays.fix(group, at: relaxedCounts.values)
    }
    arrays.limitObjective(
      to: relaxedCounts.objective - run.sign * Self.step * max(relaxedCounts.objective.magnitude, 1e-3))
    var parameters = IntegerParameters()
    parameters.presolve = true
    parameters.mixedIntegerRoundingCuts = true
    parameters.coverCuts = run.tuning.coverCuts
    parameters.backtracking = .bestBound
    parameters.integerTolerance = run.tuning.integerTolerance
    parameters.relativeGap = min(1e-4, run.options.relativeGap)
    parameters.nodeLimit = nodeLimit
    parameters.deadline = run.deadline
    return Neighbourhood(arrays: arrays, parameters: parameters)
  }

  private func chosenGroups(
    _ count: Int, _ relaxation: [Double], _ reducedCosts: [Double]
  ) -> Set<Int> {
    guard let relaxedCounts = repair.relaxedCounts else { return [] }
    let reach = 50 * Self.step * relaxedCounts.objective.magnitude
    var inUse: [Int] = []
    var others: [Int] = []
    for (number, group) in groups.enumerated() {
      if group.contains(where: { relaxation[$0] > 1e-4 || relaxedCounts.values[$0] > 0.5 }) {
        inUse.append(number)
      } else if group.contains(where: { run.sign * reducedCosts[$0] < reach }) {
        others.append(number)
      }
    }
    var chosen: Set<Int> = []
    for _ in 0..<count {
      let isInUse = draw.fraction() < Self.shareInUse
      let pool = (isInUse && !inUse.isEmpty) || others.isEmpty ? inUse : others
      guard !pool.isEmpty else { continue }
      chosen.insert(pool[draw.index(below: pool.count)])
    }
    return chosen
  }
}
