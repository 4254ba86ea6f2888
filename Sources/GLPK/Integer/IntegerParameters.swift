// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// Settings of branch and bound. The defaults are GLPK's, except that nothing is printed but errors.
public struct IntegerParameters: Sendable, Equatable {
  /// Which column is branched on when the callback does not choose.
  public enum Branching: Sendable, CaseIterable {
    /// First fractional column.
    case firstFractional
    /// Last fractional column.
    case lastFractional
    /// Most fractional column.
    case mostFractional
    /// Heuristic of Driebeck and Tomlin.
    case driebeckTomlin
    /// Hybrid pseudo-cost heuristic.
    case pseudoCost
  }

  /// Which node comes next when the callback does not choose.
  public enum Backtracking: Sendable, CaseIterable {
    /// Depth first.
    case depthFirst
    /// Breadth first.
    case breadthFirst
    /// Best local bound.
    case bestBound
    /// Best projection.
    case bestProjection
  }

  /// Where nodes are preprocessed.
  public enum Preprocessing: Sendable, CaseIterable {
    /// Nowhere.
    case none
    /// At the root.
    case root
    /// At every node.
    case all
  }

  /// Which column is branched on when the callback does not choose.
  public var branching: Branching = .driebeckTomlin
  /// Which node comes next when the callback does not choose.
  public var backtracking: Backtracking = .bestBound
  /// Where nodes are preprocessed.
  public var preprocessing: Preprocessing = .all
  /// Distance from a whole number that counts as integer, between 0 and 1.
  public var integerTolerance = 1e-5
  /// Relative improvement below which a node is given up, between 0 and 1.
  public var objectiveTolerance = 1e-7
  /// The search stops when |incumbent - bound| / |incumbent| is at most this; 0 for a full search.
  public var relativeGap = 0.0
  /// Mixed-integer rounding cuts.
  public var mixedIntegerRoundingCuts = false
  /// Gomory's mixed-integer cuts.
  public var gomoryCuts = false
  /// Mixed cover cuts.
  public var coverCuts = false
  /// Clique cuts.
  public var cliqueCuts = false
  /// Whether the problem is simplified before. Without it the linear relaxation must have been solved to
  /// optimality. With it columns are renumbered inside callbacks, so cuts, rows and points cannot be given
  /// there.
  public var presolve = false
  /// Whether integer columns are replaced by binary ones; with presolve only.
  public var binarize = false
  /// Feasibility pump.
  public var feasibilityPump = false
  /// Proximity search.
  public var proximitySearch = false
  /// Seconds that proximity search may take.
  public var proximitySearchSeconds = 60.0
  /// Simple rounding heuristic.
  public var simpleRounding = true
  /// Long-step dual simplex at the nodes.
  public var longStepDual = true
  /// Wall-clock seconds at most; nil for no limit.
  public var timeLimitSeconds: Double?
  /// Fixed end of the run; nil for none. The earlier of this and the time limit counts.
  public var deadline: ContinuousClock.Instant?
  /// Nodes at most, counted when they are created; nil for no limit. Unlike time, this limit gives the same
  /// result on every machine.
  public var nodeLimit: Int?
  /// How much is reported.
  public var messageLevel: MessageLevel = .errors
  /// Milliseconds between two progress messages.
  public var outputIntervalMilliseconds = 5000
  /// Milliseconds before the first progress message.
  public var outputDelayMilliseconds = 10000

  /// GLPK's settings.
  public init() {}
}

extension IntegerParameters {
  /// The C structure.
  func structure(milliseconds: Int32) throws -> glp_iocp {
    let routine = "glp_intopt"
    var result = glp_iocp()
    glp_init_iocp(&result)
    setChoices(&result)
    setSwitches(&result)
    result.tol_int = try tolerance(integerTolerance, "integerTolerance", for: routine)
    result.tol_obj = try tolerance(objectiveTolerance, "objectiveTolerance", for: routine)
    guard relativeGap >= 0, relativeGap.isFinite else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "relativeGap is \(relativeGap), it must be zero or a positive number")
    }
    if let nodeLimit, nodeLimit < 0 {
      throw GLPKError.invalidArgument(routine: routine, reason: "nodeLimit \(nodeLimit) is negative")
    }
    result.mip_gap = relativeGap
    result.tm_lim = milliseconds
    result.ps_tm_lim = try proximityMilliseconds(routine)
    result.msg_lev = messageLevel.code
    result.out_frq = try Checks.milliseconds(
      outputIntervalMilliseconds, "outputIntervalMilliseconds", for: routine)
    result.out_dly = try Checks.milliseconds(
      outputDelayMilliseconds, "outputDelayMilliseconds", for: routine)
    return result
  }

  private func setChoices(_ result: inout glp_iocp) {
    result.br_tech =
      switch branching {
      case .firstFractional: GLP_BR_FFV
      case .lastFractional: GLP_BR_LFV
      case .mostFractional: GLP_BR_MFV
      case .driebeckTomlin: GLP_BR_DTH
      case .pseudoCost: GLP_BR_PCH
      }
    result.bt_tech =
      switch backtracking {
      case .depthFirst: GLP_BT_DFS
      case .breadthFirst: GLP_BT_BFS
      case .bestBound: GLP_BT_BLB
      case .bestProjection: GLP_BT_BPH
      }
    result.pp_tech =
      switch preprocessing {
      case .none: GLP_PP_NONE
      case .root: GLP_PP_ROOT
      case .all: GLP_PP_ALL
      }
  }

  private func setSwitches(_ result: inout glp_iocp) {
    func code(_ on: Bool) -> Int32 { on ? GLP_ON : GLP_OFF }
    result.mir_cuts = code(mixedIntegerRoundingCuts)
    result.gmi_cuts = code(gomoryCuts)
    result.cov_cuts = code(coverCuts)
    result.clq_cuts = code(cliqueCuts)
    result.presolve = code(presolve)
    result.binarize = code(binarize)
    result.fp_heur = code(feasibilityPump)
    result.ps_heur = code(proximitySearch)
    result.sr_heur = code(simpleRounding)
    result.flip = code(longStepDual)
  }

  private func proximityMilliseconds(_ routine: String) throws -> Int32 {
    guard proximitySearchSeconds > 0 else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "proximitySearchSeconds is \(proximitySearchSeconds), it must be positive")
    }
    return Int32(min(max(1, proximitySearchSeconds * 1000), Double(Int32.max)))
  }

  private func tolerance(_ value: Double, _ name: String, for routine: String) throws -> Double {
    guard value > 0, value < 1 else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "\(name) is \(value), it must lie between 0 and 1")
    }
    return value
  }
}
