// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// How much a solver tells the environment's output.
public enum MessageLevel: Sendable, Equatable {
  /// Nothing.
  case off
  /// Warnings and errors.
  case errors
  /// Progress at intervals.
  case progress
  /// Everything GLPK means for users.
  case all
  /// Everything.
  case debug

  /// Whether routines that cannot be known to be quiet may speak.
  var isVerbose: Bool { self == .all || self == .debug }

  var code: Int32 {
    switch self {
    case .off: GLP_MSG_OFF
    case .errors: GLP_MSG_ERR
    case .progress: GLP_MSG_ON
    case .all: GLP_MSG_ALL
    case .debug: GLP_MSG_DBG
    }
  }
}
