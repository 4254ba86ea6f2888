// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@testable import GLPKSolver

@Suite("A solve that stops after the relaxation") struct RelaxationOnlyTests {
  @Test("Of the knapsack it gives the relaxation's optimum, by hand 23, and no plan")
  func knapsack() throws {
    var options = SolveOptions(relativeGap: 0)
    options.relaxationOnly = true
    let result = try GLPKSolver().solve(try Models.knapsack(), options: options)
    #expect((try #require(result.bound) - 23).magnitude < 1e-9)
    #expect(result.termination == .nodeLimit)
    #expect(result.nodes == 0)
  }

  @Test("An infeasible model is said to be infeasible")
  func infeasible() throws {
    var model = Model(sense: .minimize)
    let column = try model.addBinary(cost: 1)
    var sum = LinearExpression()
    sum.add(1, column)
    try model.addConstraint(sum, lower: 2, upper: 3)
    var options = SolveOptions()
    options.relaxationOnly = true
    #expect(try GLPKSolver().solve(model, options: options).termination == .infeasible)
  }
}
