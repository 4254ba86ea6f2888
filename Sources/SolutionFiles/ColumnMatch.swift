// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Quantities

/// Brings the values of a file to the columns of a model.
struct ColumnMatch {
  /// One value a column.
  private(set) var values: [Double]
  /// Number of columns that got one.
  private(set) var listed = 0
  /// What is wrong.
  private(set) var findings: [Finding] = []

  private let names: ModelNames
  private let columnOfName: [String: Int]
  private let constantName: String
  private var lineOfColumn: [Int?]
  private var unknown: [SolutionContent.Entry] = []
  private var constantLine: Int?

  /// Unknown names that are reported one by one; more are counted.
  private static let reportedNames = 20
  /// Names looked through for near ones, over all unknown names: a file of another model has thousands of
  /// them.
  private static let comparedNames = 50_000

  init(_ names: ModelNames) {
    self.names = names
    columnOfName = Dictionary(
      names.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // As the writers of model files name it.
    var constant = "objective_constant"
    while columnOfName[constant] != nil { constant += "_" }
    constantName = constant
    values = [Double](repeating: 0, count: names.columns.count)
    lineOfColumn = [Int?](repeating: nil, count: names.columns.count)
  }

  /// Takes over the values of a file.
  mutating func take(_ content: SolutionContent, format: SolutionFormat) {
    if format.isPositional { return takeByPosition(content) }
    let rows = content.mayNameRows ? Set(names.rows) : []
    for entry in content.entries {
      if let column = columnOfName[entry.name] {
        put(entry, column)
      } else if entry.name == constantName {
        checkOnce(entry)
      } else if !rows.contains(entry.name), !isRangeColumn(entry.name) {
        unknown.append(entry)
      }
    }
    if listed == 0, constantLine == nil {
      refuseOtherModel(content)
    } else {
      reportUnknown()
    }
  }

  private mutating func put(_ entry: SolutionContent.Entry, _ column: Int) {
    if let earlier = lineOfColumn[column] {
      findings.append(
        Finding("\(names.columns[column]) has a value already, on line \(earlier)", line: entry.line))
      return
    }
    lineOfColumn[column] = entry.line
    values[column] = entry.value
    listed += 1
  }

  private mutating func checkOnce(_ entry: SolutionContent.Entry) {
    if let earlier = constantLine {
      findings.append(
        Finding("\(entry.name) has a value already, on line \(earlier)", line: entry.line))
    } else {
      constantLine = entry.line
    }
  }

  /// Whether this is the column `~r_N` that an LP file has for the width of a row with two bounds.
  private func isRangeColumn(_ name: String) -> Bool {
    guard name.hasPrefix("~r_"), let row = Int(name.dropFirst(3)) else { return false }
    return row >= 1 && row <= names.rows.count
  }

  private mutating func takeByPosition(_ content: SolutionContent) {
    let count = names.columns.count
    guard let size = content.size else { return }
    // A constant of the objective is one column more; HiGHS counts the objective as one row more.
    guard size.columns == count || size.columns == count + 1,
      size.rows == names.rows.count || size.rows == names.rows.count + 1
    else {
      findings.append(
        Finding(
          "the file is for \(size.rows) rows and \(size.columns) columns, the model has \(names.rows.count) "
            + "and \(count)",
          hint: "solve the MPS file of this model; an LP file may number its columns in another way"))
      return
    }
    var constant: [SolutionContent.Entry] = []
    for entry in content.entries {
      guard let position = Int(entry.name) else { continue }
      if position <= count { put(entry, position - 1) } else { constant.append(entry) }
    }
    for entry in constant { checkOnce(entry) }
    let found = listed + (constantLine == nil ? 0 : 1)
    if found < size.columns, content.findings.isEmpty, findings.isEmpty {
      findings.append(
        Finding(
          "\(size.columns - found) of the \(size.columns) columns have no line", hint: "write it again"))
    }
  }

  private mutating func refuseOtherModel(_ content: SolutionContent) {
    guard let first = unknown.first else {
      // Entries that could not be read have their own findings.
      if content.findings.isEmpty {
        findings.append(
          Finding("the file holds no value of any column", hint: "write all columns, zeros too"))
      }
      return
    }
    let example = names.columns.first.map { " The model's first column is \($0)." } ?? ""
    findings.append(
      Finding(
        "the file is of another model: it names no column of this one, but \(first.name)"
          + (unknown.count > 1 ? " and \(unknown.count - 1) others." : ".") + example, line: first.line,
        hint: "export the model of this scenario and solve that file"))
  }

  private mutating func reportUnknown() {
    var budget = Self.comparedNames
    for entry in unknown.prefix(Self.reportedNames) {
      var hint = ""
      if budget > 0, let near = nearestName(to: entry.name, among: names.columns) {
        hint = "nearest name: \(near)"
      }
      budget -= names.columns.count
      findings.append(
        Finding("the model has no column \(entry.name)", line: entry.line, hint: hint))
    }
    if unknown.count > Self.reportedNames {
      let more = unknown[Self.reportedNames...]
      findings.append(
        Finding("and \(more.count) more names that are no columns of the model", line: more.first?.line))
    }
  }
}
