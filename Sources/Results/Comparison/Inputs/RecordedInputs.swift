// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What a result was made from, as its manifest records it.
package struct RecordedInputs: Sendable, Equatable {
  /// A file that was read.
  package struct File: Sendable, Equatable {
    /// What it was read as: `layer`, `input` ...
    package var role: String
    /// Path as the result names it.
    package var path: String
    /// SHA-256 of its bytes; empty for what is no file.
    package var sha256: String
  }

  /// A program or library that took part.
  package struct Version: Sendable, Equatable {
    /// Name, for example `arpent` or `gdal`.
    package var name: String
    /// Its version.
    package var version: String
  }

  /// Path of the scenario file; empty where it is not recorded.
  package var scenarioPath: String
  /// Text of the scenario with all changes in place; empty where it is not recorded.
  package var effectiveText: String
  /// Values of the scenario, in order of their paths; nil where its text is missing or cannot be read.
  package var values: [RecordedValue]?
  /// Why there are no values; nil where there are.
  package var fault: String?
  /// Files that were read beside the scenario file itself, whose values are above.
  package var files: [File]
  /// Arpent and the libraries, in the order of the manifest.
  package var versions: [Version]

  /// What a manifest says.
  package init(_ manifest: ManifestFile) {
    versions =
      [Version(name: "arpent", version: manifest.toolVersion)]
      + manifest.libraries.map { Version(name: $0.name, version: $0.version) }
    scenarioPath = manifest.inputs.first { $0.role == "scenario" }?.path ?? ""
    files = manifest.inputs.filter { $0.role != "scenario" }.map {
      File(role: $0.role, path: $0.path, sha256: $0.sha256)
    }
    effectiveText = manifest.effectiveScenario
    guard !effectiveText.isEmpty else {
      fault = "the manifest records no scenario"
      return
    }
    readValues()
  }

  /// What a case of a study was made from.
  ///
  /// - Parameters:
  ///   - scenarioPath: The base scenario file.
  ///   - effectiveText: Text of the scenario with the changes of the case in place; empty where there is
  ///     none.
  ///   - toolVersion: Version of Arpent that answered it.
  ///   - fault: Why there is no text; nil where there is one.
  package init(scenarioPath: String, effectiveText: String, toolVersion: String, fault: String?) {
    self.scenarioPath = scenarioPath
    self.effectiveText = effectiveText
    self.fault = fault
    versions = [Version(name: "arpent", version: toolVersion)]
    files = []
    if fault == nil { readValues() }
  }

  private mutating func readValues() {
    do throws(TOMLFailure) {
      values = try RecordedScenarioValues(effectiveText).values
    } catch {
      let line = error.faults.first?.place.line ?? 1
      fault = "line \(line) of the recorded scenario is not as Arpent writes it"
    }
  }
}
