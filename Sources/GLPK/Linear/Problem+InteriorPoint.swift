// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// Settings of the interior-point method.
public struct InteriorPointParameters: Sendable, Equatable {
  /// How rows are ordered before the factorization. GLPK's quotient minimum degree is not among them: its
  /// source was taken out for its licence, and to ask for it ends the process.
  public enum Ordering: Sendable, CaseIterable {
    /// As they come.
    case natural
    /// Approximate minimum degree.
    case approximateMinimumDegree
    /// Approximate minimum degree for symmetric matrices.
    case symmetricApproximateMinimumDegree
  }

  /// How rows are ordered before the factorization.
  public var ordering: Ordering = .approximateMinimumDegree
  /// How much is reported.
  public var messageLevel: MessageLevel = .errors

  /// GLPK's settings.
  public init() {}
}

extension Problem {
  /// Solves the linear relaxation with the interior-point method. It knows no limits of time or iterations.
  public mutating func interiorPoint(
    _ parameters: InteriorPointParameters = InteriorPointParameters()
  ) throws -> LinearResult {
    var structure = glp_iptcp()
    glp_init_iptcp(&structure)
    structure.msg_lev = parameters.messageLevel.code
    structure.ord_alg =
      switch parameters.ordering {
      case .natural: GLP_ORD_NONE
      case .approximateMinimumDegree: GLP_ORD_AMD
      case .symmetricApproximateMinimumDegree: GLP_ORD_SYMAMD
      }
    var code: Int32 = 0
    try call("glp_interior") { glpguard_interior($0, $1, &structure, &code) }
    var status = glpguard_solution()
    try call("glp_ipt_status") { glpguard_interior_solution($0, $1, &status) }
    return try linearResult(code: code, status: status, before: 0, "glp_interior")
  }
}
