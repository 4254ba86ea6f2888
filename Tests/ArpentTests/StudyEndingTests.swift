// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("How the cases of a study end")
struct StudyEndingTests {
  @Test("What cannot be read and what runs out of time fails with its reason; the rest is answered")
  func mixed() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let run = try study.run("mixed.toml", to: "out")
    #expect(run.code == 7, "\(run.diagnostics)")
    let endings = try study.rows("out").map { "\($0["id"] ?? "") \($0["status"] ?? "")" }
    #expect(
      endings == [
        "base optimal", "dear optimal", "impossible infeasible", "mistyped failed", "negative failed",
        "hurried unknown", "last optimal",
      ])
    let failures = String(decoding: study.files("out")["failures.csv"] ?? Data(), as: UTF8.self)
    #expect(failures.contains("mistyped") && failures.contains("did you mean 'energy_eur_per_mwh'?"))
    #expect(failures.contains("must be from 0 to 10000, found -5"))
    #expect(failures.contains("must be from 1 to 100000, found 0"))
    #expect(failures.contains("hurried,hurried,the limits came before any answer was found"))
    #expect(!failures.contains("impossible"))
    // Failures are no accident of one run: another says the same, and nothing that was answered is asked
    // again.
    let before = study.files("out")
    #expect(try study.run("mixed.toml", to: "out").code == 7)
    #expect(StudyRun.differences(before, study.files("out")) == [])
  }

  @Test("That a case has no plan is an answer, not a failure")
  func infeasible() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let run = try study.run("endings.toml", to: "out")
    #expect(run.code == 0, "\(run.diagnostics)")
    #expect(run.output.contains("proven to have no plan"))
    let failures = String(decoding: study.files("out")["failures.csv"] ?? Data(), as: UTF8.self)
    #expect(failures.split(separator: "\n").count == 1)
  }

  @Test("A base without a plan has no siting to keep: said before any case is tried, and what to do")
  func noSiting() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let run = try study.run(
      "endings.toml", to: "out", ["--depth", "fixed_siting", "--set", "demand.gpus.2028=900000"])
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("no siting to keep") && run.diagnostics.contains("full"))
  }

  @Test("Collecting solves nothing: what has no answer is reported as not run")
  func collectNothing() throws {
    let study = try StudyRun()
    defer { study.remove() }
    #expect(try study.run("endings.toml", to: "out", ["--shard", "1/2"]).code == 0)
    let answered = study.files("out").keys.filter { $0.hasSuffix(".json") }.count
    let collected = try ArpentBinary.run(
      "study", "collect", StudyRun.path("endings.toml"), "-o", study.place("out"), "--quiet")
    #expect(collected.code == 7, "\(collected.output) \(collected.diagnostics)")
    let rows = try study.rows("out")
    #expect(rows.filter { $0["status"] as? String != "not_run" }.count >= answered)
    #expect(rows.contains { $0["status"] as? String == "not_run" })
    #expect(
      study.files("out").keys.filter { $0.hasPrefix("cases/") && $0.hasSuffix(".json") }.count == answered)
    // Nor the base whose siting is to be kept.
    let kept = try ArpentBinary.run(
      "study", "collect", StudyRun.path("endings.toml"), "-o", study.place("other"), "--depth", "fixed_siting"
    )
    #expect(kept.code == 65, "\(kept.diagnostics)")
    #expect(kept.diagnostics.contains("run the study first"), "\(kept.diagnostics)")
    #expect(study.files("other").keys.filter { $0.hasSuffix(".json") }.isEmpty)
  }

  @Test(
    "What cannot be a study, a directory or a part is refused with a reason and nothing is written",
    arguments: [
      (["no-such.toml"], Int32(66), "no-such.toml"),
      (["energy.toml", "--shard", "4/3"], 64, "--shard"),
      (["energy.toml", "--jobs", "0"], 64, "--jobs"),
      (["energy.toml", "--depth", "deep"], 64, "--depth"),
      (["energy.toml", "--set", "cost.energy_eur_per_mhw=1"], 65, "did you mean 'energy_eur_per_mwh'?"),
    ])
  func refused(arguments: [String], code: Int32, said: String) throws {
    let study = try StudyRun()
    defer { study.remove() }
    let run = try study.run(arguments[0], to: "out", Array(arguments.dropFirst()))
    #expect(run.code == code, "\(run.diagnostics)")
    #expect(run.diagnostics.contains(said), "\(run.diagnostics)")
    #expect(study.folder.names.isEmpty)
  }

  @Test("A directory of something else is left alone")
  func foreign() throws {
    let study = try StudyRun()
    defer { study.remove() }
    try FileManager.default.createDirectory(atPath: study.place("out"), withIntermediateDirectories: true)
    try study.folder.write("out/letter.txt", "Dear Sir")
    let run = try study.run("endings.toml", to: "out")
    #expect(run.code == 73, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("--force"))
    #expect(Array(study.files("out").keys) == ["letter.txt"])
  }
}
