// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// What GLPK said, word for word, for reports of trouble.
public struct RawStatus: Sendable, Equatable {
  /// Return code of the solver routine, for example 0 or `GLP_ETMLIM`.
  public var code: Int32
  /// Status of the solution, for example `GLP_OPT`.
  public var status: Int32
  /// Status of the primal part, where there is one.
  public var primalStatus: Int32
  /// Status of the dual part, where there is one.
  public var dualStatus: Int32
}

/// What a run of the simplex or interior-point method found: why it stopped, what the solution is, and what
/// GLPK said.
public struct LinearResult: Sendable, Equatable {
  /// Why the run stopped.
  public enum Termination: Sendable, Equatable {
    /// The method came to its end.
    case finished
    /// The iteration limit was reached.
    case iterationLimit
    /// The time limit or the deadline was reached.
    case timeLimit
    /// A ``StopRequest`` was raised.
    case stopped
    /// The objective reached its lower or upper limit.
    case objectiveLimit
    /// The presolver found that there is no feasible point.
    case noPrimalFeasible
    /// There is no dual feasible point: unbounded, or infeasible as well.
    case noDualFeasible
    /// The first basis is invalid, singular or ill-conditioned; build another, or scale the problem.
    case unusableBasis
    /// Bounds of a row or column cross.
    case invalidBounds
    /// The method did not converge, or lost its numerical ground.
    case failed
  }

  /// What the solution is.
  public enum Solution: Sendable, Equatable {
    /// Nothing is known.
    case undefined
    /// A feasible point that is not proven optimal.
    case feasible
    /// A point that is not feasible, with more steps to go.
    case infeasible
    /// There is no feasible point.
    case noFeasible
    /// An optimal point.
    case optimal
    /// The objective has no finite optimum.
    case unbounded
  }

  /// Why the run stopped.
  public var termination: Termination
  /// What the solution is.
  public var solution: Solution
  /// What GLPK said.
  public var raw: RawStatus
  /// Objective of the point, nil when there is no point.
  public var objective: Double?
  /// Simplex iterations of this run.
  public var iterations: Int
}

extension LinearResult.Termination {
  init(code: Int32) {
    switch code {
    case 0: self = .finished
    case GLP_EITLIM: self = .iterationLimit
    case GLP_ETMLIM: self = .timeLimit
    case GLP_EOBJLL, GLP_EOBJUL: self = .objectiveLimit
    case GLP_ENOPFS: self = .noPrimalFeasible
    case GLP_ENODFS, GLP_ENOFEAS: self = .noDualFeasible
    case GLP_EBADB, GLP_ESING, GLP_ECOND: self = .unusableBasis
    case GLP_EBOUND: self = .invalidBounds
    default: self = .failed
    }
  }
}

extension LinearResult.Solution {
  /// The status alone is not enough: a problem that the presolver found infeasible has an undefined basic
  /// solution.
  init(status: Int32, code: Int32) {
    switch status {
    case GLP_FEAS: self = .feasible
    case GLP_INFEAS: self = .infeasible
    case GLP_NOFEAS: self = .noFeasible
    case GLP_OPT: self = .optimal
    case GLP_UNBND: self = .unbounded
    default: self = code == GLP_ENOPFS ? .noFeasible : .undefined
    }
  }

  /// Whether there is a point with an objective.
  var hasPoint: Bool { self == .feasible || self == .infeasible || self == .optimal }
}
