// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Glibc
import Testing

@testable import Results

/// A folder of a test's own, removed at its end.
final class TemporaryFolder {
  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.path
    var template = Array("\(base)/arpent-reports-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: file(name), atomically: false, encoding: .utf8)
  }

  func read(_ name: String) -> String? { try? String(contentsOfFile: file(name), encoding: .utf8) }

  func names(_ name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: file(name))) ?? []).sorted()
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
  }
}

@Suite struct ResultDirectoryTests {
  struct Stop: Error {}

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A small result whose manifest lists its files.
  private static func result(_ mark: String, names: [String] = ["plan.json", "sites.csv"]) -> [ResultFile] {
    let listed = (names + ["manifest.json"]).map { "\"\($0)\"" }.joined(separator: ", ")
    return names.map { ResultFile($0, text: mark) } + [
      ResultFile("manifest.json", text: "{\"tool\": {\"name\": \"arpent\"}, \"files\": [\(listed)]}")
    ]
  }

  private func directory(_ name: String = "out", force: Bool = false) -> ResultDirectory {
    ResultDirectory(folder.file(name), kind: .plan, force: force)
  }

  @Test func makesTheDirectoryAndThoseAboveIt() throws {
    let target = directory("a/b/out")
    try target.check()
    #expect(folder.names() == [], "a check leaves nothing behind")
    try target.write(Self.result("new"))
    #expect(folder.names("a/b") == ["out"])
    #expect(folder.names("a/b/out") == ["manifest.json", "plan.json", "sites.csv"])
    #expect(folder.read("a/b/out/plan.json") == "new")
  }

  @Test func producersWriteTheirOwnFiles() throws {
    try directory().write([
      ResultFile(
        "made.bin", .producer { path in try "made".write(toFile: path, atomically: false, encoding: .utf8) })
    ])
    #expect(folder.read("out/made.bin") == "made")
  }

  @Test func anEmptyDirectoryIsFilled() throws {
    try folder.makeFolder("out")
    try directory().write(Self.result("new"))
    #expect(folder.read("out/plan.json") == "new")
  }

  @Test func anEarlierResultIsReplacedWhole() throws {
    try directory().write(Self.result("old", names: ["plan.json", "gone.csv"]))
    try folder.write("side", to: "out/plan.json-wal")
    try directory().check()
    try directory().write(Self.result("new"))
    #expect(folder.names("out") == ["manifest.json", "plan.json", "sites.csv"])
    #expect(folder.read("out/plan.json") == "new")
    #expect(folder.names() == ["out"], "nothing is left beside it")
  }

  @Test func failureInTheMiddleLeavesTheOldResult() throws {
    try directory().write(Self.result("old"))
    let broken =
      Self.result("new") + [ResultFile("late.gpkg", .producer { _ in throw Stop() })]
    #expect(throws: Stop.self) { try directory().write(broken) }
    #expect(folder.read("out/plan.json") == "old")
    #expect(folder.names("out") == ["manifest.json", "plan.json", "sites.csv"])
    #expect(folder.names() == ["out"], "the partial directory is gone")
  }

