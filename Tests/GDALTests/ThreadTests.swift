// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

/// One dataset for each thread is the rule; then threads do not disturb each other.
@Suite struct ThreadTests {
  @Test(arguments: ["a.gpkg", "a.fgb", "a.geojson"])
  func eightThreadsReadTheSameFile(file: String) throws {
    let disk = try TemporaryFolder()
    let path = disk.file(file)
    try Fixtures.points(500, at: path, driver: GDALRuntime.vectorDriver(forCreating: path).name)
    let expected = try Dataset.open(path).layer().table()
    let tables = Gathered<FeatureTable>()
    let errors = Gathered<String>()
    onThreads(8) { _ in
      for _ in 0..<10 {
        do {
          tables.append(try Dataset.open(path).layer().table())
        } catch {
          errors.append("\(error)")
        }
      }
    }
    #expect(errors.values == [])
    #expect(tables.values.count == 80)
    #expect(tables.values.allSatisfy { $0 == expected })
  }

  @Test func eightThreadsWriteTheirOwnFile() throws {
    let folder = MemoryFolder()
    let files = Gathered<[UInt8]>()
    onThreads(8) { number in
      let path = folder.file("\(number)/a.gpkg")
      do {
        try Fixtures.points(200, at: path, driver: "GPKG")
        files.append(try VirtualFile.read(path))
      } catch {
        Issue.record(error)
      }
    }
    // The same calls give the same bytes, whatever the other threads do.
    #expect(files.values.count == 8)
    #expect(Set(files.values).count == 1)
  }

  @Test func eightThreadsTransformAndMeasure() throws {
    let sums = Gathered<Double>()
    onThreads(8) { _ in
      do {
        let transform = try CoordinateTransform(
          from: SpatialReference(epsg: 4326), to: SpatialReference(epsg: 2154))
        let circle = try Geometry.point(x: 2, y: 47).buffer(0.5)
        var sum = 0.0
        for _ in 0..<20 { sum += try circle.transformed(by: transform).area }
        sums.append(sum)
      } catch {
        Issue.record(error)
      }
    }
    #expect(sums.values.count == 8 && Set(sums.values).count == 1)
  }
}
