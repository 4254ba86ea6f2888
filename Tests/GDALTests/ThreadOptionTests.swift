// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import GDAL

/// Options are set for one thread and one call, and leave nothing behind.
@Suite struct ThreadOptionTests {
  @Test func optionsAreRestored() throws {
    struct Stop: Error {}
    let name = "GDAL_TESTS_OPTION"
    #expect(threadOption(name) == nil)
    withThreadOptions(["GDAL_TESTS_OPTION": "outer"]) {
      withThreadOptions(["GDAL_TESTS_OPTION": "first", "gdal_tests_option": "second"]) {
        #expect(threadOption(name) == "second")
      }
      #expect(threadOption(name) == "outer")
      #expect(throws: Stop.self) { try withThreadOptions(["GDAL_TESTS_OPTION": "inner"]) { throw Stop() } }
      #expect(threadOption(name) == "outer")
    }
    #expect(threadOption(name) == nil)
  }

  @Test func otherThreadsDoNotSeeThem() {
    let seen = Gathered<String?>()
    withThreadOptions(["GDAL_TESTS_OPTION": "mine"]) {
      onThreads(4) { _ in seen.append(threadOption("GDAL_TESTS_OPTION")) }
    }
    #expect(seen.values == [nil, nil, nil, nil])
  }

  @Test func writersLeaveNoneBehind() throws {
    let folder = MemoryFolder()
    try Fixtures.points(3, at: folder.file("a.gpkg"), driver: "GPKG")
    #expect(throws: GDALError.self) { try VectorWriter(creating: "/no/such/folder/a.gpkg") }
    do { _ = try VectorWriter(creating: folder.file("b.gpkg")) }
    #expect(threadOption("OGR_CURRENT_DATE") == nil)
  }
}
