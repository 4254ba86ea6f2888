// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What ARCHITECTURE.md says of how many files name a thing.
@Suite("How many files name a thing")
struct ArchitectureTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Names and counts of the table, as they are written.
  private static func rows() throws -> [(name: String, files: Int)] {
    let text = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "### How many files name a thing").dropFirst().first)
    return section.components(separatedBy: "\n## ")[0].split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 3, let files = Int(cells[2]) else { return nil }
      return (cells[1].trimmingCharacters(in: ["`"]), files)
    }
  }

  @Test func `the table of ARCHITECTURE.md counts what there is`() throws {
    let sources = Self.root.appending(path: "Sources")
    let paths = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let texts = try paths.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
      try String(contentsOf: $0, encoding: .utf8)
    }
    let rows = try Self.rows()
    #expect(rows.count >= 6)
    for (name, files) in rows {
      #expect(texts.count { $0.contains("\"\(name)\"") } == files, "\(name)")
    }
  }
}
