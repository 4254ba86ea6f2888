// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Geodata
import Quantities
import Results
import Scenarios
import Sites
import Views
import Wording

/// The inputs of a result, read again: from the files of the scenario where they are here and unchanged, else
/// from the text of it in the manifest; or another scenario, where one is named.
struct VerifiedInputs {
  /// Where the scenario was taken from.
  enum Origin {
    /// Its files, and what was set beside them: all of the manifest can be made again.
    case files
    /// Its text in the manifest.
    case manifest
    /// A file that the planner names.
    case named(String)
  }

  let prepared: PreparedScenario
  let origin: Origin
  /// What is wrong with the inputs.
  private(set) var findings: [String] = []
  /// What could not be compared.
  private(set) var remarks: [String] = []
  private let facts: ManifestFile?

  /// Reads the inputs.
  ///
  /// - Parameters:
  ///   - scenario: Scenario to verify against; nil for the recorded one.
  ///   - facts: The manifest; nil where there is none.
  /// - Throws: `WorkflowFailure` for inputs that cannot be read.
  init(
    scenario: String?, facts: ManifestFile?, folder: PlanFolder,
    context: WorkflowContext
  ) throws {
    self.facts = facts
    if let scenario {
      prepared = try PreparedScenario(ScenarioSource(path: scenario), context: context)
      origin = .named(scenario)
      if facts != nil {
        remarks.append(
          "verified against \(scenario): what manifest.json says of the scenario and of the files that were read was not compared"
        )
      }
      return
    }
    let recorded = try RecordedScenario(
      manifest: facts ?? folder.manifest(), path: folder.path)
    findings = recorded.changedInputs(layers: false)
    if let prepared = try recorded.prepareFromFiles(context: context) {
      self.prepared = prepared
      origin = .files
      return
    }
    prepared = try recorded.prepare(context: context)
    origin = .manifest
    let gone = recorded.goneFiles()
    if !gone.isEmpty {
      remarks.append(
        "\(gone.joined(separator: ", ")): not here; the text in manifest.json was taken for the scenario, and what was changed in it and "
          + "warned of was not compared")
    }
  }

  /// What a report says beside the plan, as the inputs give it, with what is taken over from the manifest.
  ///
  /// - Parameters:
  ///   - map: Outlines and substations.
  ///   - components: Libraries of this program.
  ///   - page: Text of the page in the directory; nil without one.
  /// - Returns: The context; and the one with the libraries of this program, where they are others.
  mutating func contexts(
    map: MapLayers, components: [WorkflowContext.Component], page: String?
  ) -> (recorded: ReportContext, here: ReportContext?) {
    var context = ReportInputs(
      prepared: prepared, map: map, options: facts?.options ?? ReportContext.Options(),
      components: components, solution: facts?.solution?.path
    ).context()
    guard let facts else { return (context, nil) }
    let age = facts.day.map { day in prepared.layerReports.compactMap { $0.ageWarning(today: day)?.sentence }
    }
    context.run = ReportContext.Run(
      day: facts.day, statesDurations: facts.statesDurations, warnings: age ?? [])
    takeOverInputs(&context, facts)
    let here = context
    takeOverLibraries(&context, facts, page: page)
    return (
      context, context.libraries == here.libraries && context.toolVersion == here.toolVersion ? nil : here
    )
  }

  /// Layers with the time that the manifest says each took.
  var layers: [LayerReport] {
    var layers = prepared.layerReports
    for (index, seconds) in (facts?.elapsedSeconds ?? []).enumerated() where index < layers.count {
      if let seconds { layers[index].elapsedSeconds = seconds }
    }
    return layers
  }

  private mutating func takeOverLibraries(
    _ context: inout ReportContext, _ facts: ManifestFile, page: String?
  ) {
    if context.toolVersion != facts.toolVersion {
      remarks.append("made with Arpent \(facts.toolVersion); this is \(context.toolVersion)")
    }
    for library in facts.libraries where !context.libraries.contains(library) {
      let own = context.libraries.first { $0.name == library.name }?.version
      remarks.append("made with \(library.name) \(library.version); here it is \(own ?? "not installed")")
    }
    let carried = facts.libraries.first { $0.name == "leaflet" }
    if carried?.version != context.leaflet?.version {
      context.leaflet = carried.flatMap { library in
        page.flatMap { LeafletLibrary(carriedBy: $0, version: library.version) }
      }
      if context.leaflet != nil {
        remarks.append("report.html: the code of its map library was not compared")
      }
    }
    context.toolVersion = facts.toolVersion
    context.libraries = facts.libraries
  }

  private mutating func takeOverInputs(_ context: inout ReportContext, _ facts: ManifestFile) {
    switch origin {
    case .files:
      // A solution that is gone stands in the plan.
      for index in context.inputs.indices where context.inputs[index].role == "solution" {
        guard context.inputs[index].sha256.isEmpty else { continue }
        context.inputs[index].sha256 = facts.solution?.sha256 ?? ""
        remarks.append("\(context.inputs[index].path): not here; its decisions are in the plan")
      }
      return
    case .manifest: compareInputs(context.withoutCredentials().inputs, facts)
    case .named: context.effectiveScenario = facts.effectiveScenario
    }
    context.inputs = facts.inputs
    context.changes = facts.changes
    context.warnings = facts.warnings
  }

  /// Without the scenario's own files the others must still be those that are named.
  private mutating func compareInputs(_ expected: [ReportContext.Input], _ facts: ManifestFile) {
    for input in expected where input.role != "scenario" {
      guard let recorded = facts.inputs.first(where: { $0.role == input.role && $0.path == input.path })
      else {
        findings.append("manifest.json: inputs: names no \(input.role) \(input.path), which is read")
        continue
      }
      if input.role == "layer", recorded.sha256 != input.sha256 {
        findings.append("input \(input.path) is not the file the plan was made from (SHA-256 differs)")
      }
    }
    for input in facts.inputs {
      let isRead = expected.contains { $0.role == input.role && $0.path == input.path }
      if !isRead, !(input.role == "input" && input.path.hasSuffix(".toml")) {
        findings.append("manifest.json: inputs: no \(input.role) \(input.path) is read")
      }
      if input.sha256.isEmpty, input.role != "layer" {
        findings.append("manifest.json: inputs: does not say of which bytes \(input.path) was (no SHA-256)")
      }
    }
  }
}
