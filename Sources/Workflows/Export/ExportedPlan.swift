// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Geodata
import Reports
import Scenarios
import Siting

/// A plan of a result directory, made again from what its manifest records.
struct ExportedPlan {
  private let folder: PlanFolder
  private let document: JSONValue
  private let decisions: PlanDecisions
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
      decisions = try PlanDecisions(document)
    } catch {
      throw WorkflowFailure(.invalidInput, error.findings.map { "\(folder.path): \($0.path): \($0.message)" })
    }
    recorded =
      scenario == nil ? try RecordedScenario(manifest: folder.json("manifest.json"), path: folder.path) : nil
  }

  /// Makes the layers.
  ///
  /// - Throws: `WorkflowFailure` where inputs are gone, naming them, and where they no longer give this plan.
  func layers(_ layers: [ExportLayer], context: WorkflowContext) throws -> PlanLayers {
    let prepared = try prepare(context)
    let plan = try plan(prepared)
    if plan.placement.sites.isEmpty {
      context.talk("warning: the plan has no chosen sites (\(plan.status.rawValue)); their layers are empty")
    }
    let map: MapLayers
    do {
      map = try MapLayers(of: prepared.scenario)
    } catch let failure as GeodataFailure {
      throw WorkflowFailure(failure)
    }
    for warning in map.warnings { context.talk("warning: \(warning)") }
    return PlanLayers(
      layers, of: plan, substations: map.substations,
      regions: layers.contains(.regions) ? try outlines(prepared, context) : [])
  }

  private func prepare(_ context: WorkflowContext) throws -> PreparedScenario {
    guard let recorded else {
      return try PreparedScenario(ScenarioSource(path: scenario ?? ""), context: context)
    }
    do {
      return try recorded.prepare(context: context)
    } catch let failure as WorkflowFailure where failure.kind == .cannotOpen {
      let gone = failure.findings.filter { !$0.hasPrefix("the inputs of the plan are not here") }
      throw WorkflowFailure(
        .cannotOpen,
        [
          "\(folder.path): its map layers are made from the inputs of the plan, and some are not here: run 'arpent export' where "
            + "the plan was made, or add --scenario FILE"
        ] + gone)
    }
  }

  /// The plan, which must be the one of the file.
  private func plan(_ prepared: PreparedScenario) throws -> Plan {
    var differences: [String]
    do {
      let placement = try decisions.placement(in: prepared.problem)
      let plan = try prepared.planBuilder.plan(placement, outcome: decisions.outcome)
      differences = PlanDifference.all(
        expected: PlanDocument.json(plan, problem: prepared.problem, table: prepared.table),
        found: document, ignoring: ["explanation"]
      ).map(\.description)
      if differences.isEmpty { return plan }
    } catch let error as PlanReadingError {
      differences = error.findings.map { "\($0.path): \($0.message)" }
    } catch let error as SizingError {
      differences = ["sites: \(error)"]
    }
    let more = differences.count - 5
    throw WorkflowFailure(
      .invalidInput,
      [
        "\(folder.path): plan.json is not what its inputs give, so its layers cannot be made; 'arpent verify' says all that differs"
      ] + (recorded?.changedInputs() ?? []) + differences.prefix(5) + (more > 0 ? ["and \(more) more"] : []))
  }

  /// Outlines of the regions, where the scenario declares a layer of them.
  private func outlines(_ prepared: PreparedScenario, _ context: WorkflowContext) throws -> [RegionOutline] {
    guard let layer = prepared.scenario.layers.first(where: { $0.name == "regions" }) else {
      context.talk("warning: the scenario declares no layer 'regions'; regions are points amid their sites")
      return []
    }
    do {
      let outlines = try RegionOutline.all(of: layer)
      if outlines.isEmpty {
        context.talk("warning: layer 'regions' names no outlines; regions are points amid their sites")
      }
      return outlines
    } catch {
      throw WorkflowFailure(.invalidInput, ["layer 'regions' (\(layer.source)): \(error)"])
    }
  }
}
