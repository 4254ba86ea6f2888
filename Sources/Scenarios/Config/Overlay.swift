// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// One `path=value` of the command line for what has no base to change: only values can be set.
struct Overlay {
  /// Keys of the value that it sets.
  var path: [String]
  /// The value.
  var value: ConfigNode

  /// Reads `hardware.load_factor=0.8`, as `Change` does.
  ///
  /// - Returns: nil when it cannot be read, or does more than set one value; the fault is in the log.
  init?(_ argument: String, log: FindingLog) {
    guard let change = Change(argument: argument, log: log) else { return nil }
    guard change.verb == .set, let path = change.literalPath else {
      change.finding(
        "can only be set here, since there is nothing yet to change", hint: "write path=value", in: log)
      return nil
    }
    self.path = path
    value = change.value
  }
}
