// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

@Suite struct SpatialReferenceTests {
  @Test func knownSystems() throws {
    let wgs84 = try SpatialReference(epsg: 4326)
    #expect(wgs84.name == "WGS 84")
    #expect(wgs84.authorityCode == "EPSG:4326")
    #expect(wgs84.isGeographic && !wgs84.isProjected)
    #expect(wgs84.metresPerUnit == nil)
    #expect(wgs84.unitName == "degree")
    #expect(wgs84.description == "WGS 84 (EPSG:4326)")
    let lambert = try SpatialReference(epsg: 2154)
    #expect(lambert.name.contains("Lambert-93"))
    #expect(lambert.isProjected && !lambert.isGeographic)
    #expect(lambert.metresPerUnit == 1)
    #expect(lambert.unitName == "metre")
  }

  @Test func feetAreNotMetres() throws {
    // NAD83 / New York Long Island (ftUS).
    let metres = try SpatialReference(epsg: 2263).metresPerUnit
    #expect(abs((metres ?? 0) - 1200.0 / 3937.0) < 1e-12)
  }

  @Test func everyWayToTheSameSystem() throws {
    let lambert = try SpatialReference(epsg: 2154)
    let others = [
      try SpatialReference(wkt: lambert.wkt()), try SpatialReference(wkt: lambert.wkt1()),
      try SpatialReference(userInput: "EPSG:2154"),
      try SpatialReference(userInput: "urn:ogc:def:crs:EPSG::2154"),
      try SpatialReference(userInput: "http://www.opengis.net/def/crs/EPSG/0/2154"),
    ]
    for other in others { #expect(other.isSame(as: lambert)) }
    #expect(!lambert.isSame(as: try SpatialReference(epsg: 4326)))
    #expect(try lambert.wkt().hasPrefix("PROJCRS["))
    #expect(try lambert.wkt1().hasPrefix("PROJCS["))
    #expect(try !lambert.wkt().contains("\n"))
  }

  @Test func projStringsWork() throws {
    let own = try SpatialReference(proj: "+proj=laea +lat_0=47 +lon_0=3 +datum=WGS84 +units=m")
    #expect(own.isProjected)
    #expect(own.authorityCode == nil)
    #expect(own.metresPerUnit == 1)
  }

  @Test(arguments: ["nonsense", "EPSG:999999", "", "PROJCS[", "http://example.com/crs", "a\0b"])
  func nonsenseIsRefused(text: String) {
    let error = gdalError { try SpatialReference(userInput: text) }
    #expect([.referenceInvalid, .badArgument].contains(error?.reason))
    #expect(error?.hint != nil)
  }

  @Test(arguments: [0, -1, 999_999, Int.max, Int.min])
  func unknownCodesAreRefused(code: Int) {
    let error = gdalError { try SpatialReference(epsg: code) }
    #expect(error?.reason == .referenceInvalid)
    #expect(error?.message.contains("EPSG:\(code)") == true)
  }

  @Test func brokenTextsAreRefused() {
    #expect(gdalError { try SpatialReference(wkt: "GEOGCS[\"x\"") }?.reason == .referenceInvalid)
    #expect(gdalError { try SpatialReference(proj: "+proj=nothing") }?.reason == .referenceInvalid)
  }

  @Test func areaOfUse() throws {
    let area = try #require(SpatialReference(epsg: 2154).areaOfUse)
    // France with Corsica, in degrees, as the EPSG registry has it.
    #expect(area.contains(Coordinate(x: 2.35, y: 48.86)))
    #expect(area.contains(Coordinate(x: 9.0, y: 42.0)))
    #expect(!area.contains(Coordinate(x: 13.4, y: 52.5)))
    // The Pacific islands of Fiji lie on both sides of the antimeridian.
    #expect(try SpatialReference(epsg: 3832).areaOfUse == nil)
  }
}
