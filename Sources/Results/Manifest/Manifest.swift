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
    var members = members(
      of: plan.name, states: [("status", plan.status.rawValue), ("termination", plan.termination)],
      search: search, context: context, layers: layers, files: files.map(\.name) + [fileName])
    if let place = members.firstIndex(where: { $0.name == "inputs" }) {
      members.insert(.init("options", options(context.options)), at: place)
    }
    return sealed(members, digests: digests(of: files))
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

  /// What the run was asked beside the scenario file.
  private static func options(_ options: ReportContext.Options) -> JSONValue {
    [
      "set": .array(options.changes.map { .string(Credentials.hidden(in: $0)) }),
      "gap": .optional(options.gap),
      "time_limit_seconds": .optional(options.timeLimitSeconds),
      "seed": .optional(options.seed),
    ]
  }

  /// The text of the manifest of any result.
  ///
  /// - Parameters:
  ///   - name: Title of the scenario.
  ///   - states: What came of the run, as names and values.
  ///   - search: How the search went; nil where there was none.
  ///   - files: Names of all files of the result, this one among them.
  package static func text(
    of name: String, states: [(name: String, value: String)], search: SearchTrace? = nil,
    context: ReportContext, layers: [LayerReport], files: [String]
  ) -> String {
    JSONWriter.text(
      .object(
        members(of: name, states: states, search: search, context: context, layers: layers, files: files)))
  }

  private static func members(
    of name: String, states: [(name: String, value: String)], search: SearchTrace?,
    context: ReportContext, layers: [LayerReport], files: [String]
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("schema", .integer(schema)),
      .init("tool", ["name": "arpent", "version": .string(context.toolVersion)]),
      .init("libraries", .object(context.libraries.map { JSONValue.Member($0.name, .string($0.version)) })),
      .init("date", .optional(context.run.day?.description)),
    ]
    for state in states { members.append(.init(state.name, .string(state.value))) }
    if let search {
      members.append(
        .init("search", SearchRecord.json(search, statesSeconds: context.run.statesDurations)))
    }
    var inputs: [JSONValue] = []
    for input in context.inputs {
      inputs.append(
        ["role": .string(input.role), "path": .string(input.path), "sha256": .string(input.sha256)])
    }
    members += [
      .init("seed", .optional(context.seed)),
      .init("scenario", ["name": .string(name), "effective": .string(context.effectiveScenario)]),
    ]
    if !context.changes.isEmpty {
      members.append(.init("changes", .array(context.changes.map { .string($0) })))
    }
    members += [
      .init("inputs", .array(inputs)),
      .init("layers", .array(layers.map { layer($0, statesTimes: context.run.statesDurations) })),
      .init("warnings", .array((context.warnings + context.run.warnings).map { .string($0) })),
      .init("files", .array(files.sorted().map { .string($0) })),
    ]
    return members
  }

  /// Names of the files that a manifest lists; nil when it is none of Arpent's.
  static func files(of manifest: JSONValue) -> [String]? {
    guard manifest["tool"]?["name"]?.string == "arpent" else { return nil }
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
      "elapsed_seconds": statesTimes ? .number((layer.elapsedSeconds * 1_000).rounded() / 1_000) : .null,
    ]
  }
}
