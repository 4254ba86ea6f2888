// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The `schema` key, which opens every file of a scenario.
enum SchemaVersion {
  /// The version of the format that is understood.
  static let current = 1

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
    let version = current
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
