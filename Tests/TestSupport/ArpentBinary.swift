// SPDX-License-Identifier: GPL-3.0-or-later

package import Foundation

/// Runs the built `arpent` as a user would, in the repository's root.
package enum ArpentBinary {
  /// What a run gave.
  package struct Run: Sendable {
    /// Exit code; 128 plus the signal for a run that a signal ended.
    package var code: Int32
    /// Standard output.
    package var output: String
    /// Standard error.
    package var diagnostics: String
  }

  /// Root of the repository.
  package static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The binary: the one that ARPENT_BINARY names, from the root of the repository, or the one that the build
  /// puts beside the test runner.
  package static let path: String = {
    if let stated = ProcessInfo.processInfo.environment["ARPENT_BINARY"], !stated.isEmpty {
      return stated.hasPrefix("/") ? stated : root + "/" + stated
    }
    let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: runner).deletingLastPathComponent().appendingPathComponent("arpent").path
  }()

  /// Starts a run; its streams go to files, so that no pipe can fill up.
  package static func start(_ arguments: [String], directory: String = root) throws -> (Process, () -> Run) {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    let files = ["out", "err"].map { scratch.path + "/" + $0 }
    for file in files { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    process.standardInput = FileHandle.nullDevice
    // A fixed day: what the tests read of the age of layers, and every byte that is written, stay the same as
    // time goes by.
    process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "1785542400"]) {
      stated, _ in stated
    }
    try process.run()
    return (
      process,
      {
        process.waitUntilExit()
        let texts = files.map { file in
          String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
        }
        scratch.remove()
        let code =
          process.terminationReason == .uncaughtSignal
          ? 128 + process.terminationStatus : process.terminationStatus
        return Run(code: code, output: texts[0], diagnostics: texts[1])
      }
    )
  }

  /// Runs to the end.
  package static func run(_ arguments: String..., directory: String = root) throws -> Run {
    try start(arguments, directory: directory).1()
  }

  /// Runs to the end.
  package static func run(_ arguments: [String], directory: String = root) throws -> Run {
    try start(arguments, directory: directory).1()
  }
}

/// A folder that the test removes.
package struct TemporaryFolder: Sendable {
  /// Path of the folder.
  package let path: String

  /// Makes an empty folder.
  package init() throws {
    path = NSTemporaryDirectory() + "/arpent-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a text file and gives its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Names in the folder, ascending.
  package var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Removes the folder with all that is in it.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