  @Test func aProducerThatWritesNothingIsAFailure() throws {
    #expect(throws: ResultDirectoryError.self) {
      try directory().write([ResultFile("a", text: "x"), ResultFile("b", .producer { _ in })])
    }
    #expect(folder.names() == [])
  }

  @Test func aForeignDirectoryIsRefused() throws {
    try folder.makeFolder("out")
    try folder.write("mine", to: "out/thesis.doc")
    for attempt in [{ try directory().check() }, { try directory().write(Self.result("new")) }] {
      let error = #expect(throws: ResultDirectoryError.self) { try attempt() }
      #expect(error.map { "\($0)" }?.contains("thesis.doc") == true)
      #expect(error?.cure.contains("--force") == true)
    }
    #expect(folder.names("out") == ["thesis.doc"] && folder.names() == ["out"])
  }

  @Test func forceOverwritesTheFilesOfTheResultAndNoOther() throws {
    try folder.makeFolder("out/pictures")
    try folder.write("mine", to: "out/thesis.doc")
    try folder.write("earlier", to: "out/plan.json")
    try directory(force: true).write(Self.result("new"))
    #expect(folder.names("out") == ["manifest.json", "pictures", "plan.json", "sites.csv", "thesis.doc"])
    #expect(folder.read("out/plan.json") == "new" && folder.read("out/thesis.doc") == "mine")
    #expect(folder.names() == ["out"])
  }

  @Test(arguments: [
    ("plan.json", ResultKind.screening, "it holds a plan, which a screening would replace"),
    ("screening.json", .plan, "it holds a screening, which a plan would replace"),
    ("compare.json", .plan, "it holds a comparison, which a plan would replace"),
    ("plan.json", .comparison, "it holds a plan, which a comparison would replace"),
    ("later.json", .plan, "it holds a result that this version of Arpent does not know, which a plan"),
  ])
  func aResultOfAnotherKindIsNotReplaced(file: String, kind: ResultKind, words: String) throws {
    try folder.makeFolder("out")
    for made in Self.result("old", names: [file, "sites.csv"]) {
      if case .bytes(let bytes) = made.content {
        try folder.write(String(decoding: bytes, as: UTF8.self), to: "out/\(made.name)")
      }
    }
    let target = ResultDirectory(folder.file("out"), kind: kind)
    for attempt in [{ try target.check() }, { _ = try target.write(Self.result("new")) }] {
      let error = #expect(throws: ResultDirectoryError.self) { try attempt() }
      #expect(error?.description.contains(words) == true)
      #expect(error?.cure == "choose another directory with -o, or replace it with --force")
    }
    #expect(folder.read("out/\(file)") == "old")
    try ResultDirectory(folder.file("out"), kind: kind, force: true).write(
      Self.result("new", names: ["new.json"]))
    #expect(folder.names("out") == ["manifest.json", "new.json"])
  }

  @Test func aStudyDoesNotTakeThePlaceOfAPlanWithAFolderOfCases() throws {
    try directory().write(Self.result("old"))
    try folder.makeFolder("out/cases")
    let study = StudyDirectory(folder.file("out"))
    let files = [ResultFile("study.json", text: "new")]
    for attempt in [{ try study.check() }, { _ = try study.write(files) }] {
      let error = #expect(throws: ResultDirectoryError.self) { try attempt() }
      #expect(error?.reason == "it holds a plan, which a study would replace")
    }
    #expect(folder.read("out/plan.json") == "old")
    try StudyDirectory(folder.file("out"), force: true).check()
    try StudyDirectory(folder.file("out"), force: true).write(files)
    #expect(folder.names("out") == ["cases", "study.json"])
    // Again, and beside notes of others.
    try folder.write("mine", to: "out/notes.txt")
    try study.check()
    try study.write(files)
    #expect(folder.read("out/notes.txt") == "mine")
  }

  @Test func notesPutIntoAnEarlierResultSurvive() throws {
    try directory().write(Self.result("old", names: ["plan.json", "gone.csv"]))
    try folder.write("mine", to: "out/notes.txt")
    try directory().write(Self.result("new"))
    #expect(folder.names("out") == ["manifest.json", "notes.txt", "plan.json", "sites.csv"])
    #expect(folder.read("out/plan.json") == "new" && folder.read("out/notes.txt") == "mine")
  }

  @Test(arguments: [
    "{\"tool\": {\"name\": \"other\"}, \"files\": [\"manifest.json\"]}", "not json", "{}", "[]",
    "{\"tool\": {\"name\": \"arpent\"}, \"files\": [\"manifest.json\", \"../victim\"]}",
  ])
  func aManifestOfSomebodyElseIsNoEarlierResult(text: String) throws {
    try folder.makeFolder("out")
    try folder.write(text, to: "out/manifest.json")
    try folder.write("keep", to: "victim")
    #expect(throws: ResultDirectoryError.self) { try directory().write(Self.result("new")) }
    #expect(folder.read("out/manifest.json") == text && folder.read("victim") == "keep")
  }

  @Test func aFileInTheWayIsRefused() throws {
    try folder.write("mine", to: "out")
    for target in [directory(force: true), directory("out/below", force: true)] {
      #expect(throws: ResultDirectoryError.self) { try target.check() }
      #expect(throws: ResultDirectoryError.self) { try target.write(Self.result("new")) }
    }
    #expect(folder.read("out") == "mine")
  }

  @Test func aDirectoryInThePlaceOfAFileIsRefused() throws {
    try folder.makeFolder("out/plan.json/deep")
    #expect(throws: ResultDirectoryError.self) { try directory(force: true).write(Self.result("new")) }
    #expect(folder.names("out/plan.json") == ["deep"])
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func aReadOnlyParentIsRefusedBeforeTheWork() throws {
    try folder.makeFolder("locked")
    chmod(folder.file("locked"), 0o555)
    defer { chmod(folder.file("locked"), 0o755) }
    let error = #expect(throws: ResultDirectoryError.self) { try directory("locked/out").check() }
    #expect(error.map { "\($0)" }?.contains("Permission denied") == true)
  }

  @Test(arguments: ["/proc/arpent-out", "", "/"])
  func placesThatCannotHoldAResultAreRefused(path: String) {
    #expect(throws: ResultDirectoryError.self) { try ResultDirectory(path, kind: .plan, force: true).check() }
    #expect(throws: ResultDirectoryError.self) {
      try ResultDirectory(path, kind: .plan, force: true).write(Self.result("new"))
    }
  }

  @Test(arguments: ["", ".", "..", "a/b", "../escape", "twice"])
  func namesThatLeadElsewhereAreRefused(name: String) throws {
    #expect(throws: ResultDirectoryError.self) {
      try directory().write([ResultFile("twice", text: ""), ResultFile(name, text: "")])
    }
    #expect(folder.names() == [])
  }

  @Test func aLinkToADirectoryIsFollowed() throws {
    try folder.makeFolder("real")
    symlink(folder.file("real"), folder.file("link"))
    try directory("link").write(Self.result("new"))
    #expect(folder.read("real/plan.json") == "new")
    #expect(folder.names() == ["link", "real"])
  }

  @Test func leftoversOfDeadRunsAreRemovedAndOthersAreNot() throws {
    // A process that is gone: the child of this test that has just ended.
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    #expect(posix_spawn(&child, "/bin/true", nil, nil, &arguments, environ) == 0)
    waitpid(child, nil, 0)
    try folder.makeFolder(".out.arpent-\(child)-0.partial/deep")
    try folder.makeFolder(".out.arpent-\(getpid())-999999.partial")
    try folder.makeFolder(".other.arpent-\(child)-0.partial")
    try folder.makeFolder(".out.arpent-x-0.partial")
    try directory().write(Self.result("new"))
    #expect(
      folder.names()
        == [
          ".other.arpent-\(child)-0.partial", ".out.arpent-\(getpid())-999999.partial",
          ".out.arpent-x-0.partial", "out",
        ].sorted())
  }

  @Test func manyWritersAtOnceLeaveOneWholeResult() async throws {
    try directory().write(Self.result("0"))
    let path = folder.file("out")
    let marks = (1...8).map { "\($0)" }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for mark in marks {
        group.addTask { try ResultDirectory(path, kind: .plan).write(Self.result(mark)) }
      }
      try await group.waitForAll()
    }
    #expect(folder.names() == ["out"])
    let mark = try #require(folder.read("out/plan.json"))
    #expect(marks.contains(mark) && folder.read("out/sites.csv") == mark)
  }

  @Test func theOldResultIsThereUntilTheNewOneIs() throws {
    try directory().write(Self.result("old"))
    let out = folder.file("out/plan.json")
    let seen = ResultFile(
      "seen.txt",
      .producer { path in
        let now = (try? String(contentsOfFile: out, encoding: .utf8)) ?? "nothing"
        try now.write(toFile: path, atomically: false, encoding: .utf8)
      })
    try directory().write(Self.result("new", names: ["plan.json"]) + [seen])
    #expect(folder.read("out/seen.txt") == "old" && folder.read("out/plan.json") == "new")
  }

  @Test func standardOutputIsNoDirectory() {
    let error = #expect(throws: ResultDirectoryError.self) { try ResultDirectory("-", kind: .plan).check() }
    #expect(error?.description.contains("name a directory") == true)
  }
}
