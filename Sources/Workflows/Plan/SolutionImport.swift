// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import FoundationEssentials
import Optimization
import Planning
import PlanningModel
import Quantities
import Scenarios
import SolutionFiles

/// Takes over a solution that another solver found for the model that `arpent model` writes. Nothing of it is
/// believed: it is rounded to decisions, and these are held against every rule.
struct SolutionImport {
  /// File of the solution.
  let path: String
  /// The problem.
  let problem: SitingProblem
  /// Its formulation.
  let formulation: Formulation
  /// Title of the scenario, as in the model file.
  let title: String

  private static let reported = 20

  /// The solution as the answer of a search.
  ///
  /// - Parameters:
  ///   - solver: Solves the linear relaxation for a bound, which is then proven exactly; nil for no bound.
  ///   - options: Gap asked for, and when the solver should stop.
  ///   - context: Is reported what the planner should know of the file.
  /// - Throws: `WorkflowFailure` with everything that is wrong with the file or breaks a rule; what the
  ///   solver throws when it fails.
  func answer(
    bound solver: (any Solver)?, options: SolveOptions, context: WorkflowContext
  ) throws -> PlanSearch.Answer {
    let values = try point(context)
    try check(values)
    let stated = Stated(path: path, values: values, relaxation: solver)
    var answer = try PlanSearch(solver: stated, options: options).search(problem, formulation: formulation)
    answer.outcome.termination = "imported"
    if solver != nil, answer.outcome.objectives.contains(where: { $0.bound == nil }) {
      context.warn("a relaxation was not solved to its end: the distance to the optimum is not known")
    }
    return answer
  }

  /// Says of every objective that the solution is what it found, with the bound of the linear relaxation.
  private struct Stated: Solver {
    let path: String
    let values: [Double]
    let relaxation: (any Solver)?
    var name: String { "solution file" }

    func solve(
      _ model: Model, options: SolveOptions, progress: (@Sendable (SolveProgress) -> Void)?
    ) throws -> SolveResult {
      let objective = model.objectiveValue(at: values)
      var result = SolveResult(
        termination: .nodeLimit, values: values, objective: objective, rawStatus: "imported from \(path)")
      if let relaxation {
        let root = try relaxation.solve(model.relaxed(), options: options, progress: progress)
        result.iterations = root.iterations
        result.rootMultipliers = root.rootMultipliers
        if let multipliers = root.rootMultipliers,
          let exact = try? ExactBound(model: model, rowMultipliers: multipliers)
        {
          result.bound = min(exact.safeDouble, objective)
        }
      }
      if let gap = result.relativeGap, gap <= 1e-6 { result.termination = .optimal }
      return result
    }
  }

  // MARK: Reading

  /// The values of the file, whole where they must be.
  private func point(_ context: WorkflowContext) throws -> [Double] {
    guard let data = FileManager.default.contents(atPath: path) else {
      let cure = FileReader.disk.suggestion(for: path) ?? "name the solution file that your solver wrote"
      throw WorkflowFailure(.cannotOpen, "cannot be opened; \(cure)", in: path)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw WorkflowFailure(.invalidInput, "is no text in UTF-8; name a solution file", in: path)
    }
    let names = formulation.names(for: problem, title: title)
    let file: SolutionFile
    do {
      file = try SolutionFile(text: text, file: path, names: names)
    } catch {
      throw WorkflowFailure(error)
    }
    for remark in file.remarks { context.diagnose("\(path): \(remark.sentence)") }
    let missing = formulation.model.columnCount - file.listedColumns
    if missing > 0 {
      context.diagnose(
        "\(path): \(missing) of \(formulation.model.columnCount) columns are not named and count as 0")
    }
    let nearest = file.nearestPoint(of: formulation.model)
    var findings = nearest.fractionalColumns.map { column in
      finding("\(names.columns[column]) is \(nearest.values[column]), not a whole number")
    }
    for violation in FeasibilityReport(of: nearest.values, in: formulation.model).violations {
      guard case .columnBound(let column) = violation.kind else { continue }
      let range = "\(formulation.model.columnLower[column]) to \(formulation.model.columnUpper[column])"
      findings.append(finding("\(names.columns[column]) is \(nearest.values[column]), outside \(range)"))
    }
    // Counts beyond this are no counts, whatever their bounds.
    for column in nearest.values.indices where nearest.values[column].magnitude > 1e9 {
      if formulation.model.isInteger[column] {
        findings.append(finding("\(names.columns[column]) is \(nearest.values[column]), beyond any count"))
      }
    }
    if !findings.isEmpty { throw WorkflowFailure(.invalidInput, Self.cut(findings)) }
    return nearest.values
  }

  /// Holds the decisions against the rules, and the point against the model, whose totals must be those of
  /// the decisions.
  private func check(_ values: [Double]) throws {
    let placement = Placement(values: values, formulation: formulation, problem: problem)
    var findings = PlanAudit(of: placement, in: problem).failures.map { failure in
      let year = failure.rule.year.map { " in \($0)" } ?? ""
      return finding(
        "breaks rule \(failure.rule.kind.identifier) \(failure.rule.scope)\(year) by "
          + "\(-failure.slack) \(failure.unit)")
    }
    if findings.isEmpty {
      let names = formulation.names(for: problem, title: title)
      for violation in FeasibilityReport(of: values, in: formulation.model).violations {
        guard case .row(let row) = violation.kind else { continue }
        findings.append(finding("breaks row \(names.rows[row]) of the model by \(violation.amount)"))
      }
    }
    if !findings.isEmpty { throw WorkflowFailure(.invalidInput, Self.cut(findings)) }
  }

  /// The first findings, and how many more there are.
  private static func cut(_ findings: [Finding]) -> [Finding] {
    findings.count <= reported
      ? findings : findings.prefix(reported) + [Finding("and \(findings.count - reported) more of this kind")]
  }

  private func finding(_ message: String) -> Finding { Finding(message, in: path) }
}
