// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Every command line that the README and the pages of docs print is run as printed, in order, in a fresh
/// folder that holds what a clone holds. `docs/studies.md` has a test of its own, with the schedulers that it
/// needs.
@Suite("The command lines of README and docs", .serialized)
struct PrintedCommandsTests {
  /// A command line and where it stands.
  private struct Line {
    var place: String
    var text: String
    /// What it shall end with: what is called infeasible is proven to be.
    var code: Int32 { text.contains("# infeasible") ? 3 : 0 }
    /// How a command is used rather than a command: optional parts and names in capitals.
    var isSynopsis: Bool {
      let command = text.components(separatedBy: " #")[0]
      return ["[--", " ...", " PLAN", " OTHER"].contains { command.contains($0) }
    }
  }

  /// Pages with commands, the README first.
  private static func pages() throws -> [String] {
    let docs = try FileManager.default.contentsOfDirectory(atPath: ArpentBinary.root + "/docs")
    return ["README.md"]
      + docs.filter { $0.hasSuffix(".md") && $0 != "studies.md" }.sorted().map { "docs/\($0)" }
  }

  /// The lines of blocks of commands: indented, or fenced as `sh` or as nothing; continued lines are one.
  private static func lines(of page: String) throws -> [Line] {
    let text = try String(contentsOfFile: "\(ArpentBinary.root)/\(page)", encoding: .utf8)
    var found: [Line] = []
    var fence: String?
    var begun = ""
    for (index, raw) in text.components(separatedBy: "\n").enumerated() {
      let line = raw.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("```") {
        fence = fence == nil ? String(line.dropFirst(3)) : nil
        continue
      }
      guard fence.map({ $0 == "sh" || $0.isEmpty }) ?? raw.hasPrefix("    ") else { continue }
      let whole = begun.isEmpty ? line : begun + " " + line
      if line.hasSuffix("\\") {
        begun = String(whole.dropLast())
      } else if line.hasSuffix("|") {
        begun = whole
      } else {
        begun = ""
        let words = whole.components(separatedBy: .whitespaces)
        if words.contains("arpent") && !whole.hasPrefix("export ") || words.first == "cbc" {
          found.append(Line(place: "\(page):\(index + 1)", text: whole))
        }
      }
    }
    return found
  }

  /// A folder with what a clone has, and a browser that only notes what it was given.
  private func fresh() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["models", "geodata", "docs"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: "\(ArpentBinary.root)/\(name)")
    }
    let browser = try folder.write("xdg-open", "#!/bin/sh\necho \"$1\" >> \"\(folder.path)/opened\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    return folder
  }

  /// Runs lines in a folder.
  private func check(_ lines: [Line], in folder: TemporaryFolder) throws {
    let path = "\(folder.path):\(ShellRun.environment["PATH"] ?? "")"
    for line in lines where !line.isSynopsis {
      let text = line.text.replacing("inspect FILE", with: "inspect geodata/layers/sites.geojson")
      let run = try ShellRun.run(text, directory: folder.path, environment: ["PATH": path])
      #expect(run.code == line.code, "\(line.place): \(line.text)\n\(run.output.suffix(1_500))")
    }
  }

  @Test(
    "The tour of the README",
    .enabled(if: ShellRun.has("cbc"), "CBC is not installed; scripts/setup test installs it"))
  func readme() throws {
    let folder = try fresh()
    defer { folder.remove() }
    let lines = try Self.lines(of: "README.md")
    #expect(lines.count > 25)
    try check(lines, in: folder)
    let opened = try? String(contentsOfFile: folder.path + "/opened", encoding: .utf8)
    #expect(opened?.contains("report.fr.html") == true)
  }

  @Test(
    "The pages of docs, each where the tour left its plans",
    .enabled(if: ShellRun.has("jq"), "jq is not installed; scripts/setup test installs it"))
  func docs() throws {
    let start = try fresh()
    defer { start.remove() }
    let tour = try Self.lines(of: "README.md").filter {
      $0.text.hasSuffix("-o other") || $0.text.contains("-o plan #")
    }
    #expect(tour.count == 2)
    try check(tour, in: start)
    var run = 0
    for page in try Self.pages().dropFirst() {
      let lines = try Self.lines(of: page)
      guard !lines.isEmpty else { continue }
      let folder = try fresh()
      defer { folder.remove() }
      for (name, from) in [("plan", "plan"), ("other", "other"), ("after", "plan"), ("before", "other")] {
        try FileManager.default.copyItem(atPath: "\(start.path)/\(from)", toPath: "\(folder.path)/\(name)")
      }
      try check(lines, in: folder)
      run += lines.count { !$0.isSynopsis }
    }
    #expect(run > 12)
  }
}
