// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Optimization

/// How a search went, as the member `search` of `manifest.json`: an array with an object for each state.
package enum SearchRecord {
  static let member = "search"

  /// The member.
  ///
  /// - Parameter statesSeconds: Whether seconds are reported; without them the same inputs give the same
  ///   text.
  static func json(_ trace: SearchTrace, statesSeconds: Bool) -> JSONValue {
    .array(
      trace.entries.map { entry in
        var members: [JSONValue.Member] = [
          .init("stage", .string(entry.stage)),
          .init("objective", .string(entry.objective)),
          .init("best", .optional(entry.best)),
          .init("bound", .optional(entry.bound)),
          .init("nodes", .integer(entry.nodes)),
          .init("iterations", .integer(entry.iterations)),
        ]
        if statesSeconds, let seconds = entry.seconds {
          members.append(.init("seconds", .number((seconds * 1_000).rounded() / 1_000)))
        }
        return .object(members)
      })
  }

  /// The record in a manifest; nil where it holds none, as manifests of earlier versions do.
  ///
  /// - Throws: `PlanReadingError` with everything that is wrong with it.
  package static func trace(ofManifest manifest: JSONValue) throws -> SearchTrace? {
    guard manifest[member] != nil else { return nil }
    var reader = PlanFieldReader()
    var entries: [SearchTrace.Entry] = []
    let list = reader.list(member, of: manifest, at: "")
    for (index, item) in list.enumerated() {
      let path = "\(member)[\(index)]"
      guard item.members != nil else {
        reader.report(path, "an object is needed, this is \(item.kind)")
        continue
      }
      var entry = SearchTrace.Entry(
        stage: reader.text("stage", of: item, at: path),
        objective: reader.text("objective", of: item, at: path),
        best: reader.optionalNumber("best", of: item, at: path),
        bound: reader.optionalNumber("bound", of: item, at: path),
        nodes: reader.whole("nodes", of: item, in: 0...Int.max, at: path) ?? 0,
        iterations: reader.whole("iterations", of: item, in: 0...Int.max, at: path) ?? 0)
      if item["seconds"] != nil { entry.seconds = reader.optionalNumber("seconds", of: item, at: path) }
      if let seconds = entry.seconds, seconds < 0 {
        reader.report("\(path).seconds", "a number from 0 is needed, this is \(seconds)")
      }
      entries.append(entry)
    }
    if !reader.findings.isEmpty { throw PlanReadingError(findings: reader.findings) }
    return SearchTrace(entries)
  }
}
