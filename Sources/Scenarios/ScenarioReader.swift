// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads scenario files strictly: whatever is unknown, out of range, in a wrong unit or missing is reported, everything at
/// once.
///
/// A scenario is a TOML file with `schema = 1`. It may extend another one; overlays of the form `path=value` come last. Tables
/// are joined key by key, lists and numbers with their basis are replaced whole.
public struct ScenarioReader: Sendable {
  /// What the scenario is wanted for; it decides which keys must be there.
  public enum Purpose: Sendable {
    /// A plan, which needs a demand.
    case plan
    /// The sites alone, for which a base without demand will do.
    case sites
  }

  /// What came of a reading.
  public struct Reading: Sendable, Equatable {
    /// The scenario; nil when any finding is an error.
    public var scenario: Scenario?
    /// What could be made out in spite of errors, so that its layers and names can be checked in the same round; not to be planned
    /// on. Nil where too much is missing.
    public var draft: Scenario?
    /// Every finding, by file in the order of reading and by line; overlays come last.
    public var findings: [Finding]
    /// Every file that could be read, in the order of reading.
    public var files: [String]
  }

  /// The version of the format that is understood.
  public static let schemaVersion = 1

  /// Opens the files.
  public var files: FileReader

  /// A reader of scenario files.
  public init(files: FileReader = .disk) { self.files = files }

  /// Reads a scenario and reports everything that is wrong with it and with the files it names.
  ///
  /// - Parameters:
  ///   - path: The scenario file, as seen from the working directory.
  ///   - overlays: Replacements of the form `path=value`, applied in order. Relative paths in them are those of the working
  ///     directory.
  ///   - purpose: What the scenario is wanted for.
  public func read(_ path: String, overlays: [String] = [], purpose: Purpose = .plan) -> Reading {
    let log = FindingLog()
    let loader = FileLoader(reader: files, log: log)
    let chain = ScenarioChain(loader: loader, log: log, purpose: purpose)
    var assembly = ScenarioAssembler.Assembly()
    let parsed = overlays.compactMap { Overlay($0, log: log) }
    let base = chain.merged(FilePath.normalised(path), asker: ConfigOrigin(file: path, position: nil))
    if let base {
      let tree = Self.apply(parsed, to: base, log: log)
      assembly = ScenarioAssembler(
        tree: tree, root: FilePath.normalised(path), loader: loader, log: log, purpose: purpose
      ).assembly()
    }
    return Reading(
      scenario: assembly.scenario, draft: assembly.draft, findings: log.sorted, files: loader.files)
  }

  /// Reads a scenario, or throws everything that is wrong with it. Warnings alone do not throw; use `read` to see them.
  public func scenario(
    _ path: String, overlays: [String] = [], purpose: Purpose = .plan
  ) throws(ScenarioFailure) -> Scenario {
    let reading = read(path, overlays: overlays, purpose: purpose)
    guard let scenario = reading.scenario else { throw ScenarioFailure(findings: reading.findings) }
    return scenario
  }

  private static func apply(_ overlays: [Overlay], to base: ConfigNode, log: FindingLog) -> ConfigNode {
    var tree = base
    for overlay in overlays {
      var blocker: [String] = []
      if let changed = tree.replacing(overlay.path, with: overlay.value, blocker: &blocker) {
        tree = changed
      } else {
        let kind = tree.node(at: blocker)?.kind ?? "no table"
        log.add(
          at: overlay.value.origin, path: overlay.path,
          "cannot be set: '\(ConfigPath.text(blocker))' is \(kind)",
          hint: "set '\(ConfigPath.text(blocker))' itself")
      }
    }
    return tree
  }
}
