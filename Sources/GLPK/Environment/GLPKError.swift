// SPDX-License-Identifier: GPL-3.0-or-later

/// A call that was refused, or that GLPK could not carry out, without harm to the environment.
public enum GLPKError: Error, Equatable, CustomStringConvertible {
  /// An argument that GLPK would end the process for, or silently compute nonsense with; nothing was called.
  /// `routine` is the GLPK routine that was spared, `reason` says what is wrong and where.
  case invalidArgument(routine: String, reason: String)
  /// A call that is not allowed at this moment; nothing was called.
  case notAllowedNow(routine: String, reason: String)
  /// The thread already has an open environment; pass it down instead of opening another.
  case environmentAlreadyOpen
  /// The environment belongs to another thread.
  case wrongThread
  /// A fatal error ended the use of this environment earlier; `cause` is its message.
  case environmentLost(cause: String)
  /// No memory for an environment.
  case outOfMemory
  /// The GLPK library found at run time cannot be used; `reason` says why.
  case unusableLibrary(reason: String)
  /// A file could not be read or written; `messages` is what GLPK said.
  case file(routine: String, path: String, messages: [String])
  /// GLPK reported success with a result that is not a finite number, which means that the input is out of
  /// its numerical range.
  case nonFiniteResult(routine: String, what: String)

  public var description: String {
    switch self {
    case .invalidArgument(let routine, let reason): "\(routine) was not called: \(reason)"
    case .notAllowedNow(let routine, let reason): "\(routine) is not allowed now: \(reason)"
    case .environmentAlreadyOpen:
      "this thread already has an open GLPK environment; pass it down instead of opening another"
    case .wrongThread: "the GLPK environment belongs to another thread"
    case .environmentLost(let cause):
      "the GLPK environment was lost by an earlier fatal error (\(cause)); open a new one"
    case .outOfMemory: "not enough memory to open a GLPK environment"
    case .unusableLibrary(let reason): "the GLPK library cannot be used: \(reason)"
    case .file(let routine, let path, let messages):
      "\(routine) failed on \(path): \(messages.isEmpty ? "no reason given" : messages.joined(separator: "; "))"
    case .nonFiniteResult(let routine, let what):
      "\(routine) ended with \(what) that is not a finite number; rescale the model"
    }
  }
}
