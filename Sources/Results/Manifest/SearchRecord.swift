// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Optimization

/// How a search went, as the member `search` of `manifest.json`: an array with an object for each state.
package enum SearchRecord {
  static let member = "search"

  private static let form = FileForm<[SearchTrace.Entry]>.list(
    .object(
      [
        FileMember("stage", \.stage, .text), FileMember("objective", \.objective, .text),
        FileMember("best", \.best, .optional(.number)), FileMember("bound", \.bound, .optional(.number)),
        FileMember("nodes", \.nodes, .whole(0...Int.max)),
        FileMember("iterations", \.iterations, .whole(0...Int.max)),
        FileMember("seconds", ifKnown: \.seconds, .seconds),
      ], empty: SearchTrace.Entry(stage: "", objective: "", best: nil, bound: nil, nodes: 0, iterations: 0)))

  /// The member.
  ///
  /// - Parameter statesSeconds: Whether seconds are reported; without them the same inputs give the same
  ///   text.
  static func json(_ trace: SearchTrace, statesSeconds: Bool) -> JSONValue {
    form.write((statesSeconds ? trace : trace.withoutSeconds).entries)
  }

  /// The record in a manifest; nil where it holds none, as manifests of earlier versions do.
  ///
  /// - Throws: `PlanReadingError` with everything that is wrong with it.
  package static func trace(ofManifest manifest: JSONValue) throws -> SearchTrace? {
    guard let value = manifest[member] else { return nil }
    var faults = FileFaults()
    let entries = form.read(value, member, &faults)
    try faults.check()
    return entries.map { SearchTrace($0) }
  }
}

extension FileForm where Value == Double {
  /// A duration in seconds, written to the millisecond.
  fileprivate static var seconds: Self {
    Self(write: { .number(($0 * 1_000).rounded() / 1_000) }) { value, path, faults in
      guard let seconds = number.read(value, path, &faults) else { return nil }
      if seconds >= 0 { return seconds }
      faults.report(path, "a number from 0 is needed, this is \(seconds)")
      return nil
    }
  }
}
