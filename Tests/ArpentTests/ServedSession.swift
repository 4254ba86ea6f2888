// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// A running `arpent serve`, asked line by line over pipes.
final class ServedSession {
  struct Silence: Error {}

  let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let diagnosticsFile: TemporaryFolder
  private var pending: [UInt8] = []

  init(_ arguments: [String]) throws {
    diagnosticsFile = try TemporaryFolder()
    let path = try diagnosticsFile.write("diagnostics", "")
    process.executableURL = URL(fileURLWithPath: ArpentBinary.path)
    process.arguments = ["serve"] + arguments + ["--stdio"]
    process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: path)
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    diagnosticsFile.remove()
  }

  /// What was said on standard error.
  var diagnostics: String {
    String(
      decoding: FileManager.default.contents(atPath: diagnosticsFile.path + "/diagnostics") ?? Data(),
      as: UTF8.self)
  }

  /// Sends bytes as they are.
  func send(_ bytes: [UInt8]) throws { try input.fileHandleForWriting.write(contentsOf: Data(bytes)) }

  /// The next line of output; nil at its end. A session that says nothing for two minutes has failed.
  func line() throws -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var ready = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 120_000) > 0 else { throw Silence() }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return pending.isEmpty ? nil : String(decoding: pending, as: UTF8.self) }
      pending += [UInt8](data)
    }
  }

  /// Asks a line and waits for its answer.
  func ask(_ line: String) throws -> String {
    try send(Array((line + "\n").utf8))
    guard let answer = try self.line() else { throw Silence() }
    return answer
  }

  /// The answer to a line as an object.
  func object(_ line: String) throws -> [String: Any] {
    let answer = try ask(line)
    return try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any] ?? [:]
  }

  /// Ends the input, or leaves it open, and waits for the end.
  func end(closing: Bool = true) throws -> Int32 {
    if closing { try input.fileHandleForWriting.close() }
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }

  /// Nobody reads the answers any longer.
  func closeOutput() throws { try output.fileHandleForReading.close() }
}
