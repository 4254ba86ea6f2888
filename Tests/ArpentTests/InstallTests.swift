// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `make install` into a folder of its own, and the installed program run from elsewhere, by its name alone.
@Suite("Installing")
struct InstallTests {
  /// Runs `make` in the repository; DESTDIR stands for what a packager would give.
  private func make(_ target: String, prefix: String, destdir: String = "") throws -> (
    code: Int32, output: String
  ) {
    try ShellRun.run(
      "make --no-print-directory \(target) PREFIX='\(prefix)' DESTDIR='\(destdir)' ARPENT='\(ArpentBinary.path)'"
    )
  }

  private func files(below folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  @Test("The installed program finds its data from any folder; what was not installed is never removed")
  func installed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // As the system names it, without two slashes in a row.
    let prefix = (folder.path + "/a prefix").replacing("//", with: "/")
    let installed = try make("install", prefix: prefix)
    #expect(installed.code == 0, "\(installed.output)")
    let there = files(below: prefix)
    for file in [
      "bin/arpent", "share/arpent/geodata/README.md", "share/arpent/models/hardware/gb300-nvl72.toml",
      "share/arpent/docs/schemas/scenario.schema.json",
      "share/man/man1/arpent.1", "share/man/man1/arpent-study-run.1", "share/zsh/site-functions/_arpent",
      "share/bash-completion/completions/arpent", "share/fish/vendor_completions.d/arpent.fish",
    ] {
      #expect(there.contains(file), "\(file) is not installed")
    }

    // A working directory with folders of the same names, which are not those of the program.
    let elsewhere = folder.path + "/elsewhere"
    for name in ["geodata", "models/hardware", "models/scenarios"] {
      try FileManager.default.createDirectory(
        atPath: "\(elsewhere)/\(name)", withIntermediateDirectories: true)
    }
    let path = ["PATH": "\(prefix)/bin:/usr/bin:/bin"]
    func run(_ line: String) throws -> (code: Int32, output: String) {
      try ShellRun.run(line, directory: elsewhere, environment: path)
    }
    let doctor = try run("arpent doctor")
    #expect(doctor.code == 0 && doctor.output.contains("\(prefix)/share/arpent/geodata"), "\(doctor.output)")
    let sites = try run("arpent sites --format csv")
    #expect(sites.code == 0, "\(sites.output)")
    let size = try run("arpent size --gpus 1000")
    #expect(size.code == 0, "\(size.output)")
    let plan = try run(
      "arpent plan '\(prefix)/share/arpent/models/scenarios/mistral-compute.toml' -o plan --quiet && arpent verify plan"
    )
    #expect(plan.code == 0, "\(plan.output)")

    // Through a link, as /opt/arpent and a link from /usr/local/bin.
    try FileManager.default.createSymbolicLink(
      atPath: elsewhere + "/linked", withDestinationPath: prefix + "/bin/arpent")
    #expect(try run("./linked doctor").output.contains("\(prefix)/share/arpent/geodata"))

    // Installed again, then removed: a planner's own file stays.
    try "own".write(
      toFile: prefix + "/share/arpent/models/own.toml", atomically: true, encoding: .utf8)
    #expect(try make("install", prefix: prefix).code == 0)
    let removed = try make("uninstall", prefix: prefix)
    #expect(removed.code == 0, "\(removed.output)")
    #expect(files(below: prefix) == ["share/arpent/models/own.toml"])
    let again = try make("uninstall", prefix: prefix)
    #expect(again.code != 0 && again.output.contains("nothing is installed below"), "\(again.output)")
  }

  @Test("A program that is not built and a prefix that is no path are refused before anything is written")
  func refused() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let missing = try ShellRun.run("make install PREFIX='\(folder.path)' ARPENT='\(folder.path)/none'")
    #expect(missing.code != 0 && missing.output.contains("run make build first"), "\(missing.output)")
    let relative = try make("install", prefix: "local", destdir: folder.path)
    #expect(relative.code != 0 && relative.output.contains("has to begin with /"), "\(relative.output)")
    #expect(folder.names.isEmpty)
  }
}
