// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// Settings of the simplex method. The defaults are GLPK's, except that nothing is printed but errors.
public struct SimplexParameters: Sendable, Equatable {
  /// Variant of the method.
  public enum Method: Sendable, CaseIterable {
    /// Two-phase primal simplex.
    case primal
    /// Two-phase dual simplex; primal if it fails.
    case dualThenPrimal
    /// Two-phase dual simplex.
    case dual
  }

  /// How the entering variable is priced.
  public enum Pricing: Sendable, CaseIterable {
    /// Dantzig's rule.
    case standard
    /// Projected steepest edge.
    case steepestEdge
  }

  /// How the leaving variable is found.
  public enum RatioTest: Sendable, CaseIterable {
    /// Textbook test.
    case standard
    /// Harris' two-pass test.
    case harris
    /// Long-step test.
    case longStep
  }

  /// Variant of the method.
  public var method: Method = .primal
  /// How the entering variable is priced.
  public var pricing: Pricing = .steepestEdge
  /// How the leaving variable is found.
  public var ratioTest: RatioTest = .harris
  /// Relative tolerance of primal feasibility, between 0 and 1.
  public var primalTolerance = 1e-7
  /// Relative tolerance of dual feasibility, between 0 and 1.
  public var dualTolerance = 1e-7
  /// Tolerance of pivots, between 0 and 1.
  public var pivotTolerance = 1e-9
  /// A maximization by the dual method stops when the objective falls to this; nil for never.
  public var objectiveLowerLimit: Double?
  /// A minimization by the dual method stops when the objective rises to this; nil for never.
  public var objectiveUpperLimit: Double?
  /// Simplex iterations at most; nil for no limit.
  public var iterationLimit: Int?
  /// Wall-clock seconds at most; nil for no limit. GLPK looks at the clock between iterations only.
  public var timeLimitSeconds: Double?
  /// Fixed end of the run; nil for none. The earlier of this and the time limit counts.
  public var deadline: ContinuousClock.Instant?
  /// Whether the problem is simplified before. A problem found infeasible or unbounded there has no basic
  /// solution.
  public var presolve = false
  /// Whether fixed non-basic variables are left out of the computations.
  public var excludesFixed = true
  /// Whether bounds of variables are shifted to zero.
  public var shiftsBounds = true
  /// Whether rows of the simplex table are computed from the matrix of non-basic columns kept by rows.
  public var keepsNonBasicByRows = true
  /// How much is reported.
  public var messageLevel: MessageLevel = .errors
  /// Milliseconds between two progress messages.
  public var outputIntervalMilliseconds = 5000
  /// Milliseconds before the first progress message.
  public var outputDelayMilliseconds = 0

  /// GLPK's settings.
  public init() {}

  /// GLPK's settings with another method.
  public init(method: Method, presolve: Bool = false) {
    self.method = method
    self.presolve = presolve
  }
}

extension SimplexParameters {
  /// The C structure, with the limits of one slice.
  func structure(iterations: Int32, milliseconds: Int32, for routine: String) throws -> glp_smcp {
    var result = glp_smcp()
    glp_init_smcp(&result)
    result.meth =
      switch method {
      case .primal: GLP_PRIMAL
      case .dualThenPrimal: GLP_DUALP
      case .dual: GLP_DUAL
      }
    result.pricing = pricing == .standard ? GLP_PT_STD : GLP_PT_PSE
    result.r_test =
      switch ratioTest {
      case .standard: GLP_RT_STD
      case .harris: GLP_RT_HAR
      case .longStep: GLP_RT_FLIP
      }
    result.tol_bnd = try tolerance(primalTolerance, "primalTolerance", for: routine)
    result.tol_dj = try tolerance(dualTolerance, "dualTolerance", for: routine)
    result.tol_piv = try tolerance(pivotTolerance, "pivotTolerance", for: routine)
    if let limit = objectiveLowerLimit {
      try Checks.finite(limit, "objectiveLowerLimit", for: routine)
      result.obj_ll = limit
    }
    if let limit = objectiveUpperLimit {
      try Checks.finite(limit, "objectiveUpperLimit", for: routine)
      result.obj_ul = limit
    }
    result.it_lim = iterations
    result.tm_lim = milliseconds
    result.presolve = presolve ? GLP_ON : GLP_OFF
    result.excl = excludesFixed ? GLP_ON : GLP_OFF
    result.shift = shiftsBounds ? GLP_ON : GLP_OFF
    result.aorn = keepsNonBasicByRows ? GLP_USE_NT : GLP_USE_AT
    result.msg_lev = messageLevel.code
    result.out_frq = try Checks.milliseconds(
      outputIntervalMilliseconds, "outputIntervalMilliseconds", for: routine)
    result.out_dly = try Checks.milliseconds(
      outputDelayMilliseconds, "outputDelayMilliseconds", for: routine)
    return result
  }

  private func tolerance(_ value: Double, _ name: String, for routine: String) throws -> Double {
    guard value > 0, value < 1 else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "\(name) is \(value), it must lie between 0 and 1")
    }
    return value
  }
}
