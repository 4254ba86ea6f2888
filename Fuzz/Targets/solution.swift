// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any text is a solution of a small model in one of the formats or refused with words.
// sources: Sources/SolutionFiles Sources/Optimization Sources/Quantities
// examples: Tests/SolutionFilesTests/Recorded

private let names = ModelNames(
  problem: "small", columns: ["x", "y", "built(a,2027)", "C1", "C2", "units[1]"], rows: ["r", "cost", "R1"])

func examine(_ input: [UInt8]) {
  do throws(InputFailure) {
    let file = try SolutionFile(text: String(decoding: input, as: UTF8.self), file: "a.sol", names: names)
    guard file.values.count == names.columns.count, file.values.allSatisfy(\.isFinite) else {
      fatalError("a value is missing or no number")
    }
  } catch {
    guard !error.findings.isEmpty else { fatalError("refused without a word") }
  }
}
