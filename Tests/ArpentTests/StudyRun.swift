// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// Studies of `Tests/ArpentTests/Studies`, run by the real binary into a folder of the test's own.
struct StudyRun {
  /// The studies, each on six made-up sites.
  static let studies = ArpentBinary.root + "/Tests/ArpentTests/Studies"

  /// Path of a study.
  static func path(_ name: String) -> String { "\(studies)/\(name)" }

  /// The folder of the test.
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Where a study of the test goes.
  func place(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Runs a study to the end; its answers go to a directory of the folder.
  func run(_ study: String, to name: String, _ more: [String] = []) throws -> ArpentBinary.Run {
    try ArpentBinary.run(Self.arguments(study, to: place(name), more))
  }

  /// Starts a study.
  func start(_ study: String, to name: String, _ more: [String] = []) throws -> (
    Process, () -> ArpentBinary.Run
  ) {
    try ArpentBinary.start(Self.arguments(study, to: place(name), more))
  }

  private static func arguments(_ study: String, to place: String, _ more: [String]) -> [String] {
    ["study", study.hasPrefix("/") ? study : path(study), "-o", place, "--quiet"] + more
  }

  /// A study on the six sites with lines of its own, in the folder.
  func write(_ name: String, _ lines: String) throws -> String {
    try folder.write(
      name, "schema = 1\nname = \"Study\"\nbase = \"\(Self.path("base.toml"))\"\n" + lines + "\n")
  }

  /// Every file of a directory by its path in it, hidden ones too.
  func files(_ name: String) -> [String: Data] { Self.files(in: place(name)) }

  /// Every file of a directory by its path in it, hidden ones too.
  static func files(in directory: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FileManager.default.enumerator(atPath: directory) ?? .init() {
      guard let path = path as? String else { continue }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(directory)/\(path)", isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = FileManager.default.contents(atPath: "\(directory)/\(path)")
    }
    return files
  }

  /// How the files of two directories differ, a line a file; none when they are the same to the byte.
  static func differences(_ a: [String: Data], _ b: [String: Data]) -> [String] {
    Set(a.keys).union(b.keys).sorted().compactMap { name in
      guard let first = a[name] else { return "\(name): only in the second" }
      guard let second = b[name] else { return "\(name): only in the first" }
      return first == second ? nil : "\(name): other bytes"
    }
  }

  /// A JSON object.
  static func object(_ data: Data?) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: data ?? Data()) as? [String: Any] ?? [:]
  }

  /// The rows of `summary.json`, in order.
  func rows(_ name: String) throws -> [[String: Any]] {
    try Self.object(FileManager.default.contents(atPath: place(name) + "/summary.json"))["rows"]
      as? [[String: Any]] ?? []
  }

  /// The file of the case of a row.
  func answer(_ row: [String: Any], of name: String) throws -> [String: Any] {
    let key = row["key"] as? String ?? ""
    return try Self.object(FileManager.default.contents(atPath: "\(place(name))/cases/\(key).json"))
  }

  /// Removes the folder.
  func remove() { folder.remove() }
}
