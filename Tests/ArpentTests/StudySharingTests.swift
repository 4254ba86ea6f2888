// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("A study divided among threads, processes and machines", .serialized)
struct StudySharingTests {
  /// A study run alone by one thread, and its files.
  private func whole(_ study: StudyRun, _ file: String, _ more: [String] = []) throws -> [String: Data] {
    let run = try study.run(file, to: "whole", ["--jobs", "1"] + more)
    #expect(run.code == 0, "\(run.diagnostics)")
    return study.files("whole")
  }

  @Test("1, 2 or 4 jobs: the same bytes", arguments: ["relaxation", "fixed_siting", "full"])
  func jobs(depth: String) throws {
    let study = try StudyRun()
    defer { study.remove() }
    let whole = try whole(study, "endings.toml", ["--depth", depth])
    for jobs in ["2", "4"] {
      #expect(try study.run("endings.toml", to: jobs, ["--jobs", jobs, "--depth", depth]).code == 0)
      #expect(StudyRun.differences(whole, study.files(jobs)) == [])
    }
  }

  @Test(
    "Parts in any order, then collected: the same bytes, with and without regret",
    arguments: [[], ["--regret"]])
  func shards(more: [String]) throws {
    let study = try StudyRun()
    defer { study.remove() }
    let whole = try whole(study, "endings.toml", more)
    for part in [3, 1, 2] {
      let run = try study.run("endings.toml", to: "parts", ["--shard", "\(part)/3"] + more)
      #expect(run.code == 0, "\(run.diagnostics)")
      #expect(study.files("parts")["summary.json"] == nil)
    }
    let collected = try ArpentBinary.run(
      ["study", "collect", StudyRun.path("endings.toml"), "-o", study.place("parts"), "--quiet"] + more)
    #expect(collected.code == 0, "\(collected.diagnostics)")
    #expect(StudyRun.differences(whole, study.files("parts")) == [])
  }

  @Test(
    "Several runners on one directory at once: each question answered once, the same bytes", arguments: 1...3)
  func together(attempt: Int) throws {
    let study = try StudyRun()
    defer { study.remove() }
    let whole = try whole(study, "energy.toml")
    try FileManager.default.createDirectory(
      atPath: study.place("shared/cases"), withIntermediateDirectories: true)
    let watch = try #require(FolderWatch(study.place("shared/cases")))
    let runs = try (0...attempt).map { _ in try study.start("energy.toml", to: "shared") }.map { $0.1() }
    for run in runs { #expect(run.code == 0, "\(run.diagnostics)") }
    let counts = watch.counts()
    #expect(counts.count == 200)
    #expect(counts.values.allSatisfy { $0 == 1 })
    #expect(StudyRun.differences(whole, study.files("shared")) == [])
  }

  @Test("Several runners that plan the same base first: planned once, the same bytes")
  func togetherOnBase() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let more = ["--depth", "fixed_siting"]
    let whole = try whole(study, "endings.toml", more)
    for attempt in 1...4 {
      let place = "shared-\(attempt)"
      try FileManager.default.createDirectory(
        atPath: study.place(place + "/cases"), withIntermediateDirectories: true)
      let watch = try #require(FolderWatch(study.place(place + "/cases")))
      let runs = try (0..<3).map { _ in try study.start("endings.toml", to: place, more) }.map { $0.1() }
      for run in runs { #expect(run.code == 0, "\(run.diagnostics)") }
      #expect(watch.counts().values.allSatisfy { $0 == 1 })
      #expect(StudyRun.differences(whole, study.files(place)) == [])
    }
  }

  @Test("Two studies at once with one cache, and a third after them that finds all answers there")
  func cache() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let whole = try whole(study, "energy.toml")
    let cache = ["--cache", study.place("cache")]
    let runs = try ["a", "b", "c"].map { try study.start("energy.toml", to: $0, cache) }.map { $0.1() }
    for run in runs { #expect(run.code == 0, "\(run.diagnostics)") }
    for name in ["a", "b", "c"] { #expect(StudyRun.differences(whole, study.files(name)) == []) }
    let answers = whole.filter { $0.key.hasSuffix(".json") && $0.key.hasPrefix("cases/") }
    var kept = study.files("cache")
    kept[".claims"] = nil
    #expect(kept.count == answers.count)
    for (name, data) in kept { #expect(answers["cases/" + name] == data, "\(name)") }

    // All is there, so nothing is added; what is there is believed.
    #expect(try study.run("energy.toml", to: "d", cache).code == 0)
    #expect(StudyRun.differences(whole, study.files("d")) == [])
  }

  @Test("A file that is not what was written there is no answer: the case is solved again")
  func spoiled() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let whole = try whole(study, "endings.toml")
    let names = whole.keys.filter { $0.hasPrefix("cases/") && $0.hasSuffix(".json") }.sorted()
    try Data().write(to: URL(fileURLWithPath: study.place("whole/" + names[0])))
    try Data("{\"key\": \"other\"}".utf8).write(to: URL(fileURLWithPath: study.place("whole/" + names[1])))
    try Data("{".utf8).write(
      to: URL(fileURLWithPath: study.place("whole/cases/." + names[2].dropFirst(6) + ".part")))
    #expect(try study.run("endings.toml", to: "whole").code == 0)
    let files = study.files("whole")
    for name in names { #expect(files[name] == whole[name], "\(name)") }
  }

  @Test("The order of cases changes no answer")
  func order() throws {
    let study = try StudyRun()
    defer { study.remove() }
    let cases = [
      "cost.energy_eur_per_mwh=140", "demand.gpus.*+=2000", "limits.sites_max=3", "limits.sites_max=2",
    ]
    func file(_ name: String, _ cases: [String]) throws -> String {
      try study.write(
        name, cases.map { "[[cases]]\nname = \"\($0)\"\nchanges = [\"\($0)\"]\n" }.joined())
    }
    #expect(try study.run(file("a.toml", cases), to: "a").code == 0)
    #expect(try study.run(file("b.toml", cases.reversed()), to: "b").code == 0)
    func answers(_ name: String) -> [String: Data] { study.files(name).filter { $0.key.hasPrefix("cases/") } }
    #expect(StudyRun.differences(answers("a"), answers("b")) == [])
    let rows = try study.rows("b").map { "\($0["id"] ?? "") \($0["key"] ?? "")" }
    #expect(try Set(study.rows("a").map { "\($0["id"] ?? "") \($0["key"] ?? "")" }) == Set(rows))
  }
}
