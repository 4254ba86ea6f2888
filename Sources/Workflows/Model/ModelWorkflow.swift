// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Optimization
import PlanningModel
import Results
import Scenarios

/// What `arpent model` is asked.
package struct ModelRequest: Sendable, Equatable {
  /// The scenario.
  package var source: ScenarioSource
  /// File to write; its ending chooses the format.
  package var output: String
  /// Whether an existing file may be overwritten.
  package var force: Bool

  /// What `arpent model` is asked.
  package init(source: ScenarioSource, output: String, force: Bool) {
    self.source = source
    self.output = output
    self.force = force
  }
}

/// Writes the model of a scenario for another solver, or its data for `models/siting.mod`.
package enum ModelWorkflow {
  /// Writes the file.
  ///
  /// - Returns: What was written, for a program.
  /// - Throws: `WorkflowFailure`.
  package static func run(_ request: ModelRequest, context: WorkflowContext) throws -> String {
    let ending = request.output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let format = ModelFileFormat(rawValue: ending)
    guard format != nil || ending == "dat" else {
      throw WorkflowFailure(
        .invalidInput, "unknown ending; use .mps, .lp or .dat", in: request.output)
    }
    let file = SingleFile(request.output, force: request.force)
    let prepared: PreparedScenario
    let formulation: Formulation
    do {
      // An output that cannot be written must show before the work, not after it.
      try file.check()
      prepared = try PreparedScenario(request.source, context: context)
      formulation = try Formulation(prepared.problem)
      if let format {
        let names = formulation.names(for: prepared.problem, title: prepared.scenario.name)
        try WorkflowFailure.writing {
          try file.write { path in
            try context.modelWriter.write(formulation.model, names: names, format: format, to: path)
          }
        }
      } else {
        try file.write(MathProgData.text(of: prepared.problem))
      }
    } catch let error as ResultDirectoryError {
      throw WorkflowFailure(.cannotWrite, "\(error)")
    }
    let problem = prepared.problem
    context.diagnose(
      "\(request.output): \(problem.sites.count) sites, \(problem.yearCount) years, \(problem.blocks.count) products"
    )
    let model = formulation.model
    return JSONWriter.text([
      "file": .string(request.output), "sites": .integer(problem.sites.count),
      "years": .array(problem.years.map { .integer($0) }),
      "skus": .array(problem.blocks.map { .string($0.skuID) }), "rows": .integer(model.rowCount),
      "columns": .integer(model.columnCount), "entries": .integer(model.entryCount),
    ])
  }
}
