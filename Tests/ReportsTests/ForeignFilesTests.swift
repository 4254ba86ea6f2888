// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing

@testable import Results

@Suite("Files of others in a result directory, and the directory itself, outlive every new result")
struct ForeignFilesTests {
  struct Stop: Error {}

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func directory(_ name: String = "out", force: Bool = false) -> ResultDirectory {
    ResultDirectory(folder.file(name), kind: .plan, force: force)
  }

  /// A small result whose manifest lists its files, with work between check and swap.
  private static func result(
    _ mark: String, names: [String] = ["plan.json", "sites.csv"],
    during work: (@Sendable () throws -> Void)? = nil
  ) -> [ResultFile] {
    let listed = (names + ["manifest.json"]).map { "\"\($0)\"" }.joined(separator: ", ")
    var files = names.map { ResultFile($0, text: mark) }
    if let work {
      files.append(
        ResultFile(
          "late.bin",
          .producer { path in
            try work()
            try "made".write(toFile: path, atomically: false, encoding: .utf8)
          }))
    }
    return files + [
      ResultFile("manifest.json", text: "{\"tool\": {\"name\": \"arpent\"}, \"files\": [\(listed)]}")
    ]
  }

  private func status(_ name: String) -> stat {
    var info = stat()
    lstat(folder.file(name), &info)
    return info
  }

  private func mode(_ name: String) -> mode_t { status(name).st_mode & 0o7777 }

  @Test func aFileThatComesWhileTheResultIsMadeStays() throws {
    try directory().write(Self.result("old"))
    let out = folder.file("out")
    try directory().write(
      Self.result("new") {
        try "mine".write(toFile: out + "/notes.txt", atomically: false, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: out + "/maps", withIntermediateDirectories: true)
        try "map".write(toFile: out + "/maps/a.qgz", atomically: false, encoding: .utf8)
      })
    #expect(folder.read("out/notes.txt") == "mine" && folder.read("out/maps/a.qgz") == "map")
    #expect(folder.read("out/plan.json") == "new" && folder.names() == ["out"])
  }

