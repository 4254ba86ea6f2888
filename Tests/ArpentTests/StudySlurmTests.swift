// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("A study under Slurm", .serialized)
struct StudySlurmTests {
  /// Files of a study without those of its jobs.
  private func results(_ study: StudyRun, _ name: String) -> [String: Data] {
    study.files(name).filter { !$0.key.hasPrefix("slurm/") }
  }

  private func answers(_ study: StudyRun, _ name: String) -> Int {
    study.files(name).keys.filter { $0.hasPrefix("cases/") && $0.hasSuffix(".json") }.count
  }

  @Test(
    "Three array tasks, one killed, one put back, resubmitted and collected: equal to a local run",
    .enabled(if: SlurmCluster.isInstalled, "Slurm is not installed; scripts/setup test installs it"))
  func array() throws {
    let study = try StudyRun()
    defer { study.remove() }
    #expect(try study.run("energy.toml", to: "local").code == 0)
    let cluster = try SlurmCluster()
    defer { cluster.stop() }
    // A folder as people name them.
    let place = study.place("under Slurm, 100 %a")
    let submit =
      "arpent study '\(StudyRun.path("energy.toml"))' -o '\(place)' --jobs 1 --slurm --slurm-tasks 3 "
      + "--slurm-option time=10 --format json"

    let first = try cluster.command(submit)
    try #require(first.code == 0, "\(first.output)")
    let job = try #require(try StudyRun.object(Data(first.output.utf8))["array_job"] as? String)
    try cluster.wait("first answers") { answers(study, "under Slurm, 100 %a") >= 9 }
    let killed = try cluster.command("scancel --signal=KILL --full \(job)_2")
    #expect(killed.code == 0, "\(killed.output)")
    let putBack = try cluster.command("scontrol requeue \(job)_1")
    #expect(putBack.code == 0, "\(putBack.output)")
    try cluster.waitForJobs()
    // The task that was killed left some of its part undone, and what collects says so.
    #expect(answers(study, "under Slurm, 100 %a") < answers(study, "local"))
    let reading = try study.rows("under Slurm, 100 %a")
    #expect(reading.count == 200)
    #expect(reading.contains { $0["status"] as? String == "not_run" })

    let second = try cluster.command(submit)
    #expect(second.code == 0, "\(second.output)")
    try cluster.waitForJobs()
    let differences = StudyRun.differences(results(study, "local"), results(study, "under Slurm, 100 %a"))
    #expect(differences.isEmpty, "\(differences.prefix(5))")
  }

  @Test(
    "Options of the study reach its tasks; regret is worked out by the job that collects",
    .enabled(if: SlurmCluster.isInstalled, "Slurm is not installed; scripts/setup test installs it"))
  func options() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let more = ["--set", "cost.energy_eur_per_mwh=90", "--regret"]
    #expect(try study.run("endings.toml", to: "local", more).code == 0)
    let cluster = try SlurmCluster()
    defer { cluster.stop() }
    let run = try cluster.command(
      "arpent study '\(StudyRun.path("endings.toml"))' -o '\(study.place("array"))' --slurm --slurm-tasks 2 "
        + more.joined(separator: " "))
    #expect(run.code == 0, "\(run.output)")
    try cluster.waitForJobs()
    #expect(StudyRun.differences(results(study, "local"), results(study, "array")) == [])
  }

  @Test("What cannot be run is said before anything is handed over, and nothing is left")
  func refused() throws {
    let study = try StudyRun()
    defer { study.remove() }
    // Stands in for sbatch: it notes that it was called.
    let tools = study.place("tools")
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    try study.folder.write("tools/sbatch", "#!/bin/sh\ntouch '\(study.place("called"))'\necho 1\n")
    let path = ["PATH": "\(tools):\(ShellRun.environment["PATH"] ?? "")"]
    let to = "-o '\(study.place("out"))' --slurm"
    let missing = try ShellRun.run(
      "chmod +x \(tools)/sbatch; arpent study no-such.toml \(to)", environment: path)
    #expect(missing.code == 66, "\(missing.output)")
    let mistyped = try ShellRun.run(
      "arpent study \(StudyRun.path("endings.toml")) \(to) --set cost.energy_eur_per_mhw=1", environment: path
    )
    #expect(mistyped.code == 65 && mistyped.output.contains("did you mean"), "\(mistyped.output)")
    #expect(study.folder.names == ["tools"])
  }

  @Test("Without Slurm, or when it says no, the reason and the cure are reported")
  func withoutSlurm() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let tools = study.place("tools")
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    let line =
      "exec \(ArpentBinary.path) study \(StudyRun.path("endings.toml")) -o \(study.place("out")) --slurm"
    let none = try ShellRun.run(line, environment: ["PATH": tools])
    #expect(none.code == 66 && none.output.contains("slurm-client"), "\(none.output)")
    try study.folder.write(
      "tools/sbatch", "#!/bin/sh\necho 'sbatch: error: invalid partition specified: gpu' >&2\nexit 1\n")
    let no = try ShellRun.run(
      "chmod +x \(tools)/sbatch; " + line, environment: ["PATH": "\(tools):/usr/bin:/bin"])
    #expect(no.code == 66 && no.output.contains("invalid partition specified: gpu"), "\(no.output)")
  }
}
