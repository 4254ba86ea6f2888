// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Optimization
import PlanningModel
import Quantities
import Scenarios
import Sites
import Studies
import Synchronization

/// The digest of everything that the answer to a case depends on: what is not in it may not change the
/// answer.
///
/// Two cases with one key have one answer, whatever they are called and whichever study they are of.
struct CaseKey: Sendable, Hashable {
  /// SHA-256 in hexadecimal.
  var text: String

  /// The key of a prepared case.
  ///
  /// - Parameters:
  ///   - prepared: The case with its overlays in place.
  ///   - depth: How much is decided.
  ///   - options: When the search stops.
  ///   - kept: The siting that is kept; nil where none is.
  ///   - solver: Name and version of the solver.
  ///   - digests: Digests of the files that were read.
  init(
    of prepared: PreparedScenario, depth: StudyDepth, options: SolveOptions, kept: KeptSiting?,
    solver: String,
    digests: FileDigests
  ) {
    var lines = [
      "arpent \(ArpentVersion.current) case", "solver \(solver)", "depth \(depth.rawValue)",
      "gap \(options.relativeGap.bitPattern)", "nodes \(options.nodeLimit ?? -1)",
      "seconds \(options.timeLimitSeconds?.bitPattern ?? 0)",
    ]
    if let kept {
      for opening in kept.openings {
        lines.append(
          "kept \(opening.siteID) \(opening.kind.rawValue) \(opening.voltageKV) \(opening.year) \(opening.substation)"
        )
      }
    }
    for library in GeodataLibraries.components { lines.append("library \(library.name) \(library.version)") }
    // The scenario files themselves are in the effective text, which knows nothing of comments and of where a
    // value stands.
    for digest in prepared.scenario.files.dropFirst().map({ digests.digest(of: $0) }).sorted() {
      lines.append("file \(digest)")
    }
    for report in prepared.layerReports { lines.append("layer \(report.name) \(report.sha256)") }
    for source in prepared.scenario.layers.flatMap({ $0.coverage?.sources ?? [] }) {
      lines.append("coverage \(digests.digest(of: source))")
    }
    lines.append(prepared.scenario.effectiveText)
    var hash = SHA256()
    hash.update(Array(lines.joined(separator: "\n").utf8)[...])
    text = hash.hexDigest()
  }
}

/// Digests of files, each made once.
final class FileDigests: Sendable {
  private let known = Mutex<[String: String]>([:])

  /// SHA-256 of a file in hexadecimal.
  func digest(of path: String) -> String {
    if let digest = known.withLock({ $0[path] }) { return digest }
    let digest = SourceFile.digest(of: path)
    known.withLock { $0[path] = digest }
    return digest
  }
}
