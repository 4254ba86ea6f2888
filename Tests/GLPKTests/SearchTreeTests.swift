// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import GLPK

@Suite struct SearchTreeTests {
  private func quiet() -> IntegerParameters {
    var parameters = IntegerParameters()
    parameters.simpleRounding = false
    return parameters
  }

  @Test func eventsAndProgress() throws {
    let arrays = SmallProblems.covering(columns: 60, rows: 45, seed: 22)
    try Environment.withProblem { problem in
      try problem.load(arrays)
      let root = try #require(try problem.simplex().objective)
      var seen: Set<SearchTree.Event> = []
      var bounds: [Double] = []
      var incumbents: [Double] = []
      let result = try problem.branchAndBound(quiet()) { tree in
        seen.insert(tree.event)
        #expect(tree.columnCount == 60)
        #expect(tree.rowCount >= 45)
        #expect(tree.totalNodeCount >= tree.activeNodeCount)
        #expect(tree.isPresolved == false)
        if tree.event == .selection, let bound = try tree.bestBound() { bounds.append(bound) }
        if let incumbent = tree.incumbent { incumbents.append(incumbent) }
      }
      #expect(seen == Set(SearchTree.Event.allCases))
      #expect(bounds.allSatisfy { $0 >= root - 1e-6 })
      #expect(bounds.last.map { $0 <= (result.objective ?? 0) + 1e-6 } == true)
      #expect(zip(incumbents, incumbents.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(incumbents.last == result.objective)
    }
  }

