// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Exports
import Geodata
import Planning
import PlanningModel
import Quantities
import Results
import Scenarios
import Sites

/// A plan of a result directory, made again from what its manifest records.
struct RecordedPlan {
  /// A plan with all that it was made from.
  struct Made {
    var plan: Plan
    var prepared: PreparedScenario
    var map: MapLayers
  }

  private let folder: PlanFolder
  private let document: JSONValue
  private let file: PlanFile
  private let scenario: String?
  private let recorded: RecordedScenario?

  /// Reads plan.json and manifest.json.
  ///
  /// - Throws: `WorkflowFailure`.
  init(_ folder: PlanFolder, scenario: String?) throws {
    self.folder = folder
    self.scenario = scenario
    document = try folder.json("plan.json")
    do {
      file = try PlanFile(document)
    } catch {
      throw WorkflowFailure(error, in: folder.path)
    }
    recorded =
      scenario == nil ? try RecordedScenario(manifest: folder.manifest(), path: folder.path) : nil
  }

  /// Makes the layers.
  ///
  /// - Throws: `WorkflowFailure` where inputs are gone, naming them, and where they no longer give this plan.
  func layers(_ layers: [ExportLayer], context: WorkflowContext) throws -> PlanLayers {
    let made = try made(context)
    if made.plan.placement.sites.isEmpty {
      context.warn(
        "the plan has no chosen sites (\(made.plan.status.rawValue)); their layers are empty")
    }
    for warning in made.map.warnings { context.warn(warning) }
    return PlanLayers(
      layers, of: made.plan, substations: made.map.substations,
      regions: layers.contains(.regions) ? try outlines(made.prepared, context) : [])
  }

  /// Makes the plan from its inputs and decisions.
  ///
  /// - Throws: `WorkflowFailure` where inputs are gone, naming them, and where they no longer give this plan.
  func made(_ context: WorkflowContext) throws -> Made {
    let prepared = try prepare(context)
    let plan = try plan(prepared)
    for change in recorded?.changedInputs() ?? [] { context.warn("\(change); the plan is the same") }
    do {
      return Made(plan: plan, prepared: prepared, map: try MapLayers(of: prepared.scenario))
    } catch let failure as InputFailure {
      throw WorkflowFailure(failure)
    }
  }

  private func prepare(_ context: WorkflowContext) throws -> PreparedScenario {
    guard let recorded else {
      return try PreparedScenario(ScenarioSource(path: scenario ?? ""), context: context)
    }
    return try recorded.prepare(
      context: context,
      cure: Finding(
        "layers, pages and pictures are made from the inputs of the plan, and some are not here: go where the plan "
          + "was made, or add --scenario FILE", in: folder.path))
  }

  /// The plan, which must be the one of the file.
  private func plan(_ prepared: PreparedScenario) throws -> Plan {
    var differences: [Finding]
    do {
      let placement = try file.placement(in: prepared.problem)
      let plan = try prepared.planBuilder.plan(
        placement, outcome: file.outcome, explanation: file.explanation)
      let expected = PlanFile(plan, problem: prepared.problem, table: prepared.table).json
      differences = PlanDifference.all(expected: expected, found: document, ignoring: ["explanation"])
        .map { Finding("\($0)") }
      if differences.isEmpty { return plan }
    } catch let error as PlanReadingError {
      differences = error.findings.map { Finding($0.message, key: $0.path) }
    } catch let failure as InputFailure {
      differences = failure.findings
    }
    let more = differences.count - 5
    throw WorkflowFailure(
      .invalidInput,
      [
        Finding(
          "plan.json is not what its inputs give, so nothing can be made of it; 'arpent verify' says all that differs",
          in: folder.path)
      ] + (recorded?.changedInputs() ?? []).map { Finding($0) } + differences.prefix(5)
        + (more > 0 ? [Finding("and \(more) more")] : []))
  }

  /// Outlines of the regions, where the scenario declares a layer of them.
  private func outlines(_ prepared: PreparedScenario, _ context: WorkflowContext) throws -> [RegionOutline] {
    guard let layer = prepared.scenario.layers.first(where: { $0.name == "regions" }) else {
      context.warn("the scenario declares no layer 'regions'; regions are points amid their sites")
      return []
    }
    do {
      let outlines = try RegionOutline.all(of: layer)
      if outlines.isEmpty {
        context.warn("layer 'regions' names no outlines; regions are points amid their sites")
      }
      return outlines
    } catch {
      throw WorkflowFailure(.invalidInput, [Finding("\(error)", in: layer.source, layer: "regions")])
    }
  }
}
