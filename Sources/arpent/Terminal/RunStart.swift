// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// When a run began: the clock, or the moment that SOURCE_DATE_EPOCH of the environment states, as
/// https://reproducible-builds.org/specs/source-date-epoch/ has it.
struct RunStart {
  /// Seconds since 1970 in UTC.
  var seconds: Int
  /// Whether it was stated, so that the same inputs shall give the same bytes in every file.
  var isFixed: Bool

  /// Looks at the environment and the clock.
  ///
  /// - Parameter diagnose: Receives a warning about a value that is no number of seconds.
  init(diagnose: (String) -> Void) {
    seconds = time(nil)
    isFixed = false
    guard let stated = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !stated.isEmpty else {
      return
    }
    guard let moment = Int(stated), moment >= 0 else {
      diagnose(
        "warning: SOURCE_DATE_EPOCH is '\(stated)', which is no number of seconds since 1970; the clock is used"
      )
      return
    }
    seconds = moment
    isFixed = true
  }
}
