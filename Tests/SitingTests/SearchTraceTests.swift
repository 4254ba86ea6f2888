// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Optimization
import Planning
import PlanningModel
import Synchronization
import TestSupport
import Testing

@Suite("How a search went")
struct SearchTraceTests {
  private final class Seen: Sendable {
    private let states = Mutex<[SearchState]>([])
    func add(_ state: SearchState) { states.withLock { $0.append(state) } }
    var all: [SearchState] { states.withLock { $0 } }
  }

  private func answer(
    _ problem: SitingProblem, threads: Int = 1, gap: Double = 1e-6,
    progress: (@Sendable (SearchState) -> Void)? = nil
  ) throws -> PlanSearch.Answer {
    try PlanSearch(solver: GLPKSolver(), options: SolveOptions(relativeGap: gap, threads: threads))
      .search(problem, formulation: Formulation(problem), progress: progress)
  }

  @Test(
    "The same inputs give the same record, twice, on one thread and on two, watched or not", arguments: 1...12
  )
  func deterministic(seed: Int) throws {
    let problem = RandomProblems.medium(seed: UInt64(seed))
    let first = try answer(problem).trace.withoutSeconds
    #expect(!first.entries.isEmpty)
    #expect(try answer(problem).trace.withoutSeconds == first)
    #expect(try answer(problem, threads: 2).trace.withoutSeconds == first)
    #expect(try answer(problem, progress: { _ in }).trace.withoutSeconds == first)
  }

  @Test("Every objective ends with what the answer says of it, in its own unit", arguments: 1...30)
  func ends(seed: Int) throws {
    let problem = RandomProblems.rich(seed: UInt64(seed))
    let answer = try answer(problem, gap: 0)
    let ends = answer.trace.entries.filter { $0.stage == SearchState.endStage }
    #expect(ends.count == answer.outcome.objectives.count)
    for ((objective, outcome), end) in zip(zip(problem.objectives, answer.outcome.objectives), ends) {
      #expect(end.objective == objective.name)
      #expect(end.bound == outcome.bound, "seed \(seed)")
      guard let best = outcome.best else {
        #expect(end.best == nil)
        continue
      }
      let found = end.best ?? .nan
      #expect((found - best).magnitude <= 1e-6 * max(1, best.magnitude), "seed \(seed): \(found), \(best)")
    }
    #expect(answer.trace.entries.last?.stage == SearchState.endStage)
  }

  @Test(
    "While an objective is sought its bound and its best plan only get better, and the work only grows",
    arguments: 1...12)
  func narrows(seed: Int) throws {
    let problem = RandomProblems.medium(seed: UInt64(seed))
    let maximised = Set(problem.objectives.filter(\.isMaximised).map(\.name))
    let entries = try answer(problem).trace.entries
    #expect(entries.first?.nodes == 0 && entries.first?.iterations == 0)
    for (before, after) in zip(entries, entries.dropFirst()) {
      #expect(after.nodes >= before.nodes && after.iterations >= before.iterations)
      #expect((after.seconds ?? -1) >= (before.seconds ?? 0))
      guard before.objective == after.objective, before.stage != SearchState.endStage else { continue }
      let sign = maximised.contains(after.objective) ? -1.0 : 1.0
      let room = 1e-6 * max(1, (after.best ?? after.bound ?? 0).magnitude)
      if let earlier = before.bound, let later = after.bound { #expect(sign * (later - earlier) >= -room) }
      if let earlier = before.best, let later = after.best { #expect(sign * (later - earlier) <= room) }
    }
  }

  @Test(
    "A watcher sees the objectives numbered in order, and what comes after the search where there is no plan")
  func watched() throws {
    let several = try #require(
      (1...200).map { RandomProblems.rich(seed: $0) }.first {
        $0.objectives.count > 1 && BruteForcePlanner.optima(of: $0) != nil
      })
    let seen = Seen()
    _ = try answer(several, progress: { seen.add($0) })
    let numbers = seen.all.map(\.objective.number)
    #expect(numbers == numbers.sorted() && Set(numbers) == Set(1...several.objectives.count))
    #expect(seen.all.allSatisfy { $0.objective.count == several.objectives.count })

    let none = try #require(
      (1...200).map { RandomProblems.rich(seed: $0) }.first { BruteForcePlanner.optima(of: $0) == nil })
    let reported = Seen()
    let answer = try answer(none, progress: { reported.add($0) })
    #expect(reported.all.last?.stage == "why there is no plan")
    #expect(answer.trace.entries.last?.stage == SearchState.endStage)
    #expect(answer.trace.entries.allSatisfy { $0.best == nil })
  }
}
