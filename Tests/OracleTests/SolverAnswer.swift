// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// What a solver found on a model.
enum SolverAnswer: Sendable, Equatable {
  case value(Double)
  /// A limit came before the proof: a bound and the best value found; the model minimises.
  case between(Double, Double)
  case infeasible
  case other(String)

  /// The same verdict, and the same optimum to 1e-6 of it, or one between the bound and the best value found.
  func agrees(with other: SolverAnswer) -> Bool {
    switch (self, other) {
    case (.value(let a), .value(let b)): (a - b).magnitude <= 1e-6 * max(1, a.magnitude, b.magnitude)
    case (.between(let bound, let best), .value(let b)):
      bound - 1e-6 * max(1, b.magnitude) <= b && b <= best + 1e-6 * max(1, b.magnitude)
    case (.infeasible, .infeasible): true
    default: false
    }
  }

  /// HiGHS on model files, in one process: one answer a file.
  static func highs(_ files: [String]) throws -> [SolverAnswer] {
    let python = ArpentBinary.root + "/.build-venv/bin/python"
    let text = try output(of: python, ["scripts/oracles/highs_objective.py"] + files)
    return text.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      if words.first == "optimal", words.count == 2, let value = Double(words[1]) { return .value(value) }
      return words.first == "infeasible" ? .infeasible : .other(String(line))
    }
  }

  /// CBC on a model file.
  static func cbc(_ file: String, folder: TemporaryFolder) throws -> SolverAnswer {
    let solution = folder.path + "/cbc-" + UUID().uuidString + ".txt"
    _ = try output(
      of: "cbc",
      [file, "ratioGap", "0", "allowableGap", "1e-9", "seconds", "300", "solve", "solution", solution])
    guard let text = try? String(contentsOfFile: solution, encoding: .utf8),
      let line = text.split(separator: "\n").first
    else { return .other("no solution file") }
    if line.lowercased().contains("infeasible") { return .infeasible }
    guard line.hasPrefix("Optimal"), let value = line.split(separator: " ").last.flatMap({ Double($0) })
    else { return .other(String(line)) }
    return .value(value)
  }

  /// Runs a program in the repository and gives its standard output.
  static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
