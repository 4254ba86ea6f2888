// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// What branch and bound found: why it stopped, what the solution is, and what GLPK said.
public struct IntegerResult: Sendable, Equatable {
  /// Why the run stopped.
  public enum Termination: Sendable, Equatable {
    /// The search came to its end.
    case finished
    /// The gap asked for was reached.
    case gapReached
    /// The time limit or the deadline was reached.
    case timeLimit
    /// The node limit was reached.
    case nodeLimit
    /// A ``StopRequest`` was raised.
    case stopped
    /// The callback ended the search.
    case endedByCallback
    /// The presolver found that there is no feasible point.
    case noPrimalFeasible
    /// The presolver found that the relaxation has no dual feasible point: unbounded, or infeasible as well.
    case noDualFeasible
    /// Presolve is off and the linear relaxation was not solved to optimality before.
    case relaxationMissing
    /// Bounds cross, or an integer column has a fractional bound.
    case invalidBounds
    /// A relaxation could not be solved.
    case failed
  }

  /// What the solution is.
  public enum Solution: Sendable, Equatable {
    /// There is none.
    case undefined
    /// An integer feasible point that is not proven optimal.
    case feasible
    /// There is no integer feasible point.
    case noFeasible
    /// An optimal point, within GLPK's objective tolerance.
    case optimal
  }

  /// Why the run stopped.
  public var termination: Termination
  /// What the solution is.
  public var solution: Solution
  /// What GLPK said.
  public var raw: RawStatus
  /// Objective of the point; nil when there is no point.
  public var objective: Double?
  /// Best proven bound on the optimum; nil when none is known. GLPK forgets it at the end of a run, so it is
  /// taken down during the search.
  public var bestBound: Double?
  /// Nodes created, those that are already removed included; 0 when the search did not begin.
  public var nodes: Int
  /// Simplex iterations of this run.
  public var iterations: Int
}

/// Values of an integer solution.
public struct IntegerSolution: Sendable, Equatable {
  /// Value of each row's left-hand side.
  public var rowValues: [Double]
  /// Value of each column; whole numbers in integer columns.
  public var columnValues: [Double]
}

extension IntegerResult.Termination {
  init(code: Int32) {
    switch code {
    case 0: self = .finished
    case GLP_EMIPGAP: self = .gapReached
    case GLP_ETMLIM: self = .timeLimit
    case GLP_ESTOP: self = .endedByCallback
    case GLP_ENOPFS: self = .noPrimalFeasible
    case GLP_ENODFS: self = .noDualFeasible
    case GLP_EROOT: self = .relaxationMissing
    case GLP_EBOUND: self = .invalidBounds
    default: self = .failed
    }
  }
}

extension IntegerResult.Solution {
  init(status: Int32) {
    switch status {
    case GLP_OPT: self = .optimal
    case GLP_FEAS: self = .feasible
    case GLP_NOFEAS: self = .noFeasible
    default: self = .undefined
    }
  }

  /// Whether there is a point.
  public var hasPoint: Bool { self == .feasible || self == .optimal }
}