  @Test(arguments: Branch.allCases) func branchingByTheCallbackReachesTheOptimum(_ first: Branch) throws {
    let arrays = SmallProblems.packing(columns: 12, rows: 3, seed: 3)
    let best = try #require(SmallProblems.bruteForce(arrays))
    try Environment.withProblem { problem in
      try problem.load(arrays)
      _ = try problem.simplex()
      var choices = 0
      let result = try problem.branchAndBound(quiet()) { tree in
        guard tree.event == .branching else { return }
        let values = try tree.relaxationValues()
        let costs = try tree.objectiveCoefficients()
        let fractional = try tree.fractionalColumns()
        let bounds = try tree.columnBounds()
        #expect(try tree.integerColumns().allSatisfy { $0 })
        #expect(try tree.reducedCosts().count == 12)
        #expect(try tree.relaxationObjective() >= (tree.incumbent ?? 0))
        for column in 0..<12 where fractional[column] {
          #expect(bounds.lower[column] < values[column] && values[column] < bounds.upper[column])
        }
        let mostExpensive = (0..<12).filter { fractional[$0] }.max { costs[$0] < costs[$1] }
        try tree.branch(on: try #require(mostExpensive), first: first)
        choices += 1
      }
      #expect(abs(try #require(result.objective) - best) < 1e-6)
      #expect(choices > 0)
    }
  }

  @Test func nodeSelectionByTheCallback() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.parity(9))
      _ = try problem.simplex()
      var deepest = 0
      let result = try problem.branchAndBound(quiet()) { tree in
        guard tree.event == .selection else { return }
        let nodes = try tree.activeNodes()
        guard let last = nodes.last else { return }
        deepest = max(deepest, nodes.map(\.level).max() ?? 0)
        try tree.select(node: last.number)
      }
      #expect(result.solution == .noFeasible)
      #expect(deepest >= 3)
    }
  }

  @Test func wrongChoicesAreRefused() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.parity(7))
      _ = try problem.simplex()
      var branchings = 0
      var selections = 0
      let result = try problem.branchAndBound(quiet()) { tree in
        switch tree.event {
        case .branching:
          branchings += 1
          let fractional = try tree.fractionalColumns()
          let free = try #require(fractional.firstIndex(of: true))
          if let fixed = fractional.firstIndex(of: false) {
            #expect(throws: GLPKError.self) { try tree.branch(on: fixed) }
          }
          #expect(throws: GLPKError.self) { try tree.branch(on: 7) }
          #expect(throws: GLPKError.self) { try tree.branch(on: -1) }
          try tree.branch(on: free)
          #expect(throws: GLPKError.self) { try tree.branch(on: free) }
          #expect(throws: GLPKError.self) { try tree.select(node: 1) }
          #expect(throws: GLPKError.self) { try tree.offer([0, 0, 0, 0, 0, 0, 0]) }
        case .selection:
          selections += 1
          #expect(throws: GLPKError.self) { try tree.select(node: 0) }
          #expect(throws: GLPKError.self) { try tree.select(node: 12345) }
          #expect(throws: GLPKError.self) { try tree.relaxationValues() }
          #expect(throws: GLPKError.self) { try tree.fractionalColumns() }
          if let node = try tree.activeNodes().first {
            try tree.select(node: node.number)
            #expect(throws: GLPKError.self) { try tree.select(node: node.number) }
          }
        case .heuristic:
          #expect(throws: GLPKError.self) { try tree.addRow(columns: [0], values: [1], lower: 0, upper: 1) }
          #expect(throws: GLPKError.self) { try tree.addCut(columns: [0], values: [1], atMost: 1) }
        default: break
        }
      }
      #expect(result.solution == .noFeasible)
      #expect(branchings > 0 && selections > 0)
    }
  }

  @Test func cutsCloseTheSearchAtTheRoot() throws {
    // 2 x1 + ... + 2 x7 <= 7 means x1 + ... + x7 <= 3, which makes the relaxation integer.
    var arrays = SmallProblems.parity(7)
    arrays.direction = .maximize
    arrays.rowLower[0] = -.infinity
    try Environment.withProblem { problem in
      try problem.load(arrays)
      _ = try problem.simplex()
      let without = try problem.branchAndBound(quiet())
      var cuts = 0
      let with = try problem.branchAndBound(quiet()) { tree in
        guard tree.event == .cutGeneration, cuts == 0 else { return }
        #expect(throws: GLPKError.self) { try tree.addCut(columns: [], values: [], atMost: 1) }
        #expect(throws: GLPKError.self) { try tree.addCut(columns: [9], values: [1], atMost: 1) }
        #expect(throws: GLPKError.self) { try tree.addCut(columns: [1, 1], values: [1, 1], atMost: 1) }
        #expect(throws: GLPKError.self) { try tree.addCut(columns: [1], values: [.nan], atMost: 1) }
        #expect(throws: GLPKError.self) { try tree.addCut(columns: [1], values: [1], atLeast: .infinity) }
        try tree.addCut(columns: Array(0..<7), values: Array(repeating: 1, count: 7), atMost: 3)
        cuts += 1
      }
      #expect(cuts == 1)
      #expect(without.objective == 3)
      #expect(with.objective == 3)
      #expect(with.nodes == 1)
      #expect(without.nodes >= with.nodes)
      #expect(problem.rowCount == 1)
    }
  }

  @Test func lazyRowsAreRespected() throws {
    // The knapsack without its row; the row is added when a relaxation breaks it.
    var arrays = SmallProblems.knapsack
    arrays.rowUpper[0] = .infinity
    try Environment.withProblem { problem in
      try problem.load(arrays)
      _ = try problem.simplex()
      var added = 0
      var refused: OfferVerdict?
      let result = try problem.branchAndBound(quiet()) { tree in
        if tree.event == .rowGeneration {
          let values = try tree.relaxationValues()
          let weight = zip([5.0, 6, 4, 3], values).reduce(0) { $0 + $1.0 * $1.1 }
          guard weight > 10 + 1e-6 else { return }
          #expect(throws: GLPKError.self) { try tree.addRow(columns: [0], values: [1], lower: 2, upper: 1) }
          try tree.addRow(columns: [0, 1, 2, 3], values: [5, 6, 4, 3], lower: -.infinity, upper: 10)
          added += 1
        } else if tree.event == .heuristic, refused == nil {
          refused = try tree.offer([1, 1, 1, 1])
        }
      }
      #expect(added == 1)
      #expect(result.objective == 21)
      // The offered point satisfies the problem as loaded, but not the added row.
      guard case .infeasible(let reason)? = refused else {
        Issue.record("\(String(describing: refused))")
        return
      }
      #expect(reason.contains("row"))
    }
  }

  @Test func callbackMaySolveAnotherProblem() throws {
    try Environment.run { environment in
      try environment.withProblem { problem in
        try environment.withProblem { repair in
          try problem.load(SmallProblems.knapsack)
          try repair.load(SmallProblems.manual)
          _ = try problem.simplex()
          var answers = 0
          let result = try problem.branchAndBound(quiet()) { _ in
            let objective = try #require(try repair.simplex().objective)
            try environment.withProblem { fresh in try fresh.load(SmallProblems.knapsack) }
            answers += abs(objective - 2200.0 / 3) < 1e-9 ? 1 : 0
          }
          #expect(result.objective == 21)
          #expect(answers > 3)
        }
      }
    }
  }

  @Test func errorOfTheCallbackComesOutAfterGLPKReturned() throws {
    struct Mine: Error, Equatable { let number: Int }
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.parity(9))
      _ = try problem.simplex()
      var calls = 0
      #expect(throws: Mine(number: 5)) {
        try problem.branchAndBound(quiet()) { _ in
          calls += 1
          if calls >= 5 { throw Mine(number: calls) }
        }
      }
      #expect(calls == 5)
      // The environment is unharmed.
      #expect(try problem.branchAndBound(quiet()).solution == .noFeasible)
    }
  }

  @Test func callbackMayEndTheSearch() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.covering(columns: 60, rows: 45, seed: 22))
      _ = try problem.simplex()
      let result = try problem.branchAndBound(quiet()) { tree in
        if tree.event == .newIncumbent { try tree.end() }
      }
      #expect(result.termination == .endedByCallback)
      #expect(result.solution == .feasible)
      #expect(result.objective != nil)
      #expect(try problem.integerSolution() != nil)
    }
  }

  @Test func presolvedTreeTakesNoPointsAndCuts() throws {
    try Environment.withProblem { problem in
      try problem.load(SmallProblems.covering(columns: 60, rows: 45, seed: 22))
      var parameters = quiet()
      parameters.presolve = true
      var seen: Set<SearchTree.Event> = []
      let result = try problem.branchAndBound(parameters) { tree in
        #expect(tree.isPresolved == true)
        seen.insert(tree.event)
        switch tree.event {
        case .heuristic:
          #expect(throws: GLPKError.self) { try tree.offer([Double](repeating: 1, count: 60)) }
        case .cutGeneration:
          #expect(throws: GLPKError.self) { try tree.addCut(columns: [0], values: [1], atMost: 1) }
        case .rowGeneration:
          #expect(throws: GLPKError.self) { try tree.addRow(columns: [0], values: [1], lower: 0, upper: 1) }
        case .branching:
          try tree.branch(on: try #require(try tree.fractionalColumns().firstIndex(of: true)))
        default: break
        }
      }
      #expect(result.solution == .optimal)
      #expect(seen.isSuperset(of: [.heuristic, .cutGeneration, .rowGeneration, .branching]))
    }
  }
}
