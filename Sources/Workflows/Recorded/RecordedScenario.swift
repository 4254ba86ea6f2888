// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Quantities
import Results
import Scenarios
import Sites

/// The scenario that a manifest records, overlays included.
struct RecordedScenario {
  private let text: String
  private let inputs: [ReportContext.Input]
  private let changes: [String]?
  private let manifestPath: String

  init(manifest: ManifestFile, path: String) throws {
    manifestPath = path + "/manifest.json"
    text = manifest.effectiveScenario
    changes = manifest.options?.changes
    inputs = manifest.inputs
    if text.isEmpty {
      throw WorkflowFailure(.invalidInput, "records no scenario; add --scenario FILE", in: manifestPath)
    }
  }

  /// Builds the problem from the scenario's own files and all that was set beside them.
  ///
  /// - Returns: Nil where one of the files is gone or has changed, or where a password was left out of what
  ///   was set.
  func prepareFromFiles(context: WorkflowContext) throws -> PreparedScenario? {
    guard let original = inputs.first(where: { $0.role == "scenario" })?.path, let changes,
      !changes.contains(where: { $0.contains(Credentials.mask) }),
      inputs.allSatisfy({ !["scenario", "input"].contains($0.role) || digest(of: $0) == $0.sha256 })
    else { return nil }
    return try PreparedScenario(ScenarioSource(path: original, overlays: changes), context: context)
  }

  /// Names of scenario files that are not here any more: the text in the manifest stands for them.
  func goneFiles() -> [String] {
    inputs.filter { isScenarioText($0) && digest(of: $0).isEmpty }.map(\.path)
  }

  /// Digest of the bytes of an input now; empty where it is not there, and for standard input.
  private func digest(of input: ReportContext.Input) -> String {
    input.path == "-" || input.path.hasPrefix("/dev/") ? "" : SourceFile.digest(of: input.path)
  }

  private func isScenarioText(_ input: ReportContext.Input) -> Bool {
    input.role == "scenario"
      || input.role == "input" && input.path.hasSuffix(".toml") && !input.path.contains("/hardware/")
  }

  /// Builds the problem from the recorded scenario; layers and hardware are read from where they were.
  ///
  /// - Parameter cure: What to do where inputs are gone.
  func prepare(
    context: WorkflowContext,
    cure: Finding = Finding(
      "the inputs of the plan are not here: run 'arpent verify' where the plan was made, or add --scenario FILE"
    )
  ) throws -> PreparedScenario {
    guard let original = inputs.first(where: { $0.role == "scenario" })?.path else {
      throw WorkflowFailure(.invalidInput, "names no scenario file; add --scenario FILE", in: manifestPath)
    }
    // The text stands for the scenario file, so paths in it are those of that file's folder.
    let text = text
    let reader = ScenarioReader(
      files: FileReader { (path: String) throws(FileReader.Failure) -> [UInt8] in
        path == original ? Array(text.utf8) : try FileReader.disk.read(path)
      })
    do {
      return try PreparedScenario(ScenarioSource(path: original), context: context, reader: reader)
    } catch let failure as WorkflowFailure where failure.kind == .cannotOpen {
      throw WorkflowFailure(.cannotOpen, [cure] + failure.findings)
    }
  }

  /// Inputs whose bytes are not those that the plan was made from. A scenario that is gone stands in the
  /// manifest, and a solution that is gone in the plan.
  ///
  /// - Parameter layers: Whether layers are looked at too.
  func changedInputs(layers: Bool = true) -> [String] {
    inputs.compactMap { input in
      // What came through standard input is in the manifest alone.
      if input.path == FileReader.standardInputPath { return nil }
      let now: String
      if input.role == "layer" {
        guard layers, !input.sha256.isEmpty else { return nil }
        now = SourceFile.datasetDigest(of: input.path)
      } else {
        now = digest(of: input)
        if now.isEmpty, isScenarioText(input) || input.role == "solution" { return nil }
      }
      return now == input.sha256
        ? nil : "input \(input.path) is not the file the plan was made from (SHA-256 differs)"
    }
  }
}
