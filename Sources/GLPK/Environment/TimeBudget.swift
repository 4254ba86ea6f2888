// SPDX-License-Identifier: GPL-3.0-or-later

/// When a run must end: the earlier of a time limit, counted from its start, and a fixed deadline.
///
/// GLPK applies its own limit once to the first relaxation and then afresh to the search, so a run may take
/// twice as long. The budget is therefore kept here as well, and GLPK is given what is left of it.
struct TimeBudget {
  let end: ContinuousClock.Instant?

  /// - Parameters:
  ///   - seconds: Time limit; nil for none. Zero and less mean at once.
  ///   - deadline: Fixed end; nil for none.
  init(seconds: Double?, deadline: ContinuousClock.Instant?, routine: String) throws {
    var ends: [ContinuousClock.Instant] = []
    if let seconds {
      guard !seconds.isNaN else {
        throw GLPKError.invalidArgument(routine: routine, reason: "the time limit is not a number")
      }
      // GLPK's limit is a 32-bit number of milliseconds, about 24 days; anything longer is no limit.
      if seconds < Self.longestSeconds {
        ends.append(.now.advanced(by: .milliseconds(Int64(max(0, seconds) * 1000))))
      }
    }
    if let deadline { ends.append(deadline) }
    end = ends.min()
  }

  private static let longestSeconds = Double(Int32.max) / 1000

  /// Whether the time is over.
  var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// What is left, in the form GLPK takes: milliseconds, at least 1 because 0 ends a run before it begins.
  var remainingMilliseconds: Int32 {
    guard let end else { return .max }
    let (seconds, attoseconds) = ContinuousClock.now.duration(to: end).components
    let milliseconds = Double(seconds) * 1000 + Double(attoseconds) * 1e-15
    return Int32(min(max(1, milliseconds), Double(Int32.max)))
  }
}
