// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Geodata
import Optimization
import Reports
import Results
import Scenarios
import Studies
import Views

/// Answers the cases of a study and writes what they say together. A run that was killed goes on where it
/// was; the result is the same whatever the number of threads, processes and machines, and in whichever order
/// they come.
package enum StudyWorkflow {
  /// Runs, collects or lists a study.
  ///
  /// - Throws: `WorkflowFailure` for a study that cannot be used and a directory that cannot be written. A
  ///   case that fails is no failure of the study: the response says so.
  package static func run(_ request: StudyRequest, context: WorkflowContext) throws -> StudyResponse {
    let directory = try request.outputDirectory.map { path in
      let directory = StudyDirectory(path, force: request.force)
      try WorkflowFailure.writing { try directory.check() }
      return directory
    }
    let planned = try PlannedStudy(request, context: context)
    if request.task == .list { return list(planned) }
    guard let directory else {
      throw WorkflowFailure(.invalidInput, "a study needs a directory for its answers; add -o DIR")
    }
    let store = try WorkflowFailure.writing { try directory.store() }
    let cache = try request.cache.map { path in try WorkflowFailure.writing { try CaseStore(folder: path) } }
    let solves = request.task == .run
    guard let solver = try planned.solver(store: store, cache: cache, solves: solves) else {
      let result = StudyResult(planned, positions: [], answers: [], store: store)
      return response(
        StudyReport(result: result, context: planned.report), .interrupted, directory,
        width: context.outputWidth)
    }
    let changes = planned.changes
    let part = request.shard.part(of: Array(changes.indices))
    let watch = StudyProgress(context: context)
    let answers = try StudyRunner(
      cases: part.map { changes[$0] }, solver: solver, store: store, cache: cache,
      solves: solves, report: { watch.report(done: $0, of: $1, $2) }
    ).run(jobs: request.jobs)
    store.removeParts()
    cache?.removeParts()
    let result = StudyResult(planned, positions: part, answers: answers, store: store)
    if context.cancellation.isRaised {
      return response(
        StudyReport(result: result, context: planned.report), .interrupted, directory,
        width: context.outputWidth)
    }
    // A part of the cases says nothing of the whole.
    let isWhole = request.shard == .whole
    let regret =
      try request.regret && isWhole
      ? RegretCosting(planned, store: store).table(of: result, jobs: request.jobs) : nil
    let report = StudyReport(result: result, context: planned.report, regret: regret)
    if isWhole { try write(report, to: directory, diagnose: context.diagnose) }
    let open = result.count(.notRun)
    if open > 0 {
      context.diagnose(
        "\(open) case\(open == 1 ? " has" : "s have") no answer yet: run the study again, or its other parts")
    }
    return response(
      report, result.failures.isEmpty && open == 0 ? .done : .someFailed, directory,
      width: context.outputWidth)
  }

  private static func response(
    _ report: StudyReport, _ ending: StudyResponse.Ending, _ directory: StudyDirectory, width: Int?
  ) -> StudyResponse {
    StudyResponse(
      ending: ending, text: report.text(width: width) + "Written to \(directory.path)/\n",
      json: JSONWriter.text(report.json))
  }

  private static func list(_ planned: PlannedStudy) -> StudyResponse {
    let changes = planned.changes
    let rows = changes.map { [$0.id, $0.label, $0.overlays.joined(separator: "  ")] }
    let text = TextTable(headers: ["case", "what", "changes"], rows: rows).text()
    let json: JSONValue = [
      "name": .string(planned.study.name), "depth": .string(planned.depth.rawValue),
      "cases": .array(
        changes.map {
          [
            "id": .string($0.id), "label": .string($0.label),
            "set": .array($0.overlays.map { .string($0) }),
          ]
        }),
    ]
    return StudyResponse(
      ending: .done, text: text + "\(changes.count) cases\n", json: JSONWriter.text(json))
  }

  /// Writes what is made of all cases.
  private static func write(
    _ report: StudyReport, to directory: StudyDirectory, diagnose: (String) -> Void
  ) throws {
    let remarks = try WorkflowFailure.writing(
      cure: "the answers are kept; make room and run the study again"
    ) { try directory.write(report.files()) }
    for remark in remarks { diagnose("warning: \(remark)") }
  }
}
