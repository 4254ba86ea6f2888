// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

@Suite struct RuntimeTests {
  @Test func versionsAreKnown() throws {
    let parts = GDALRuntime.version.split(separator: ".").compactMap { Int($0.prefix { $0.isNumber }) }
    try #require(parts.count >= 2)
    #expect(GDALRuntime.versionNumber / 10_000 == parts[0] * 100 + parts[1])
    #expect(GDALRuntime.versionNumber >= 3_060_000)
    #expect(GDALRuntime.isCompatible)
    #expect(GDALRuntime.geosVersion?.hasPrefix("3.") == true)
    #expect(Int(GDALRuntime.projVersion.prefix { $0.isNumber }) ?? 0 >= 6)
  }

  @Test(arguments: ["GPKG", "GeoJSON", "FlatGeobuf", "ESRI Shapefile", "CSV"])
  func vectorDriversCanCreate(name: String) throws {
    let driver = try GDALRuntime.driver(named: name)
    #expect(driver.name == name)
    #expect(driver.isVector && driver.canOpen && driver.canCreate)
  }

  @Test func rasterDriverIsDistinguished() throws {
    let tiff = try GDALRuntime.driver(named: "gtiff")
    #expect(tiff.name == "GTiff")
    #expect(tiff.isRaster && !tiff.isVector && tiff.canCreate)
    let png = try GDALRuntime.driver(named: "PNG")
    #expect(!png.canCreate && png.canCreateCopy)
    #expect(png.extensions == ["png"])
  }

  @Test func unknownDriverNamesTheNearest() {
    let error = gdalError { try GDALRuntime.driver(named: "GeoJSN") }
    #expect(error?.reason == .driverUnknown)
    #expect(error?.hint == "did you mean \"GeoJSON\"?")
    #expect(error?.description.contains("hint: did you mean") == true)
  }

  @Test(arguments: [
    ("a.gpkg", "GPKG"), ("dir.v1/b.GEOJSON", "GeoJSON"), ("/x/c.fgb", "FlatGeobuf"),
    ("d.shp", "ESRI Shapefile"),
    ("e.csv", "CSV"),
  ])
  func driverIsChosenByExtension(path: String, name: String) throws {
    #expect(try GDALRuntime.vectorDriver(forCreating: path).name == name)
  }

  @Test(arguments: ["plain", "dir.gpkg/plain", "a.nonsense", "", "x.", "picture.png"])
  func noDriverForOtherExtensions(path: String) {
    #expect(gdalError { try GDALRuntime.vectorDriver(forCreating: path) }?.reason == .driverUnknown)
  }

  /// In a process of its own, where nothing is registered yet.
  @Test func registrationFromManyThreads() async {
    await #expect(processExitsWith: .success) {
      let counts = Gathered<Int>()
      onThreads(32) { index in
        if index % 2 == 0 { GDALRuntime.register() }
        counts.append(GDALRuntime.drivers.count)
      }
      #expect(counts.values.count == 32)
      #expect(Set(counts.values).count == 1)
      #expect((counts.values.first ?? 0) > 20)
      if Set(counts.values).count != 1 { exit(1) }
    }
  }
}
