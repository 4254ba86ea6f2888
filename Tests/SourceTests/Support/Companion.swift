// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// A server that a test starts and that ends with the test runner: it serves until its standard input ends.
final class Companion: Sendable {
  /// Port on the loopback interface.
  let port: Int
  // Kept so that the pipe stays open; nothing else is done with them.
  private let process: Process
  private let leash: Pipe

  /// Starts a script of `scripts/sources`, which prints its port once it is ready.
  ///
  /// - Throws: `Tool.Failure` with what the script said, if it ends without a port.
  init(script: String, arguments: [String]) throws {
    process = Process()
    leash = Pipe()
    let said = Pipe()
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let diagnostics = scratch.path + "/diagnostics"
    try Data().write(to: URL(fileURLWithPath: diagnostics))
    process.executableURL = URL(fileURLWithPath: ArpentBinary.root + "/scripts/sources/" + script)
    process.arguments = arguments
    process.standardInput = leash
    process.standardOutput = said
    process.standardError = FileHandle(forWritingAtPath: diagnostics)
    try process.run()
    var line = ""
    while !line.contains("\n") {
      let bytes = said.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      line += String(decoding: bytes, as: UTF8.self)
    }
    guard let port = Int(line.split(separator: "\n").first ?? "") else {
      process.waitUntilExit()
      let text =
        FileManager.default.contents(atPath: diagnostics).map { String(decoding: $0, as: UTF8.self) } ?? ""
      throw Tool.Failure(description: "scripts/sources/\(script): exit \(process.terminationStatus)\n\(text)")
    }
    self.port = port
  }

  /// Ends the server and waits until it has cleaned up.
  func stop() {
    try? leash.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
