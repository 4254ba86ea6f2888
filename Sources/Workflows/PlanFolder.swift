// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import FoundationEssentials
import Quantities
import Results
import Scenarios

/// A result directory, named by itself or by the plan.json in it.
struct PlanFolder {
  /// The directory.
  let path: String
  /// The plan.json.
  let planFile: String
  /// Whether the plan.json itself was named, not its directory.
  let namesFile: Bool

  init(_ path: String) {
    namesFile = path.hasSuffix(".json")
    if namesFile {
      planFile = path
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      self.path = parts.isEmpty ? "." : parts.joined(separator: "/")
    } else {
      self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      planFile = self.path + "/plan.json"
    }
  }

  /// Bytes of a file of the directory; nil when it is not there.
  func bytes(_ name: String) -> [UInt8]? {
    let file = name == "plan.json" ? planFile : path + "/" + name
    return FileManager.default.contents(atPath: file).map { [UInt8]($0) }
  }

  /// Files that are read for what they say, and not only compared.
  private static let read = ["plan.json", "manifest.json", BoundCertificate.fileName]

  private var suggestion: String? { FileReader.disk.suggestion(for: namesFile ? planFile : path) }

  private func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// Whether this is a result, damaged or not, and no path of something else: a directory with the plan or
  /// the manifest of one, or a plan that has its manifest beside it.
  private var isResult: Bool { holds("manifest.json") || !namesFile && holds("plan.json") }

  /// The file that a result must have and this one has not, in words; nil where nothing is missing, and for
  /// what is no result.
  ///
  /// - Parameter hasScenario: Whether a scenario is named, so that the plan can be verified without its
  ///   manifest.
  func missing(hasScenario: Bool) -> String? {
    guard isResult, !namesFile else { return nil }
    if !holds("plan.json") { return "plan.json: is missing, and nothing can be compared without it" }
    if holds("manifest.json") || hasScenario { return nil }
    return
      "manifest.json: is missing, so that the inputs are not known; add --scenario FILE to verify the plan against them"
  }

  /// The findings of a failure that are all about damaged files of this result, by their names; nil for
  /// another failure, and for what is no result.
  func damage(_ failure: WorkflowFailure) -> [String]? {
    guard isResult, failure.kind == .invalidInput else { return nil }
    let names = Dictionary(
      uniqueKeysWithValues: Self.read.map { ($0 == "plan.json" ? planFile : path + "/" + $0, $0) })
    var reported: [String] = []
    for var finding in failure.findings {
      guard let name = names[finding.file] else { return nil }
      finding.place.file = name
      reported.append(finding.shown)
    }
    return reported
  }

  /// Names of what is in the directory, in ascending order.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The manifest of the directory.
  ///
  /// - Throws: `WorkflowFailure`.
  func manifest() throws -> ManifestFile {
    let document = try json(Manifest.fileName)
    do {
      return try ManifestFile(document)
    } catch {
      throw WorkflowFailure(error, in: "\(path)/\(Manifest.fileName)")
    }
  }

  /// A JSON file of the directory.
  ///
  /// - Throws: `WorkflowFailure`.
  func json(_ name: String) throws -> JSONValue {
    let file = name == "plan.json" ? planFile : path + "/" + name
    guard let data = FileManager.default.contents(atPath: file) else {
      let near = FileManager.default.fileExists(atPath: path) && !namesFile ? nil : suggestion
      throw WorkflowFailure(
        .cannotOpen, "cannot be opened; \(near ?? "name a directory that 'arpent plan' wrote")", in: file)
    }
    do {
      return try JSONReader.value(Array(data))
    } catch {
      throw WorkflowFailure(.invalidInput, "\(error)", in: file)
    }
  }
}
