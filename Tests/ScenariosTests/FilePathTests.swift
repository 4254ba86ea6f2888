// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Scenarios

@Suite struct FilePathTests {
  @Test(arguments: [
    ("../data/a.toml", "work/scenarios", "work/data/a.toml"), ("a.toml", "", "a.toml"),
    ("./a.toml", "x", "x/a.toml"), ("../../a", "x", "../a"), ("../a", "/x/y", "/x/a"),
    ("/abs/a", "x", "/abs/a"), ("PG:dbname=x", "x", "PG:dbname=x"),
    ("https://example.org/a", "x", "https://example.org/a"),
    ("WFS:https://e.org/wfs", "x", "WFS:https://e.org/wfs"),
    ("postgresql://host/db", "x", "postgresql://host/db"), ("-", "x", "-"), ("", "x", ""),
    ("<OGRVRTDataSource/>", "x", "<OGRVRTDataSource/>"),
    ("{\"type\":\"Point\"}", "x", "{\"type\":\"Point\"}"),
    ("/vsicurl/https://e.org/a", "x", "/vsicurl/https://e.org/a"), ("/vsimem/a", "x", "/vsimem/a"),
    // The inner path of an archive is relative unless a second slash begins it.
    ("/vsizip/a.zip/b", "x/y", "/vsizip/x/y/a.zip/b"),
    ("/vsizip/../a.zip/b/../c", "x/y", "/vsizip/x/a.zip/c"),
    ("/vsizip/a.zip/b", "/x", "/vsizip//x/a.zip/b"), ("/vsizip//abs/a.zip/b", "x", "/vsizip//abs/a.zip/b"),
    ("/vsizip/a.zip/b", "", "/vsizip/a.zip/b"), ("/vsigzip/a.csv.gz", "x", "/vsigzip/x/a.csv.gz"),
    ("/vsitar/{../a.tar.gz}/b", "x/y", "/vsitar/{x/a.tar.gz}/b"),
    ("/vsigzip//vsizip/a.zip/b.gz", "x", "/vsigzip//vsizip/x/a.zip/b.gz"),
    ("/vsizip//vsicurl/https://e.org/a.zip", "x", "/vsizip//vsicurl/https://e.org/a.zip"),
    ("/vsizip/vsicurl/https://e.org/a.zip", "x", "/vsizip/vsicurl/https://e.org/a.zip"),
    // So is the file of a source that names a part of it.
    ("NETCDF:\"a.nc\":tas", "x", "NETCDF:\"x/a.nc\":tas"), ("NETCDF:../a.nc:tas", "x/y", "NETCDF:x/a.nc:tas"),
    ("NETCDF:\"/abs/a.nc\":tas", "x", "NETCDF:\"/abs/a.nc\":tas"), ("GPKG:a.gpkg:t", "x", "GPKG:x/a.gpkg:t"),
    ("NETCDF:https://e.org/a.nc", "x", "NETCDF:https://e.org/a.nc"), ("NETCDF:\"a.nc", "x", "NETCDF:\"a.nc"),
    ("a:b/c", "x", "a:b/c"), ("with space/a", "x", "x/with space/a"), ("../../../a", "/x", "/a"),
  ])
  func `resolves`(_ path: String, _ folder: String, _ wanted: String) {
    #expect(FilePath.resolve(path, in: folder) == wanted)
  }

  @Test(arguments: [
    ("work/data/a", "work/scenarios", "../data/a"), ("a", "", "a"), ("a", "x/y", "../../a"),
    ("/x/a", "/x/y", "../a"), ("../a", "", "../a"), ("../a", "x", "../../a"), ("/abs", "x", "/abs"),
    ("a", "..", "a"), ("PG:dbname=x", "y", "PG:dbname=x"),
    ("/vsimem/a", "/x", "/vsimem/a"),
    ("/vsizip/work/data/a.zip/b", "work/scenarios", "/vsizip/../data/a.zip/b"),
    ("/vsizip//x/a.zip/b", "/x/y", "/vsizip/../a.zip/b"),
    ("/vsizip//vsicurl/https://e.org/a", "x", "/vsizip//vsicurl/https://e.org/a"),
    ("NETCDF:\"work/a.nc\":tas", "work/b", "NETCDF:\"../a.nc\":tas"),
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
