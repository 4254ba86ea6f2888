// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a scenario file and the files it extends, checks each by itself and merges them, the extended ones
/// first.
struct ScenarioChain {
  var loader: FileLoader
  var log: FindingLog
  var purpose: ScenarioReader.Purpose

  /// The merged tree of a file and its bases with the changes of each made in turn; nil when any of them
  /// cannot be read. Every file that can be read is checked even then.
  func merged(_ path: String, asker: ConfigOrigin, after ancestors: [String] = []) -> ChangedTree? {
    guard let node = loader.node(at: path, asker: asker, keyPath: ancestors.isEmpty ? [] : ["extends"]) else {
      return nil
    }
    guard SchemaVersion.check(node, as: .scenario, file: path, log: log) else { return nil }
    let origin = ConfigOrigin(file: path, position: nil)
    let table = ConfigTable(node, in: origin, log: log, reportsMissing: false)
    let changes = ScenarioBlocks(table, purpose: purpose).changes
    let own = node.removing("changes")
    guard let extended = table.entry("extends") else {
      var alone = ChangedTree(tree: own)
      alone.apply(changes, log: log)
      return alone
    }
    guard let written = table.text("extends", extended) else { return nil }
    let base = FilePath.resolve(written, in: extended.origin.folder)
    if let start = (ancestors + [path]).firstIndex(of: base) {
      let cycle = ((ancestors + [path])[start...] + [base]).joined(separator: " -> ")
      table.finding(
        "extends", extended, "goes in a cycle: \(cycle)", hint: "one of these files must stand alone")
      return nil
    }
    guard let below = merged(base, asker: extended.origin, after: ancestors + [path]) else { return nil }
    var whole = below.overlaid(by: own.removing("extends"))
    whole.apply(changes, log: log)
    return whole
  }
}
