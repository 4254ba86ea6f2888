// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Standard output for data and standard error for talk, written without C's global stream variables.
enum Terminal {
  /// Whether somebody reads standard error on a terminal.
  static var isInteractive: Bool { isatty(2) == 1 }

  /// Writes data to standard output as it is.
  static func data(_ text: String) { write(text, to: 1) }

  /// Writes a line for a person to standard error.
  static func talk(_ line: String) { write(line + "\n", to: 2) }

  /// Writes over the current line of a terminal.
  static func overwrite(_ line: String) { write("\r\u{1B}[K" + line, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Seconds of the monotonic clock.
  static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
