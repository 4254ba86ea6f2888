// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Reads the file of tiers that a scenario names; models/sovereignty/README.md describes it.
struct SovereigntyTiersFile {
  var loader: FileLoader
  var log: FindingLog

  /// The tiers; nil where no file is named or it cannot be used, whose faults are in the log.
  func tiers(_ path: LocatedText?) -> SovereigntyTiers? {
    guard let path else { return nil }
    let file = FilePath.resolve(path.text, in: path.node.origin.folder)
    guard
      let node = loader.node(at: file, asker: path.node.origin, keyPath: ["sovereignty", "tiers"]),
      SchemaVersion.check(node, as: .tiers, file: file, log: log)
    else { return nil }
    let before = log.reports
    let root = ConfigTable(
      node, in: ConfigOrigin(file: file, position: nil), log: log, reportsMissing: true)
    let tiers = Self.tiers(root, file: file)
    return log.reports == before ? tiers : nil
  }

  /// What a file of tiers may hold.
  static var shape: TableShape { TableShape { _ = tiers($0, file: "") } }

  private static func tiers(_ root: ConfigTable, file: String) -> SovereigntyTiers? {
    root.schemaVersion()
    _ = root.text("name")
    let unknown = root.text("unknown", .required, example: "\"unverified\"")
    let limits = root.table("secnumcloud")
    let each = limits.figure("non_eu_share_each_max", unit: "", .share, .optional)
    let total = limits.figure("non_eu_share_total_max", unit: "", .share, .optional)
    let entries = root.tables("tier")
    ConfigTable.reportRepeatedNames(entries, what: "tier")
    if root.node("tier") == nil { root.noteMissing("tier", hint: "write each tier under its own [[tier]]") }
    let tiers = entries.compactMap { tier($0, unknown: unknown) }
    let names = entries.compactMap { $0.entry("name")?.text }
    if let unknown, !names.contains(unknown), let node = root.node("unknown") {
      root.finding("unknown", node, "names no tier", hint: ConfigTable.choiceHint(unknown, names))
    }
    root.reportUnknownAndMissing()
    guard let unknown, !tiers.isEmpty else { return nil }
    return SovereigntyTiers(
      file: FilePath.fileName(of: file), tiers: tiers, unknownTier: unknown, nonEUShareEachMax: each,
      nonEUShareTotalMax: total)
  }

  private static func tier(_ table: ConfigTable, unknown: String?) -> SovereigntyTiers.Tier? {
    let name = table.text("name", .required, example: "\"eu-control\"")
    let meaning = table.text(
      "meaning", .required, example: "\"every named owner and operator is under EU law\"")
    let isFallback = name != nil && name == unknown
    let condition = table.condition("where", isFallback ? .optional : .required)
    let source = table.text("source") ?? ""
    guard let name, let meaning else { return nil }
    return SovereigntyTiers.Tier(name: name, meaning: meaning, condition: condition, source: source)
  }
}

extension FilePath {
  /// Last part of a path.
  static func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
