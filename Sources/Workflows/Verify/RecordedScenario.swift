// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Reports
import Scenarios

/// The scenario that a manifest records, overlays included.
struct RecordedScenario {
  private struct Input {
    var role: String
    var path: String
    var sha256: String
  }

  private let text: String
  private let inputs: [Input]
  private let manifestPath: String

  init(manifest: JSONValue, path: String) throws {
    manifestPath = path + "/manifest.json"
    guard let text = manifest["scenario"]?["effective"]?.string, !text.isEmpty else {
      throw WorkflowFailure(.invalidInput, ["\(manifestPath): records no scenario; add --scenario FILE"])
    }
    self.text = text
    inputs = (manifest["inputs"]?.array ?? []).map {
      Input(
        role: $0["role"]?.string ?? "", path: $0["path"]?.string ?? "",
        sha256: $0["sha256"]?.string ?? "")
    }
  }

  /// Builds the problem from the recorded scenario; layers and hardware are read from where they were.
  func prepare(context: WorkflowContext) throws -> PreparedScenario {
    guard let original = inputs.first(where: { $0.role == "scenario" })?.path else {
      throw WorkflowFailure(.invalidInput, ["\(manifestPath): names no scenario file; add --scenario FILE"])
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
      throw WorkflowFailure(
        .cannotOpen,
        [
          "the inputs of the plan are not here: run 'arpent verify' where the plan was made, or add --scenario FILE"
        ]
          + failure.findings)
    }
  }

  /// Inputs whose bytes are no longer those the plan was made from. The scenario files themselves need not be there: their merged
  /// text is in the manifest.
  func changedInputs() -> [String] {
    inputs.compactMap { input in
      // Of a solution that was taken over all decisions are in the plan.
      guard input.role != "solution", !input.sha256.isEmpty, input.path != FileReader.standardInputPath,
        !input.path.hasSuffix(".toml") || input.path.contains("/hardware/")
      else { return nil }
      let now = SourceFile.digest(of: input.path)
      return now == input.sha256
        ? nil : "input \(input.path) is not the file the plan was made from (SHA-256 differs)"
    }
  }
}