  @Test func aFileThatComesIntoTheOldDirectoryAfterTheSwapIsMovedOver() throws {
    let old = folder.file(".old")
    try ResultDirectory(old, kind: .plan).write(Self.result("old", names: ["plan.json", "gone.csv"]))
    try folder.makeFolder("out")
    try folder.write("new", to: "out/plan.json")
    try folder.write("theirs", to: "out/notes.txt")
    for (name, text) in [("notes.txt", "mine"), ("thesis.doc", "mine"), ("plan.json-wal", "side")] {
      try folder.write(text, to: ".old/\(name)")
    }
    try folder.makeFolder(".old/plan.json.kept")
    let remains = EarlierResult.takeApart(old, into: folder.file("out"))
    #expect(remains.left == nil)
    #expect(remains.moved.sorted() == ["notes.txt.kept-1", "plan.json.kept", "thesis.doc"])
    #expect(folder.read("out/notes.txt.kept-1") == "mine" && folder.read("out/notes.txt") == "theirs")
    #expect(folder.read("out/plan.json") == "new")
    #expect(folder.names() == ["out"])
    #expect(
      folder.names("out") == ["notes.txt", "notes.txt.kept-1", "plan.json", "plan.json.kept", "thesis.doc"])
  }

  @Test func nothingIsLostWhileSomebodyWritesAllTheTime() async throws {
    try directory().write(Self.result("old"))
    let out = folder.file("out")
    let written = try await withThrowingTaskGroup(of: [String].self) { group in
      group.addTask {
        var names: [String] = []
        for number in 0..<400 {
          let name = "note-\(number).txt"
          // By a descriptor of the directory, so that it may be the old one.
          let place = open(out, O_RDONLY | O_DIRECTORY)
          guard place >= 0 else { continue }
          usleep(200)
          let file = openat(place, name, O_WRONLY | O_CREAT | O_EXCL, 0o600)
          if file >= 0 {
            names.append(name)
            close(file)
          }
          close(place)
        }
        return names
      }
      group.addTask {
        for number in 0..<20 {
          try ResultDirectory(out, kind: .plan).write(
            Self.result("\(number)"))
        }
        return []
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let found = Set(folder.names("out"))
    #expect(written.count > 100)
    #expect(written.filter { !found.contains($0) } == [])
    #expect(folder.names() == ["out"])
  }

  @Test func aKilledRunLosesNothingOfOthers() throws {
    // As a run leaves it that was killed right after the swap: its directory holds the old result and a note.
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    #expect(posix_spawn(&child, "/bin/true", nil, nil, &arguments, environ) == 0)
    waitpid(child, nil, 0)
    let partial = ".out.arpent-\(child)-17.partial"
    try directory("out").write(Self.result("new"))
    try folder.makeFolder(partial)
    try ResultDirectory(folder.file("\(partial)/new"), kind: .plan).write(Self.result("old"))
    try folder.write("mine", to: "\(partial)/new/notes.txt")
    try folder.write("", to: "\(partial)/exchanged")
    try directory("out").write(Self.result("newer"))
    #expect(folder.read("out/notes.txt") == "mine" && folder.read("out/plan.json") == "newer")
    #expect(folder.names() == ["out"])
  }

  @Test func theModeOfTheDirectoryAndItsFilesStays() throws {
    try directory().write(Self.result("old"))
    chmod(folder.file("out"), 0o2700)
    chmod(folder.file("out/plan.json"), 0o600)
    try directory().write(Self.result("new"))
    #expect(mode("out") == 0o2700 && mode("out/plan.json") == 0o600 && mode("out/sites.csv") == 0o644)
    try folder.write("mine", to: "out/notes.txt")
    try directory().write(Self.result("newer"))
    #expect(mode("out") == 0o2700 && mode("out/plan.json") == 0o600)
    #expect(folder.read("out/plan.json") == "newer")
  }

  @Test func aReadOnlyDirectoryIsRefusedBeforeTheWork() throws {
    try directory().write(Self.result("old"))
    chmod(folder.file("out"), 0o555)
    defer { chmod(folder.file("out"), 0o755) }
    for target in [directory(), directory(force: true)] {
      let error = #expect(throws: ResultDirectoryError.self) { try target.check() }
      #expect(error?.cure.contains("chmod u+w") == true)
      #expect(throws: ResultDirectoryError.self) { try target.write(Self.result("new")) }
    }
    #expect(folder.read("out/plan.json") == "old")
  }

  @Test func aDirectoryInOneThatMayNotBeWrittenIsFilledInPlace() throws {
    try folder.makeFolder("locked")
    try directory("locked/out").write(Self.result("old", names: ["plan.json", "gone.csv"]))
    let inode = status("locked/out").st_ino
    chmod(folder.file("locked"), 0o555)
    defer { chmod(folder.file("locked"), 0o755) }
    try directory("locked/out").check()
    try directory("locked/out").write(Self.result("new"))
    #expect(status("locked/out").st_ino == inode)
    #expect(folder.names("locked/out") == ["manifest.json", "plan.json", "sites.csv"])
    #expect(folder.read("locked/out/plan.json") == "new" && folder.names("locked") == ["out"])
    let error = #expect(throws: ResultDirectoryError.self) { try directory("locked/other").check() }
    #expect(error?.reason.contains("Permission denied") == true)
  }

  @Test func aFailureInPlaceLeavesTheOldFiles() throws {
    try folder.makeFolder("locked")
    try directory("locked/out").write(Self.result("old"))
    chmod(folder.file("locked"), 0o555)
    defer { chmod(folder.file("locked"), 0o755) }
    let place = folder.file("locked/out/late.bin")
    // Its name becomes a directory after the check: the last file cannot take its place, and those before it
    // go back.
    #expect(throws: ResultDirectoryError.self) {
      try directory("locked/out").write(
        Self.result("new") {
          try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        })
    }
    #expect(folder.read("locked/out/plan.json") == "old" && folder.read("locked/out/sites.csv") == "old")
    #expect(folder.names("locked/out") == ["late.bin", "manifest.json", "plan.json", "sites.csv"])
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser may mount"))
  func aMountPointIsFilledInPlace() throws {
    try directory("real dir").write(Self.result("old"))
    try folder.makeFolder("out dir")
    guard mount(folder.file("real dir"), folder.file("out dir"), nil, 4096, nil) == 0 else { return }
    defer { umount2(folder.file("out dir"), 2) }
    try directory("out dir").check()
    try directory("out dir").write(Self.result("new"))
    #expect(folder.read("out dir/plan.json") == "new" && folder.read("real dir/plan.json") == "new")
    #expect(folder.names("out dir") == ["manifest.json", "plan.json", "sites.csv"])
    #expect(folder.names() == ["out dir", "real dir"])
  }

  @Test func aLinkToNothingIsRefusedBeforeTheWork() throws {
    symlink("nowhere/out", folder.file("link"))
    for name in ["link", "link/", "link/deeper"] {
      let error = #expect(throws: ResultDirectoryError.self) { try directory(name, force: true).check() }
      #expect(error?.reason.contains("nowhere/out") == true, "\(name)")
    }
    #expect(folder.names() == ["link"])
  }

  @Test func theLongestNameIsWritten() throws {
    let name = String(repeating: "é", count: 127)
    try directory(name).write(Self.result("old"))
    try directory(name).write(Self.result("new"))
    #expect(folder.names() == [name] && folder.read("\(name)/plan.json") == "new")
  }
}
