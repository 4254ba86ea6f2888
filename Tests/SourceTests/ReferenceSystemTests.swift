// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The same ground in every coordinate system")
struct ReferenceSystemTests {
  @Test(
    "A layer gives the same distances in whatever system it comes",
    arguments: [
      "EPSG:2154",  // Lambert-93
      "EPSG:4326",  // WGS 84 degrees
      "EPSG:3857",  // web Mercator
      "EPSG:4258",  // ETRS89 degrees
      "EPSG:4171",  // RGF93 degrees
      "EPSG:27572",  // Lambert II extended, on the old datum NTF with the Paris meridian
      "EPSG:3035",  // European equal area
      "EPSG:3949",  // CC49, a conic zone of cities
      "EPSG:32631",  // UTM 31N
    ])
  func systems(code: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // From Lambert-93 and not from degrees: between the old datum and degrees PROJ chooses among ways a metre
    // apart.
    _ = try Posts.file("lambert.gpkg", format: "GPKG", options: ["-t_srs", "EPSG:2154"], in: folder)
    try Tool.run(["ogr2ogr", "-f", "GPKG", "posts.gpkg", "lambert.gpkg", "-t_srs", code], in: folder.path)
    try expectPosts(Posts.layer("source = \"posts.gpkg\""), in: folder, "\(code)")
  }

  @Test("A Shapefile whose .prj names no code is understood by its words")
  func wordsOnly() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try Posts.file("posts.shp", format: "ESRI Shapefile", options: ["-t_srs", "EPSG:2154"], in: folder)
    try folder.write(
      "posts.prj",
      """
      PROJCS["Unnamed",GEOGCS["GCS_Unnamed",DATUM["D_Unnamed",SPHEROID["GRS_1980",6378137.0,298.257222101]],\
      PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],\
      PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],\
      PARAMETER["Standard_Parallel_1",49.0],PARAMETER["Standard_Parallel_2",44.0],\
      PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]
      """)
    try expectPosts(Posts.layer("source = \"posts.shp\""), in: folder, ".prj without a code")
  }

  @Test("GML in degrees has latitude first, and the land stays where it is")
  func latitudeFirst() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try Posts.file(
      "posts.gml", format: "GML", options: ["-t_srs", "EPSG:4326", "-dsco", "FORMAT=GML3.2"], in: folder)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("<gml:pos>48.874307556 2.359219079</gml:pos>"))
    try expectPosts(Posts.layer("source = \"posts.gml\""), in: folder, "latitude first")
  }

  @Test("A GeoJSON file with the old crs member is read in the system that it names")
  func crsMember() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      "posts.geojson",
      """
      {"type":"FeatureCollection","name":"posts",
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[
      {"type":"Feature","properties":{"name":"Écluse","code":"01","voltage_kv":225,"height_m":12.5},
      "geometry":{"type":"Point","coordinates":[653000,6864000]}},
      {"type":"Feature","properties":{"name":"Nord","code":"2A","voltage_kv":63,"height_m":8.25},
      "geometry":{"type":"Point","coordinates":[650000,6872000]}},
      {"type":"Feature","properties":{"name":"Sud, l'Est","code":"075","voltage_kv":400,"height_m":30.75},
      "geometry":{"type":"Point","coordinates":[660000,6853000]}}]}
      """)
    try expectPosts(Posts.layer("source = \"posts.geojson\""), in: folder, "crs member")
  }

  @Test("A coordinate system stated in the layer replaces a wrong one in the file")
  func stated() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // Coordinates of Lambert-93 under the label of UTM: a slip seen in hand-made files.
    try Posts.mislabelled("posts.gpkg", as: "EPSG:32631", in: folder)
    let layer = Posts.layer("source = \"posts.gpkg\"\ncrs = \"EPSG:2154\"")
    try expectPosts(layer, in: folder, "stated crs")
  }
}
