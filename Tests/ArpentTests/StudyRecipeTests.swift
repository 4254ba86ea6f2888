// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The command lines of docs/studies.md", .serialized)
struct StudyRecipeTests {
  /// The blocks of a section in a language, in order.
  private func blocks(_ section: String, _ language: String = "sh") throws -> [String] {
    let page = try String(contentsOfFile: ArpentBinary.root + "/docs/studies.md", encoding: .utf8)
    let text = try #require(page.components(separatedBy: "\n## ").first { $0.hasPrefix(section + "\n") })
    return text.components(separatedBy: "\n```").filter { $0.hasPrefix(language + "\n") }.map {
      String($0.dropFirst(language.count + 1)) + "\n"
    }
  }

  /// A folder in which `study.toml` is a study, and the files that a local run gives.
  private func prepared() throws -> (StudyRun, [String: Data]) {
    let study = try StudyRun()
    for name in try FileManager.default.contentsOfDirectory(atPath: StudyRun.studies) {
      try FileManager.default.copyItem(
        atPath: StudyRun.path(name), toPath: study.place(name == "endings.toml" ? "study.toml" : name))
    }
    #expect(try study.run(study.place("study.toml"), to: "local").code == 0)
    return (study, study.files("local"))
  }

  /// Runs the lines of a section and compares the directory that they fill with a local run.
  private func check(_ section: String, filling names: [String] = ["out"]) throws {
    let (study, local) = try prepared()
    defer { study.remove() }
    let lines = try blocks(section)
    #expect(!lines.isEmpty)
    for file in try blocks(section, "python") { try study.folder.write("Snakefile", file) }
    let run = try ShellRun.run(
      "set -e\n" + lines.joined(), directory: study.folder.path, environment: ["HOME": study.folder.path])
    #expect(run.code == 0, "\(run.output)")
    for name in names { #expect(StudyRun.differences(local, study.files(name)) == []) }
  }

  @Test("One machine, a shared cache, parts: the results of a local run")
  func plain() throws {
    try check("One machine")
    try check("Answers that studies share", filling: ["out", "again"])
    try check("Parts, for any scheduler")
  }

  @Test(
    "GNU parallel: the results of a local run",
    .enabled(if: ShellRun.has("parallel"), "GNU parallel is not installed; scripts/setup test installs it"))
  func parallel() throws { try check("GNU parallel") }

  @Test(
    "Snakemake: the results of a local run",
    .enabled(if: ShellRun.has("snakemake"), "Snakemake is not installed; scripts/setup test installs it"))
  func snakemake() throws { try check("Snakemake") }

  @Test(
    "Slurm: the results of a local run",
    .enabled(if: SlurmCluster.isInstalled, "Slurm is not installed; scripts/setup test installs it"))
  func slurm() throws {
    let (study, local) = try prepared()
    defer { study.remove() }
    let cluster = try SlurmCluster()
    defer { cluster.stop() }
    let run = try ShellRun.run(
      "set -e\n" + blocks("Slurm").joined(), directory: study.folder.path, environment: cluster.environment)
    #expect(run.code == 0, "\(run.output)")
    try cluster.waitForJobs()
    let files = study.files("out").filter { !$0.key.hasPrefix("slurm/") }
    #expect(StudyRun.differences(local, files) == [])
  }

  @Test(
    "Machines that share no directory: their answers copied together and collected are those of a local run")
  func copied() throws {
    let (study, local) = try prepared()
    defer { study.remove() }
    let run = try ShellRun.run(
      """
      set -e
      for part in 1 2 3; do arpent study study.toml -o machine-$part --shard $part/3; done
      mkdir -p out/cases
      for part in 1 2 3; do cp machine-$part/cases/*.json out/cases/; done
      arpent study collect study.toml -o out
      """, directory: study.folder.path)
    #expect(run.code == 0, "\(run.output)")
    #expect(StudyRun.differences(local, study.files("out")) == [])
  }
}
