// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Reports

/// A result directory, named by itself or by the plan.json in it.
struct PlanFolder {
  /// The directory.
  let path: String
  private let planFile: String

  init(_ path: String) {
    if path.hasSuffix(".json") {
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
    FileManager.default.contents(atPath: path + "/" + name).map { [UInt8]($0) }
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
