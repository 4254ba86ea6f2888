// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
package import Quantities

/// A solution that another solver wrote for an exported model.
///
/// Reading believes nothing but names and numbers: whether the point satisfies the model, and what it costs,
/// is for the model to say. A column that the file does not mention is 0, since most formats leave zeros out.
package struct SolutionFile: Sendable, Equatable {
  /// The format, found from the content.
  package let format: SolutionFormat
  /// The solver's own word for what it found, for example `Optimal`; nil when the file says nothing.
  package let status: String?
  /// Whether the solver says that the solution is optimal.
  package let claimsOptimality: Bool
  /// Objective as the file states it; nil when it does not. In the direction of the file that was solved: an
  /// MPS file of a maximization minimizes the negative objective.
  package let statedObjective: Double?
  /// One value a column of the model.
  package let values: [Double]
  /// Number of columns of the model that the file gives a value.
  package let listedColumns: Int
  /// What a user should know: few digits, values by position, lines that the solver marked.
  package let remarks: [Finding]

  /// Reads a solution.
  ///
  /// - Parameters:
  ///   - text: Content of the file.
  ///   - file: Its name, for messages.
  ///   - names: Names under which the model was exported.
  /// - Throws: Everything that is wrong with the file, all at once.
  package init(text: String, file: String, names: ModelNames) throws(InputFailure) {
    let lines = NumberedLine.split(text)
    let format: SolutionFormat
    do {
      format = try SolutionFormat.detect(lines)
    } catch {
      throw InputFailure(findings: [Self.placed(error.finding, in: file)])
    }
    let content = Self.read(format, lines, text)
    var match = ColumnMatch(names)
    match.take(content, format: format)
    let findings = content.findings + match.findings
    guard findings.isEmpty else {
      // In order of lines; findings of one line and of none stay as they came.
      let order = findings.indices.sorted {
        (findings[$0].line ?? .max, $0) < (findings[$1].line ?? .max, $1)
      }
      throw InputFailure(findings: order.map { Self.placed(findings[$0], in: file) })
    }
    self.format = format
    status = content.status
    claimsOptimality = content.claimsOptimality
    statedObjective = content.objective
    values = match.values
    listedColumns = match.listed
    remarks = content.remarks
  }

  private static func placed(_ finding: Finding, in file: String) -> Finding {
    var finding = finding
    finding.place.file = file
    return finding
  }

  private static func read(
    _ format: SolutionFormat, _ lines: [NumberedLine], _ text: String
  ) -> SolutionContent {
    switch format {
    case .highs: HiGHSFormat.read(lines)
    case .cbc: CBCFormat.read(lines)
    case .glpk: GLPKFormat.read(lines)
    case .scip: SCIPFormat.read(lines)
    case .nameValue: NameValueFormat.read(lines)
    case .cplex: CPLEXFormat.read(text)
    case .csv: CSVFormat.read(lines)
    case .json: JSONFormat.read(text)
    }
  }
}
