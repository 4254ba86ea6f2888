// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@testable import Views

@Suite("A running search in words")
struct SearchProgressTextTests {
  private static let cost = SearchState.Objective(
    name: "discounted_cost_eur", unit: "EUR", isMaximised: false)
  private static let state = SearchState(
    stage: "branch and bound", objective: cost, best: 2_500e6, bound: 2_490e6, nodes: 12_345)

  @Test("All that is known: stage, best plan, bound, gap, nodes, time; money in MEUR")
  func whole() {
    #expect(
      SearchProgressText.line(Self.state, seconds: 61.9)
        == "branch and bound: best plan 2,500.0 MEUR, bound 2,490.0 MEUR, gap 0.400 % (10.0 MEUR), 12,345 nodes, 61 s"
    )
  }

  @Test("What is not known is said to be so")
  func unknown() {
    var state = Self.state
    state.best = nil
    state.bound = nil
    #expect(
      SearchProgressText.line(state, seconds: 0)
        == "branch and bound: no plan yet, no bound yet, gap not known yet, 12,345 nodes, 0 s")
  }

  @Test("Several objectives are named, each in its own unit, and more is better where it is")
  func objectives() {
    let objective = SearchState.Objective(name: "gpus", unit: "GPUs", isMaximised: true, number: 2, count: 3)
    let state = SearchState(stage: "dive", objective: objective, best: 18_000, bound: 20_000)
    #expect(
      SearchProgressText.line(state, seconds: 7_380)
        == "objective 2 of 3, GPUs in service: dive: best plan 18,000 GPUs, bound 20,000 GPUs, gap 11.111 % (2,000 GPUs), 0 nodes, 2 h 3 min"
    )
  }

  @Test("No line is wider than the terminal, and the time stays as long as it can", arguments: 1...140)
  func widths(width: Int) {
    var state = Self.state
    for best in [2_500e6, nil] {
      state.best = best
      let line = SearchProgressText.line(state, seconds: 61, width: width)
      #expect(TextWidth.columns(line) <= width)
      if width >= 20 { #expect(line.hasSuffix("61 s")) }
      if width >= 40 { #expect(line.hasPrefix("branch and bound: ")) }
    }
  }

  @Test("Names of a solver cannot move the cursor")
  func hostile() {
    var state = Self.state
    state.stage = "a\u{1B}[2Jb\r\n"
    let line = SearchProgressText.line(state, seconds: .nan)
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
  }
}
