// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Reads scenario files strictly: whatever is unknown, out of range, in a wrong unit or missing is reported,
/// everything at once.
///
/// A scenario is a TOML file with `schema = 1`. It may extend another one: tables are joined key by key,
/// lists and numbers with their basis are replaced whole, and then the file's `[[changes]]` are made.
/// Overlays of the form `path=value`, `path*=number`, `path+=value`, `path-=value` or `path=null` are further
/// changes and come last.
package struct ScenarioReader: Sendable {
  /// What the scenario is wanted for.
  package typealias Purpose = ScenarioPurpose

  /// What came of a reading.
  package struct Reading: Sendable, Equatable {
    /// The scenario; nil when any finding is an error.
    package var scenario: Scenario?
    /// What could be made out in spite of errors, so that its layers and names can be checked in the same
    /// round; not to be planned on. Nil where too much is missing.
    package var draft: Scenario?
    /// Every finding, by file in the order of reading and by line; overlays come last.
    package var findings: [Finding]
    /// Every file that could be read, in the order of reading.
    package var files: [String]
    /// What the changes of the files and of the overlays matched, in order. Changes of sites are not among
    /// them: their sites are known only when the layers are read.
    package var changes: [ChangeReport]
  }

  /// The version of the format that is understood.
  package static var schemaVersion: Int { SchemaVersion.current }

  /// Opens the files.
  package var files: FileReader

  /// Files that earlier readings parsed; nil to parse every file anew.
  package var parsed: ParsedFiles?

  /// A reader of scenario files.
  package init(files: FileReader = .disk, parsed: ParsedFiles? = nil) {
    self.files = files
    self.parsed = parsed
  }

  /// Reads a scenario and reports everything that is wrong with it and with the files it names.
  ///
  /// - Parameters:
  ///   - path: The scenario file, as seen from the working directory.
  ///   - overlays: Changes of the form `path=value`, `path*=number`, `path+=value`, `path-=value` or
  ///     `path=null`, made in order; models/README.md describes them. Relative paths in them are those of the
  ///     working directory.
  ///   - purpose: What the scenario is wanted for.
  package func read(_ path: String, overlays: [String] = [], purpose: Purpose = .plan) -> Reading {
    let log = FindingLog()
    log.currentName = { ScenarioBlocks.shape.currentName(on: $0) }
    let loader = FileLoader(reader: files, log: log, parsed: parsed)
    let chain = ScenarioChain(loader: loader, log: log, purpose: purpose)
    var assembly = ScenarioAssembler.Assembly()
    let parsed = overlays.compactMap { Change(argument: $0, log: log) }
    var changed = chain.merged(FilePath.normalised(path), asker: ConfigOrigin(file: path, position: nil))
    changed?.apply(parsed, log: log)
    if let changed {
      assembly = ScenarioAssembler(
        tree: changed.tree, changes: changed.late, root: FilePath.normalised(path), loader: loader, log: log,
        purpose: purpose
      ).assembly()
    }
    return Reading(
      scenario: assembly.scenario, draft: assembly.draft, findings: log.sorted, files: loader.files,
      changes: (changed?.reports ?? []) + assembly.changes)
  }

  /// Reads a scenario, or throws everything that is wrong with it. Warnings alone do not throw; use `read` to
  /// see them.
  package func scenario(
    _ path: String, overlays: [String] = [], purpose: Purpose = .plan
  ) throws(InputFailure) -> Scenario {
    let reading = read(path, overlays: overlays, purpose: purpose)
    guard let scenario = reading.scenario else { throw InputFailure(findings: reading.findings) }
    return scenario
  }
}
