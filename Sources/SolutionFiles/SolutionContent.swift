// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a solution file says, before names are matched with a model.
struct SolutionContent {
  /// A value and whom it belongs to.
  struct Entry {
    /// Line, from 1.
    var line: Int
    /// Name as written; for a positional format the number of the column, from 1.
    var name: String
    /// Value.
    var value: Double
  }

  /// Values in order of the file.
  var entries: [Entry] = []
  /// The solver's own word for what it found.
  var status: String?
  /// Whether that word says that the solution is optimal.
  var claimsOptimality = false
  /// Objective as the file states it.
  var objective: Double?
  /// Sizes of the model that the file states.
  var size: (rows: Int, columns: Int)?
  /// Whether names of rows may stand among those of columns.
  var mayNameRows = false
  /// What is wrong.
  var findings: [Finding] = []
  /// What the reader should know.
  var remarks: [Finding] = []

  /// Records the solver's word.
  mutating func say(_ status: some StringProtocol) {
    self.status = String(status)
    let word = status.lowercased()
    claimsOptimality =
      word.contains("optimal") && !["not opt", "non-opt", "subopt", "no opt"].contains { word.contains($0) }
  }

  /// Records a value, or why it is none.
  mutating func add(_ name: some StringProtocol, _ text: some StringProtocol, line: Int) {
    guard let value = Self.number(text) else {
      findings.append(Finding("the value of \(name) is `\(text)`, not a number", line: line))
      return
    }
    guard value.isFinite else {
      findings.append(Finding("the value of \(name) is \(text), not a finite number", line: line))
      return
    }
    entries.append(Entry(line: line, name: String(name), value: value))
  }

  /// Records that there is no solution in the file.
  mutating func refuse(line: Int?, _ why: String) {
    findings.append(
      Finding(
        "the solver itself says that this is no solution: \(why)", line: line,
        hint: "solve the model again with more time, or check its limits"))
  }

  /// Records that the file ends too early.
  mutating func refuseCut(_ what: String) {
    findings.append(Finding("the file is cut short: \(what)", hint: "write it again"))
  }

  /// A number in decimal digits, or one of the words for NaN and infinity.
  static func number(_ text: some StringProtocol) -> Double? {
    // `Double` also takes hexadecimal digits, which no solver writes.
    text.utf8.contains { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") } ? nil : Double(text)
  }
}
