// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Formats of solution files.
package enum SolutionFormat: String, Sendable, CaseIterable {
  /// HiGHS, `--solution_file` in its raw styles.
  case highs
  /// CBC, command `solu`.
  case cbc
  /// GLPK, `glpsol --write`: values by position, without names.
  case glpk
  /// SCIP, `write solution`.
  case scip
  /// A name and a value a line: Gurobi's .sol and that of MIPLIB.
  case nameValue
  /// CPLEX, .sol in XML.
  case cplex
  /// Comma-separated `name,value`.
  case csv
  /// One JSON object with a number for each name.
  case json

  /// Name for messages.
  package var title: String {
    switch self {
    case .highs: "HiGHS solution file"
    case .cbc: "CBC solution file"
    case .glpk: "GLPK raw solution file"
    case .scip: "SCIP solution file"
    case .nameValue: "solution file with a name and a value a line (Gurobi, MIPLIB)"
    case .cplex: "CPLEX solution file"
    case .csv: "CSV file"
    case .json: "JSON file"
    }
  }

  /// Whether values stand for columns by their position in the model file, not by name.
  package var isPositional: Bool { self == .glpk }

  /// Recognises the format from the content.
  ///
  /// - Throws: What to do about a file that is in none of the formats.
  static func detect(_ lines: [NumberedLine]) throws(FormatRefusal) -> SolutionFormat {
    guard let first = lines.first(where: { !$0.isBlank }) else {
      throw FormatRefusal(Finding("the file is empty"))
    }
    let text = first.trimmed
    let fields = first.fields
    switch text.utf8.first {
    case UInt8(ascii: "{"): return .json
    case UInt8(ascii: "<"): return .cplex
    case UInt8(ascii: "#"): return .nameValue
    default: break
    }
    if text == "Model status" { return .highs }
    if text.hasPrefix("solution status:") || text.hasPrefix("objective value:")
      || text == "no solution available"
    {
      return .scip
    }
    if text.contains("objective value") { return .cbc }
    if isGLPK(fields) { return .glpk }
    if fields.count == 3, fields[2].hasPrefix("(obj:") { return .scip }
    if let hint = reportHint(text, fields) {
      throw FormatRefusal(
        Finding("this is a report for reading, with six digits a value", line: first.number, hint: hint))
    }
    if !text.hasPrefix("[") {
      if text.contains(",") { return .csv }
      if fields.count == 2 || text == "=infeas=" || text == "=unbd=" { return .nameValue }
    }
    throw FormatRefusal(
      Finding(
        "the format of the file is not known", line: first.number,
        hint: "these are read: " + allCases.map(\.title).joined(separator: ", ")))
  }

  /// Whether a line is a comment `c ...` or a header `s mip ...` of GLPK, and not the value of a column named
  /// c or s.
  private static func isGLPK(_ fields: [Substring]) -> Bool {
    guard fields[0] == "c" || fields[0] == "s" else { return false }
    return fields.count != 2 || fields[1] == "Problem:"
  }

  /// How to get a solution file out of a program whose printed report was given.
  private static func reportHint(_ text: Substring, _ fields: [Substring]) -> String? {
    if fields.first == "Problem:" {
      return "use glpsol --write, or solution style 0 of HiGHS, for all digits"
    }
    if text == "Columns" { return "use solution style 0 of HiGHS for all digits" }
    if text.contains("Number of columns and rows for primal or dual solution") {
      return "this style of HiGHS has no names; use solution style 0"
    }
    return nil
  }
}

/// A file that is in no format that can be read.
struct FormatRefusal: Error {
  let finding: Finding

  init(_ finding: Finding) { self.finding = finding }
}
