// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a browser could not do what a test asked.
package enum BrowserError: Error, CustomStringConvertible {
  /// A Debian package is not installed.
  case missing(package: String)
  /// The browser could not be started; the errno.
  case notStarted(Int32)
  /// The browser ended or closed its pipe.
  case gone(during: String)
  /// Nothing came in time.
  case late(waitingFor: String, seconds: Double)
  /// The browser refused a command.
  case refused(command: String, message: String)
  /// A script that a test asked for threw.
  case threw(script: String, message: String)
  /// An element that is not there, or that something else lies over.
  case notReachable(selector: String, reason: String)
  /// An answer without what its command promises.
  case strange(answer: String)

  package var description: String {
    switch self {
    case .missing(let package):
      "\(package) is not installed: run scripts/setup test, or apt-get install \(package)"
    case .notStarted(let code): "chromium could not be started: errno \(code)"
    case .gone(let doing): "chromium ended during \(doing)"
    case .late(let what, let seconds): "chromium: no \(what) within \(seconds) s"
    case .refused(let command, let message): "chromium refused \(command): \(message)"
    case .threw(let script, let message): "the page threw: \(message); asked: \(script.prefix(300))"
    case .notReachable(let selector, let reason): "\(selector): \(reason)"
    case .strange(let answer): "chromium answered strangely: \(answer.prefix(300))"
    }
  }
}
