// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

extension Problem {
  /// Solves the linear relaxation with the simplex method, from the present basis unless presolve is on.
  ///
  /// - Parameters:
  ///   - parameters: Settings.
  ///   - stop: Raised from outside to stop the run; nil for a run that cannot be stopped.
  ///   - sliceIterations: With a stop request and without presolve, the method runs in slices of this many
  ///     iterations and looks at the request in between. Slices restart the pricing, so another number may
  ///     lead to another optimal vertex; the same number always leads to the same one.
  public mutating func simplex(
    _ parameters: SimplexParameters = SimplexParameters(), stop: StopRequest? = nil,
    sliceIterations: Int = 1000
  ) throws -> LinearResult {
    let routine = "glp_simplex"
    let budget = try TimeBudget(
      seconds: parameters.timeLimitSeconds, deadline: parameters.deadline, routine: routine)
    let limit = try iterationLimit(parameters.iterationLimit, routine)
    let sliced = stop != nil && !parameters.presolve
    let slice = sliced ? try iterationLimit(max(1, sliceIterations), routine) : Int32.max
    let before = try basicStatus().iterations
    var done: Int32 = 0
    var code: Int32 = 0
    var stopped = false
    repeat {
      if let stop, stop.isRaised {
        stopped = true
        break
      }
      var structure = try parameters.structure(
        iterations: min(slice, limit - done), milliseconds: budget.remainingMilliseconds, for: routine)
      try call(routine) { glpguard_simplex($0, $1, &structure, &code) }
      done = try basicStatus().iterations &- before
    } while sliced && code == GLP_EITLIM && done < limit && !budget.isOver
    if code == GLP_EITLIM, done < limit, budget.isOver { code = GLP_ETMLIM }
    var result = try linearResult(code: code, status: try basicStatus(), before: before, routine)
    if stopped { result.termination = .stopped }
    return result
  }

  /// Solves the linear relaxation in exact rational arithmetic from the present basis. Slow; meant to confirm
  /// a basis of ``simplex(_:stop:sliceIterations:)``. Only the limits of the parameters are used.
  public mutating func exactSimplex(
    _ parameters: SimplexParameters = SimplexParameters()
  ) throws -> LinearResult {
    let routine = "glp_exact"
    let budget = try TimeBudget(
      seconds: parameters.timeLimitSeconds, deadline: parameters.deadline, routine: routine)
    let limit = try iterationLimit(parameters.iterationLimit, routine)
    let before = try basicStatus().iterations
    var structure = try parameters.structure(
      iterations: limit, milliseconds: budget.remainingMilliseconds, for: routine)
    var code: Int32 = 0
    try call(routine) { glpguard_exact($0, $1, &structure, &code) }
    return try linearResult(code: code, status: try basicStatus(), before: before, routine)
  }

  /// State of the basic solution, as GLPK keeps it.
  func basicStatus() throws -> glpguard_solution {
    var solution = glpguard_solution()
    try call("glp_get_status") { glpguard_basic_solution($0, $1, &solution) }
    return solution
  }

  func linearResult(
    code: Int32, status: glpguard_solution, before: Int32, _ routine: String
  ) throws -> LinearResult {
    let solution = LinearResult.Solution(status: status.status, code: code)
    if solution.hasPoint, !status.objective.isFinite {
      throw GLPKError.nonFiniteResult(routine: routine, what: "an objective")
    }
    return LinearResult(
      termination: LinearResult.Termination(code: code), solution: solution,
      raw: RawStatus(
        code: code, status: status.status, primalStatus: status.primal_status,
        dualStatus: status.dual_status),
      objective: solution.hasPoint ? status.objective : nil,
      iterations: Int(status.iterations &- before))
  }

  private func iterationLimit(_ limit: Int?, _ routine: String) throws -> Int32 {
    guard let limit else { return .max }
    guard limit >= 0 else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "the iteration limit \(limit) is negative")
    }
    return Int32(clamping: limit)
  }
}
