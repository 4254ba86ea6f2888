// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The planner's own browser.
enum Browser {
  /// Opens a file with what the desktop uses for web pages. A browser that stays in the foreground is left
  /// alone.
  ///
  /// - Returns: Why it could not be opened; nil when it was.
  static func open(_ path: String) -> String? {
    let cure = "open \(path) in a browser"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // From the root it is neither an option nor an address.
    process.arguments = ["xdg-open", URL(fileURLWithPath: path).path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return "no browser can be started: \(cure)"
    }
    for _ in 0..<40 where process.isRunning { usleep(50_000) }
    if process.isRunning { return nil }
    switch process.terminationStatus {
    case 0: return nil
    // What env says of a program that is not there.
    case 127: return "xdg-open is not installed: \(cure)"
    default: return "xdg-open could not open the page: \(cure)"
    }
  }
}
