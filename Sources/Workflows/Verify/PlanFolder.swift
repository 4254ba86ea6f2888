// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Reports

/// A result directory, named by itself or by the plan.json in it.
struct PlanFolder {
  /// The directory.
  let path: String
  private let planFile: String
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

  /// Names of what is in the directory, in ascending order.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// A JSON file of the directory.
  ///
  /// - Throws: `WorkflowFailure`.
  func json(_ name: String) throws -> JSONValue {
    let file = name == "plan.json" ? planFile : path + "/" + name
    guard let data = FileManager.default.contents(atPath: file) else {
      throw WorkflowFailure(
        .cannotOpen, ["\(file): cannot be opened; name a directory that 'arpent plan' wrote"])
    }
    do {
      return try JSONReader.value(Array(data))
    } catch {
      throw WorkflowFailure(.invalidInput, ["\(file): \(error)"])
    }
  }
}
