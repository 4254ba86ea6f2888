// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
package import Optimization
package import Planning
import Quantities
package import Sites

/// `manifest.json`: what a result was made from and with, so that it can be made again. The only file of a
/// result that holds times: `date`, `elapsed_seconds` of the layers, `seconds` of the search, and warnings
/// about layers that are out of date on that day.
///
/// `digests` of a plan's manifest holds the SHA-256 of what cannot be computed again from the inputs alone,
/// since a solver said it: of plan.json, of certificate.json where there is one, and of this text itself as
/// it is without that entry.
package enum Manifest {
  /// Name of the file; a directory that holds one is an earlier result.
  package static let fileName = "manifest.json"
  /// Version of the layout.
  static let schema = 1
  private static let digestsMember = "digests"

  /// The text of the file.
  ///
  /// - Parameters:
  ///   - search: How the search went; nil leaves it out.
  ///   - files: All files of the result but this one.
  package static func text(
    plan: Plan, search: SearchTrace? = nil, context: ReportContext, layers: [LayerReport], files: [ResultFile]
  ) -> String {
    var manifest = manifest(
      of: plan.name, states: [("status", plan.status.rawValue), ("termination", plan.termination)],
      context: context, layers: layers, files: files.map(\.name) + [fileName])
    manifest.search = context.run.statesDurations ? search : search?.withoutSeconds
    var options = context.options
    options.changes = options.changes.map { Credentials.hidden(in: $0) }
    manifest.options = options
    return sealed(manifest.written, digests: digests(of: files))
  }

  /// The text with the digests at its end, its own among them.
  private static func sealed(_ members: [JSONValue.Member], digests: [JSONValue.Member]) -> String {
    let unsealed = JSONWriter.text(.object(members + [.init(digestsMember, .object(digests))]))
    let own = JSONValue.Member(fileName, .string(SHA256.hexDigest(of: Array(unsealed.utf8))))
    return JSONWriter.text(.object(members + [.init(digestsMember, .object(digests + [own]))]))
  }

  private static func digests(of files: [ResultFile]) -> [JSONValue.Member] {
    files.compactMap { file in
      guard ["plan.json", BoundCertificate.fileName].contains(file.name),
        case .bytes(let bytes) = file.content
      else { return nil }
      return JSONValue.Member(file.name, .string(SHA256.hexDigest(of: bytes)))
    }
  }

  /// The text of the manifest of any result.
  ///
  /// - Parameters:
  ///   - name: Title of the scenario.
  ///   - states: What came of the run, as names and values.
  ///   - files: Names of all files of the result, this one among them.
  package static func text(
    of name: String, states: [(name: String, value: String)], context: ReportContext, layers: [LayerReport],
    files: [String]
  ) -> String {
    let manifest = manifest(of: name, states: states, context: context, layers: layers, files: files)
    return JSONWriter.text(.object(manifest.written))
  }

  private static func manifest(
    of name: String, states: [(name: String, value: String)], context: ReportContext, layers: [LayerReport],
    files: [String]
  ) -> ManifestFile {
    var manifest = ManifestFile()
    manifest.tool = WritingTool(version: context.toolVersion)
    manifest.libraries = context.libraries
    manifest.day = context.run.day
    manifest.states = states.map { ManifestFile.State(name: $0.name, value: $0.value) }
    manifest.seed = context.seed
    manifest.scenario = ManifestFile.Scenario(name: name, effective: context.effectiveScenario)
    manifest.changes = context.changes
    manifest.inputs = context.inputs
    manifest.layers = layers.map { layer($0, statesTimes: context.run.statesDurations) }
    manifest.warnings = context.warnings + context.run.warnings
    manifest.files = files.sorted()
    return manifest
  }

  /// Names of the files that a manifest lists; nil when it is none of Arpent's.
  static func files(of manifest: JSONValue) -> [String]? {
    guard ManifestFile.isOurs(manifest) else { return nil }
    // A manifest is a file that anybody may have edited: a name that leads elsewhere makes it none of ours.
    let names = manifest["files"]?.array?.compactMap(\.string) ?? []
    return names.allSatisfy { !$0.contains("/") && $0 != "." && $0 != ".." } ? names : nil
  }

  /// What was found in a layer.
  ///
  /// - Parameter statesTimes: Whether the time it took is reported; `null` otherwise.
  static func layer(_ layer: LayerReport, statesTimes: Bool = false) -> JSONValue {
    [
      "name": .string(layer.name),
      "source": .string(Credentials.hidden(in: layer.source)),
      "source_name": .string(layer.sourceName),
      "source_url": .string(Credentials.hidden(in: layer.sourceURL)),
      "driver": .string(layer.driver),
      "crs_found": .string(layer.crsFound),
      "crs_measured": .string(layer.crsMeasured),
      "features_declared": .optional(layer.featuresDeclared),
      "features_read": .integer(layer.featuresRead),
      "features_used": .integer(layer.featuresUsed),
      "null_geometries": .integer(layer.nullGeometries),
      "null_values": .object(
        layer.nullValues.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) }),
      "repaired_geometries": .integer(layer.repairedGeometries),
      "remarks": .array(layer.remarks.map { .string($0) }),
      "sha256": .string(layer.sha256),
      "vintage": .string(layer.vintage),
      "refresh_months": .optional(layer.refreshMonths),
      "licence": .string(layer.licence),
      "attribution": .string(layer.attribution),
      "elapsed_seconds": statesTimes ? .number(layer.elapsedSeconds.rounded(decimals: 3)) : .null,
    ]
  }
}
