// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Workflows

/// Standard output for data and standard error for talk, written without C's global stream variables.
enum Terminal {
  /// Whether somebody reads standard error on a terminal.
  static var isInteractive: Bool { isatty(2) == 1 }

  /// Writes data to standard output as it is.
  ///
  /// - Throws: `WorkflowFailure` when standard output takes no more, for example on a full disk.
  static func data(_ text: String) throws {
    guard write(text, to: 1) else {
      throw WorkflowFailure(.cannotWrite, ["standard output cannot be written; is the disk full?"])
    }
  }

  /// Writes a line for a person to standard error.
  static func talk(_ line: String) { _ = write(line + "\n", to: 2) }

  /// Writes over the current line of a terminal.
  static func overwrite(_ line: String) { _ = write("\r\u{1B}[K" + line, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Seconds of the monotonic clock.
  static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
