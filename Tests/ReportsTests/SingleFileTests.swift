// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing

@testable import Results

@Suite("One file is written whole or not at all, and nothing else is touched")
struct SingleFileTests {
  struct Stop: Error {}

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, force: Bool = false) -> SingleFile {
    SingleFile(folder.file(name), force: force)
  }

  private func mode(_ name: String) -> mode_t {
    var info = stat()
    return lstat(folder.file(name), &info) == 0 ? info.st_mode & 0o7777 : 0
  }

  private func isLink(_ name: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: folder.file(name))) != nil
  }

  /// Both ways to write: bytes, and a library that writes by path.
  private func attempts(_ file: SingleFile, _ text: String) -> [() throws -> Void] {
    [
      { try file.write(text) },
      { try file.write { try text.write(toFile: $0, atomically: false, encoding: .utf8) } },
    ]
  }

  @Test func namesThatOneCouldExpectAreLeftAlone() throws {
    try folder.write("mine", to: "victim")
    for name in ["m.mps.part", "m.mps.\(getpid()).part", "m.mps.tmp"] {
      symlink(folder.file("victim"), folder.file(name))
    }
    let before = folder.names()
    for write in attempts(file("m.mps", force: true), "new") {
      try write()
      #expect(folder.read("m.mps") == "new" && folder.read("victim") == "mine")
      #expect(folder.names() == (before + ["m.mps"]).sorted())
    }
  }

  @Test func aLinkIsFollowedAndStays() throws {
    try folder.makeFolder("deep")
    try folder.write("old", to: "deep/real.csv")
    symlink("deep/real.csv", folder.file("link.csv"))
    #expect(throws: ResultDirectoryError.self) { try file("link.csv").check() }
    for write in attempts(file("link.csv", force: true), "new") {
      try folder.write("old", to: "deep/real.csv")
      try write()
      #expect(isLink("link.csv") && folder.read("deep/real.csv") == "new")
      #expect(folder.names("deep") == ["real.csv"] && folder.names() == ["deep", "link.csv"])
    }
  }

  @Test func aLinkToNothingIsRefusedBeforeTheWork() throws {
    symlink("nowhere", folder.file("link.csv"))
    for target in [file("link.csv"), file("link.csv", force: true)] {
      let error = #expect(throws: ResultDirectoryError.self) { try target.check() }
      #expect(error?.reason.contains("nowhere") == true)
      for write in attempts(target, "new") { #expect(throws: ResultDirectoryError.self) { try write() } }
    }
    #expect(folder.names() == ["link.csv"])
  }

  @Test func theModeOfTheFileThatIsReplacedStays() throws {
    try folder.write("old", to: "a.csv")
    chmod(folder.file("a.csv"), 0o640)
    for write in attempts(file("a.csv", force: true), "new") {
      try write()
      #expect(mode("a.csv") == 0o640 && folder.read("a.csv") == "new")
    }
  }

  @Test func whatItsOwnerMayNotWriteIsRefused() throws {
    try folder.write("old", to: "a.csv")
    chmod(folder.file("a.csv"), 0o440)
    #expect(throws: ResultDirectoryError.self) { try file("a.csv", force: true).check() }
    try folder.makeFolder("locked")
    chmod(folder.file("locked"), 0o555)
    defer { chmod(folder.file("locked"), 0o755) }
    #expect(throws: ResultDirectoryError.self) { try file("locked/a.csv").check() }
    #expect(folder.read("a.csv") == "old" && folder.names("locked") == [])
  }

  @Test func directoriesAreRefused() throws {
    try folder.makeFolder("d")
    for name in ["d", "d/", "none/a.csv", "d/new/"] {
      #expect(throws: ResultDirectoryError.self, "\(name)") { try file(name, force: true).check() }
      #expect(throws: ResultDirectoryError.self, "\(name)") { try file(name, force: true).write("x") }
    }
    #expect(folder.names() == ["d"] && folder.names("d") == [])
  }

  @Test func devicesTakeWhatIsWritten() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: "/dev").sorted()
    for write in attempts(SingleFile("/dev/null"), "x") { try write() }
    let error = #expect(throws: ResultDirectoryError.self) { try SingleFile("/dev/full").write("x") }
    #expect(error?.reason.contains("No space") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/dev").sorted() == before)
  }

  @Test func aPipeTakesWhatIsWritten() throws {
    let name = folder.file("pipe")
    #expect(mkfifo(name, 0o600) == 0)
    let reading = open(name, O_RDONLY | O_NONBLOCK)
    defer { close(reading) }
    try SingleFile(name).check()
    try SingleFile(name).write("through")
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(reading, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "through")
    #expect(folder.names() == ["pipe"])
  }

  @Test func anOpenFileOfThisProcessIsWrittenToAndNotReplaced() throws {
    try folder.write("begun ", to: "log")
    let log = open(folder.file("log"), O_WRONLY | O_APPEND)
    defer { close(log) }
    symlink("/proc/self/fd/\(log)", folder.file("out.csv"))
    for path in ["/dev/fd/\(log)", folder.file("out.csv")] { try SingleFile(path).write("more ") }
    #expect(folder.read("log") == "begun more more ")
    #expect(folder.names() == ["log", "out.csv"])
  }

  @Test func aFileThatCameInTheMeantimeIsNotReplaced() throws {
    let other = folder.file("a.lp")
    #expect(throws: ResultDirectoryError.self) {
      try file("a.lp").write { path in
        try "new".write(toFile: path, atomically: false, encoding: .utf8)
        try "theirs".write(toFile: other, atomically: false, encoding: .utf8)
      }
    }
    #expect(folder.read("a.lp") == "theirs" && folder.names() == ["a.lp"])
  }

  @Test func aFailureLeavesNothing() throws {
    try folder.write("old", to: "a.lp")
    #expect(throws: Stop.self) {
      try file("a.lp", force: true).write { path in
        try "half".write(toFile: path, atomically: false, encoding: .utf8)
        throw Stop()
      }
    }
    #expect(throws: ResultDirectoryError.self) { try file("a.lp", force: true).write { _ in } }
    #expect(folder.read("a.lp") == "old" && folder.names() == ["a.lp"])
  }

  @Test func theLongestNameIsWritten() throws {
    let name = String(repeating: "n", count: 251) + ".csv"
    for write in attempts(file(name, force: true), "new") { try write() }
    #expect(folder.names() == [name] && folder.read(name) == "new")
  }
}
