// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Optimization
import PlanningModel
import Results
import Scenarios
import Sites
import Studies

/// A loaded scenario that answers questions one after the other: changes in, plan out. Layers are read once;
/// each answer is that of `arpent plan` with the same changes.
package final class ServeSession {
  /// Longest question, in bytes.
  package static let lineByteLimit = 1 << 20

  private let path: String
  private let overlays: [String]
  private let context: WorkflowContext
  private let planner: CaseSolver
  private var siting: KeptSiting?

  /// Loads a scenario.
  ///
  /// - Parameters:
  ///   - path: The scenario file.
  ///   - overlays: Changes that every question begins with.
  ///   - context: What a workflow needs from outside.
  /// - Throws: `WorkflowFailure` with everything that is wrong with the scenario.
  package init(path: String, overlays: [String], context: WorkflowContext) throws {
    self.path = path
    self.overlays = overlays
    self.context = context
    planner = CaseSolver(base: path, depth: .full, limits: CaseLimits(), context: context)
    let base = try planner.prepare(overlays).scenario
    // Said once, not with every answer.
    for warning in base.warnings { context.tell(warning) }
    for warning in base.run.warnings { context.warn(warning) }
  }

  /// The answer to one line, as one line of JSON. Whatever is wrong with a question is an answer; nothing
  /// ends the session.
  ///
  /// - Parameter line: A question as UTF-8, without the end of the line.
  /// - Returns: Nil for an empty line, which asks nothing.
  package func answer(_ line: [UInt8]) -> String? {
    guard line.count <= Self.lineByteLimit else {
      return Self.refusal(
        .null, ["the line is longer than \(Self.lineByteLimit) bytes; ask in several questions"])
    }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    var id = JSONValue.null
    do {
      let question = try Question(line)
      id = question.id
      let result = try result(question)
      // What an interruption cut short is no answer.
      if context.cancellation.isRaised {
        return Self.refusal(
          id, ["the session was interrupted before this was answered; ask again in another"])
      }
      return Self.line(id, [JSONValue.Member("ok", .bool(true)), JSONValue.Member("result", result)])
    } catch let failure as WorkflowFailure {
      return Self.refusal(id, failure.lines)
    } catch let error as QuestionError {
      return Self.refusal(error.id, error.findings)
    } catch {
      return Self.refusal(id, ["\(error)"])
    }
  }

  private func result(_ question: Question) throws -> JSONValue {
    let changes = overlays + question.changes
    switch question.operation {
    case .describe: return try description(changes)
    case .plan(let depth, let limits): return try plan(changes, depth: depth, limits: limits)
    }
  }

  private func plan(_ changes: [String], depth: StudyDepth, limits: CaseLimits) throws -> JSONValue {
    let solver = CaseSolver(
      base: path, depth: depth, limits: limits, context: context,
      kept: depth == .fixedSiting ? try baseSiting() : nil, sharing: planner)
    return try solver.document(of: solver.prepare(changes))
  }

  /// The siting of the scenario without changes, planned when it is first needed.
  private func baseSiting() throws -> KeptSiting {
    if let siting { return siting }
    let document = try planner.document(of: planner.prepare(overlays))
    guard let record = try? CaseFile(document), record.plan.hasPlan else {
      throw WorkflowFailure(.invalidInput, "\(path) has no plan, so there is no siting to keep")
    }
    siting = record.siting
    return record.siting
  }

  /// What there is to ask about.
  private func description(_ changes: [String]) throws -> JSONValue {
    let prepared = try planner.prepare(changes).scenario
    let problem = prepared.problem
    return [
      "name": .string(prepared.scenario.name),
      "years": .array(problem.years.map { .integer($0) }),
      "skus": .array(problem.blocks.map { .string($0.skuID) }),
      "objectives": .array(problem.objectives.map { .string($0.name) }),
      "demand_gpus": .array(problem.demandGPUs.map { .integer($0) }),
      "sites": .array(
        prepared.table.ids.indices.map { row in
          [
            "id": .string(prepared.table.ids[row]), "name": .string(prepared.table.names[row]),
            "can_be_chosen": .bool(problem.sites.contains { $0.id == prepared.table.ids[row] }),
          ]
        }),
      "scenario": .string(prepared.scenario.effectiveText),
    ]
  }

  private static func refusal(_ id: JSONValue, _ findings: [String]) -> String {
    line(
      id,
      [
        JSONValue.Member("ok", .bool(false)),
        JSONValue.Member("findings", .array(findings.map { .string($0) })),
      ])
  }

  private static func line(_ id: JSONValue, _ members: [JSONValue.Member]) -> String {
    JSONWriter.text(.object([JSONValue.Member("id", id)] + members), layout: .compact)
  }
}
