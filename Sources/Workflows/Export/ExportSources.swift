// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Results

/// What an export is made of: what was asked, and the plan or plans, opened.
struct ExportSources {
  /// What was asked, checked.
  var export: PlanExport
  /// The plan of the layers; nil where only `diff` is asked, for which the plan.json is enough.
  private let plan: RecordedPlan?
  /// Whether a scenario was named for the inputs.
  private let hasScenario: Bool
  /// The plans before and after; nil without a second plan.
  private let diff: (before: ComparedPlan, after: ComparedPlan)?

  /// Checks what is asked and opens the plans.
  ///
  /// - Throws: `WorkflowFailure` with the faults of all of them.
  init(_ request: ExportRequest) throws {
    var failures: [WorkflowFailure] = []
    func attempt<Value>(_ body: () throws -> Value) throws -> Value? {
      do { return try body() } catch let failure as WorkflowFailure {
        failures.append(failure)
      } catch let fault as ExportFault {
        failures.append(WorkflowFailure(fault))
      }
      return nil
    }
    let folder = PlanFolder(request.plan)
    let other = request.against.map { PlanFolder($0) }
    var folders = [folder.path]
    if let other { folders.append(other.path) }
    let export = try attempt {
      try PlanExport(
        format: request.format, output: request.output, layers: request.layers, options: request.options,
        withStyles: request.withStyles, force: request.force, rawCells: request.rawCells,
        isOfTwoPlans: other != nil,
        planFolders: folders)
    }
    // Layers that are not there are reported with what else is wrong with the plan that all layers need.
    let isDiffOnly = other != nil && export?.layers.count == 1
    let plan = isDiffOnly ? nil : try attempt { try RecordedPlan(folder, scenario: request.scenario) }
    var before: ComparedPlan?
    var after: ComparedPlan?
    if let other {
      after = try attempt { try Self.side(folder, request.plan) }
      before = try attempt { try Self.side(other, request.against ?? "") }
    }
    if let failure = WorkflowFailure(all: failures) { throw failure }
    guard let export else { throw WorkflowFailure(.internalFault, "export: nothing was asked") }
    self.export = export
    self.plan = plan
    hasScenario = request.scenario != nil
    if let before, let after { diff = (before, after) } else { diff = nil }
  }

  /// Makes the layers.
  ///
  /// - Throws: `WorkflowFailure` where inputs are gone, naming them, and where they no longer give this plan.
  func layers(_ context: WorkflowContext) throws -> PlanLayers {
    var layers = PlanLayers()
    if let plan { layers = try plan.layers(export.layers, context: context) }
    guard let diff else { return layers }
    if plan == nil, hasScenario {
      context.warn("--scenario: the layer diff needs no inputs; it is not read")
    }
    for (side, name) in [(diff.before, "before"), (diff.after, "after")] where !side.record.plan.hasPlan {
      context.warn("the plan \(name) has no chosen sites: it says that there is no plan")
    }
    layers.addDiff(from: diff.before, to: diff.after)
    return layers
  }

  /// One of the two plans of the layer `diff`.
  private static func side(_ folder: PlanFolder, _ path: String) throws -> ComparedPlan {
    let document = try folder.json("plan.json")
    do {
      return ComparedPlan(record: CaseFile(try PlanFile(document)), path: path)
    } catch {
      throw WorkflowFailure(error, in: folder.path)
    }
  }
}
