// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// Ways to scale rows and columns before a solve.
public struct Scaling: OptionSet, Sendable {
  public let rawValue: Int32
  /// Options by GLPK's bits.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Geometric mean scaling.
  public static let geometricMean = Scaling(rawValue: GLP_SF_GM)
  /// Equilibration scaling.
  public static let equilibration = Scaling(rawValue: GLP_SF_EQ)
  /// Factors are rounded to powers of two, so that scaling adds no rounding error.
  public static let powersOfTwo = Scaling(rawValue: GLP_SF_2N)
  /// A problem that is scaled well is left alone.
  public static let skipIfWellScaled = Scaling(rawValue: GLP_SF_SKIP)
  /// GLPK's own choice.
  public static let automatic = Scaling(rawValue: GLP_SF_AUTO)

  fileprivate static let known: Scaling = [
    .geometricMean, .equilibration, .powersOfTwo, .skipIfWellScaled, .automatic,
  ]
}

extension Problem {
  /// Scales the problem. Values and duals are given in the units of the unscaled problem all the same.
  ///
  /// - Parameters:
  ///   - options: How to scale.
  ///   - messageLevel: GLPK describes the scaling whatever this is; the text is passed on at
  ///     ``MessageLevel/all``.
  public mutating func scale(
    _ options: Scaling = .automatic, messageLevel: MessageLevel = .errors
  ) throws {
    guard options.isSubset(of: .known) else {
      throw GLPKError.invalidArgument(
        routine: "glp_scale_prob", reason: "the options \(options.rawValue) contain unknown bits")
    }
    try scope.mutingLines(unless: messageLevel.isVerbose) {
      try call("glp_scale_prob") { glpguard_scale($0, $1, options.rawValue) }
    }
  }

  /// Removes all scaling.
  public mutating func unscale() throws {
    try call("glp_unscale_prob") { glpguard_unscale($0, $1) }
  }

  /// Scale factors of rows and columns; 1 for an unscaled problem.
  public func scaleFactors() throws -> (rows: [Double], columns: [Double]) {
    var rows = [Double](repeating: 1, count: rowCount)
    var columns = [Double](repeating: 1, count: columnCount)
    try call("glp_get_rii") { glpguard_get_scale($0, $1, &rows, &columns) }
    return (rows, columns)
  }
}
