// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@Suite("What is written down of a search")
struct SearchRecorderTests {
  private static let objective = SearchState.Objective(
    name: "discounted_cost_eur", unit: "EUR", isMaximised: false)

  private static func state(
    _ stage: String, best: Double? = nil, bound: Double? = nil, nodes: Int = 0, seconds: Double = 0
  ) -> SearchState {
    SearchState(
      stage: stage, objective: objective, best: best, bound: bound, nodes: nodes, elapsedSeconds: seconds)
  }

  @Test("A new stage, a better plan and a better bound are written down; nodes and time alone are not")
  func changes() {
    var recorder = SearchRecorder()
    recorder.record(Self.state("root"))
    recorder.record(Self.state("root", seconds: 3))
    recorder.record(Self.state("root", bound: 5, nodes: 1, seconds: 4))
    recorder.record(Self.state("root", bound: 5, nodes: 70, seconds: 5))
    recorder.record(Self.state("root", best: 9, bound: 5, nodes: 71, seconds: 6))
    recorder.record(Self.state("tree", best: 9, bound: 5, nodes: 72, seconds: 7))
    let entries = recorder.trace.entries
    #expect(entries.map(\.nodes) == [0, 1, 71, 72])
    #expect(entries.map(\.seconds) == [0, 4, 6, 7])
    #expect(entries.map(\.best) == [nil, nil, 9, 9])
  }

  @Test(
    "However many states, the trace keeps to its limit, begins with the first, ends with the last, and loses no better plan",
    arguments: [1, 7, 499, 500, 501, 1_999, 40_000])
  func limit(count: Int) {
    var recorder = SearchRecorder()
    var bests: [Double] = []
    for index in 0..<count {
      let best = Double(1_000_000 - index / 1_000)
      if bests.last != best { bests.append(best) }
      recorder.record(Self.state("tree", best: best, bound: Double(index), nodes: index))
    }
    let entries = recorder.trace.entries
    #expect(entries.count <= SearchRecorder.mostEntries && entries.count >= min(count, 200))
    #expect(entries.first?.nodes == 0 && entries.last?.nodes == count - 1)
    #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.nodes < $1.nodes })
    var kept: [Double] = []
    for entry in entries where kept.last != entry.best { kept.append(entry.best ?? 0) }
    #expect(kept == bests)
    // Evenly: no stretch without an entry is much longer than the others.
    let widest = zip(entries, entries.dropFirst()).map { $1.nodes - $0.nodes }.max() ?? 0
    #expect(widest <= max(1, 10 * count / SearchRecorder.mostEntries))
  }

  @Test("More better plans than entries are thinned too")
  func manyPlans() {
    var recorder = SearchRecorder(limit: 10)
    for index in 0..<1_000 { recorder.record(Self.state("tree", best: Double(-index), nodes: index)) }
    let entries = recorder.trace.entries
    #expect(entries.count <= 10 && entries.first?.nodes == 0 && entries.last?.nodes == 999)
  }

  @Test("Without seconds nothing else is lost")
  func seconds() {
    var recorder = SearchRecorder()
    recorder.record(Self.state("root", best: 2, bound: 1, nodes: 3, seconds: 4))
    let entry = SearchTrace.Entry(stage: "root", objective: Self.objective.name, best: 2, bound: 1, nodes: 3)
    #expect(recorder.trace.withoutSeconds == SearchTrace([entry]))
  }

  @Test("The gap is that of the objective: above the bound where little is sought, below it where much is")
  func gap() {
    var state = Self.state("tree", best: 10, bound: 8)
    #expect(state.gap == 0.2 && state.gapAmount == 2)
    state.objective.isMaximised = true
    #expect(state.gap == 0)
    state.bound = 15
    #expect(state.gap == 0.5)
    state.best = nil
    #expect(state.gap == nil)
  }
}
