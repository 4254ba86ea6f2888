// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A program of the machine that makes what the tests read, such as `ogr2ogr`.
enum Tool {
  /// What went wrong.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs a program to its end.
  ///
  /// - Returns: What it printed.
  /// - Throws: `Failure` with everything it said, if it fails or cannot be found.
  @discardableResult
  static func run(
    _ arguments: [String], in directory: String, environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // One stream, so that no pipe can fill up while the other is read.
    let said = Pipe()
    process.standardOutput = said
    process.standardError = said
    try process.run()
    let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description: "\(arguments.joined(separator: " ")): exit \(process.terminationStatus)\n\(text)")
    }
    return text
  }

  /// Whether a program is on the path.
  static func exists(_ program: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
