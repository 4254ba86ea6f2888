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
      let circle = ((ancestors + [path])[start...] + [base]).joined(separator: " -> ")
      table.finding(
        "extends", extended, "goes in a circle: \(circle)", hint: "one of these files must stand alone")
      return nil
    }
    guard let below = merged(base, asker: extended.origin, after: ancestors + [path]) else { return nil }
    var whole = below.overlaid(by: own.removing("extends"))
    whole.apply(changes, log: log)
    return whole
  }
}

/// The `schema` key, which opens every file of a scenario.
enum SchemaVersion {
  /// Whether a file is of the kind that is wanted and of the version that is understood; if not, it is a
  /// finding, and nothing else of the file is worth reading.
  static func check(_ node: ConfigNode, as kind: FileKind, file: String, log: FindingLog) -> Bool {
    if let found = FileKind.other(than: kind, node) {
      log.add(
        Finding(
          file: file, keyPath: "", message: "this is \(found.rawValue), where \(kind.rawValue) is needed",
          hint: found.hint(file)))
      return false
    }
    let version = ScenarioReader.schemaVersion
    guard let schema = node.entries?["schema"] else {
      log.add(
        Finding(
          file: file, keyPath: "schema", message: "is missing",
          hint: "begin the file with schema = \(version)"))
      return true
    }
    guard case .integer(let written) = schema.content else {
      log.add(at: schema.origin, path: ["schema"], "must be \(version), found \(schema.kind)")
      return true
    }
    if written == version { return true }
    let isNewer = written > version
    log.add(
      at: schema.origin, path: ["schema"],
      isNewer
        ? "\(written) is newer than this Arpent, which reads schema \(version)"
        : "there is no schema \(written)",
      hint: isNewer ? "use a newer Arpent" : "write schema = \(version)")
    return false
  }
}
