// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Scenarios

@Suite struct FilePathTests {
  @Test(arguments: [
    ("../data/a.toml", "work/scenarios", "work/data/a.toml"), ("a.toml", "", "a.toml"),
    ("./a.toml", "x", "x/a.toml"), ("../../a", "x", "../a"), ("../a", "/x/y", "/x/a"),
    ("/abs/a", "x", "/abs/a"), ("/vsizip/a.zip/b", "x", "/vsizip/a.zip/b"),
    ("PG:dbname=x", "x", "PG:dbname=x"), ("https://example.org/a", "x", "https://example.org/a"),
    ("a:b/c", "x", "a:b/c"), ("with space/a", "x", "x/with space/a"), ("../../../a", "/x", "/a"),
  ])
  func `resolves`(_ path: String, _ folder: String, _ wanted: String) {
    #expect(FilePath.resolve(path, in: folder) == wanted)
  }

  @Test(arguments: [
    ("work/data/a", "work/scenarios", "../data/a"), ("a", "", "a"), ("a", "x/y", "../../a"),
    ("/x/a", "/x/y", "../a"), ("../a", "", "../a"), ("../a", "x", "../../a"), ("/abs", "x", "/abs"),
    ("a", "..", "a"), ("PG:dbname=x", "y", "PG:dbname=x"),
  ])
  func `goes back`(_ path: String, _ folder: String, _ wanted: String) {
    #expect(FilePath.relative(path, to: folder) == wanted)
  }

  @Test func `the disk tells why a file cannot be read`() throws {
    #expect(throws: FileReader.Failure.notFound) { try FileReader.disk.read("/nowhere/a.toml") }
    #expect(throws: FileReader.Failure.isFolder) { try FileReader.disk.read("/") }
    #expect(try FileReader.disk.read(#filePath).count > 100)
  }
}
