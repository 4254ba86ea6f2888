// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("A study that is killed", .serialized)
struct StudyKillTests {
  @Test(
    "kill -9 at 50 random moments of 200 cases, each followed by a resume: the bytes of an undisturbed run")
  func killed() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let begin = Date()
    #expect(try study.run("energy.toml", to: "whole").code == 0)
    let seconds = Date().timeIntervalSince(begin)
    let whole = study.files("whole")
    #expect(whole.count > 200)

    var random = SeededGenerator(seed: 6)
    var kills = 0
    var round = 0
    while kills < 50 {
      round += 1
      let name = "killed-\(round)"
      // A few kills of one directory, so that runs of every degree of progress are hit.
      for _ in 0..<6 where kills < 50 {
        let (process, wait) = try study.start("energy.toml", to: name)
        Thread.sleep(forTimeInterval: Double.random(in: 0..<seconds, using: &random))
        kill(process.processIdentifier, SIGKILL)
        if wait().code == 128 + SIGKILL { kills += 1 }
        // What is there is whole: a file of an answer is that of the undisturbed run.
        for (path, data) in study.files(name) where path.hasPrefix("cases/") && path.hasSuffix(".json") {
          #expect(whole[path] == data, "after \(kills) kills: \(path)")
        }
      }
      let last = try study.run("energy.toml", to: name)
      #expect(last.code == 0, "\(last.diagnostics)")
      let differences = StudyRun.differences(whole, study.files(name))
      #expect(differences.isEmpty, "round \(round): \(differences.prefix(5))")
    }
    // Nothing beside the directories either.
    #expect(study.folder.names.filter { $0.hasPrefix(".") }.isEmpty, "\(study.folder.names)")
  }

  @Test(
    "Killed while the siting that all cases keep is worked out, it goes on all the same",
    arguments: [0.05, 0.2, 0.35, 0.5])
  func killedBase(share: Double) throws {
    let study = try StudyRun()
    defer { study.remove() }
    let more = ["--depth", "fixed_siting"]
    let begin = Date()
    #expect(try study.run("endings.toml", to: "whole", more).code == 0)
    let seconds = Date().timeIntervalSince(begin)
    let (process, wait) = try study.start("endings.toml", to: "killed", more)
    Thread.sleep(forTimeInterval: share * seconds)
    kill(process.processIdentifier, SIGKILL)
    _ = wait()
    #expect(try study.run("endings.toml", to: "killed", more).code == 0)
    #expect(StudyRun.differences(study.files("whole"), study.files("killed")) == [])
  }

  @Test(
    "Ctrl-C ends a study with 130 and keeps what was answered; the next run completes",
    arguments: ["full", "fixed_siting"])
  func interrupted(depth: String) throws {
    let study = try StudyRun()
    defer { study.remove() }
    let more = ["--depth", depth, "--jobs", "1"]
    #expect(try study.run("energy.toml", to: "whole", more).code == 0)
    let (process, wait) = try study.start("energy.toml", to: "stopped", more)
    // Some answers are there, most are not.
    for _ in 0..<3_000 {
      if study.files("stopped").count >= 20 { break }
      Thread.sleep(forTimeInterval: 0.005)
    }
    kill(process.processIdentifier, SIGINT)
    let run = wait()
    #expect(run.code == 130, "\(run.diagnostics)")
    let kept = study.files("stopped")
    #expect(kept.count >= 20 && kept.count < 200)
    #expect(kept["summary.json"] == nil)
    #expect(try study.run("energy.toml", to: "stopped", more).code == 0)
    #expect(StudyRun.differences(study.files("whole"), study.files("stopped")) == [])
  }

  @Test("Stopped while the base is planned, no unfinished plan is kept as the siting of all cases")
  func interruptedBase() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let base = ArpentBinary.root + "/models/scenarios/campus-france.toml"
    let file = try study.folder.write(
      "campus.toml",
      "schema = 1\nname = \"Campus\"\nbase = \"\(base)\"\ndepth = \"fixed_siting\"\n"
        + "[[cases]]\nname = \"dear\"\nchanges = [\"cost.energy_eur_per_mwh=140\"]\n")
    for moment in 1...6 {
      let (process, wait) = try study.start(file, to: "stopped-\(moment)")
      Thread.sleep(forTimeInterval: 0.3 * Double(moment))
      kill(process.processIdentifier, SIGTERM)
      let run = wait()
      // A run that was done before the signal came has nothing to say of it.
      #expect(run.code == 143 || run.code == 0, "\(run.diagnostics)")
      for (path, data) in study.files("stopped-\(moment)")
      where path.hasSuffix(".json") && path.hasPrefix("cases/") {
        #expect(try StudyRun.object(data)["termination"] as? String != "cancelled", "\(path)")
        let status = try StudyRun.object(data)["status"] as? String
        #expect(["optimal", "gap"].contains(status), "\(path): \(status ?? "none")")
      }
    }
  }
}
