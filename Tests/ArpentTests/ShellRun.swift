// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// Command lines that a user types, run by a shell in which `arpent` is the built one.
enum ShellRun {
  /// Whether a program is on the path, which for the daemons of Slurm includes `/usr/sbin`.
  static func has(_ program: String) -> Bool {
    guard let found = try? run("command -v \(program)") else { return false }
    return found.code == 0
  }

  /// What every command line is run with.
  static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    let own = URL(fileURLWithPath: ArpentBinary.path).deletingLastPathComponent().path
    environment["PATH"] = "\(own):\(environment["PATH"] ?? "/usr/bin:/bin"):/usr/sbin"
    // The fixed day of all whole-program tests.
    environment["SOURCE_DATE_EPOCH"] = "1785542400"
    return environment
  }

  /// Runs command lines to the end; both streams together are the output.
  static func run(
    _ lines: String, directory: String = ArpentBinary.root, environment: [String: String] = [:]
  ) throws -> (code: Int32, output: String) {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", lines]
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = Self.environment.merging(environment) { _, stated in stated }
    let file = try scratch.write("out", "")
    let output = FileHandle(forWritingAtPath: file)
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    return (process.terminationStatus, said)
  }
}
