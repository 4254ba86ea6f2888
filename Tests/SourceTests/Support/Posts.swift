// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// Three posts around three sites, at distances that can be worked out by hand: everything lies on round
/// coordinates of Lambert-93, in which Arpent measures, so that 3 km east and 4 km north is 5 km.
enum Posts {
  /// Sites in Lambert-93.
  static let sites = """
    id,name,x,y
    alpha,Alpha,650000,6860000
    beta,Beta,660000,6860000
    gamma,Gamma,650000,6870000

    """

  /// The posts in Lambert-93. A comma, an apostrophe and an accent in the names, a code that is no number.
  static let table = """
    name,code,voltage_kv,height_m,x,y
    Écluse,01,225,12.5,653000,6864000
    Nord,2A,63,8.25,650000,6872000
    "Sud, l'Est",075,400,30.75,660000,6853000

    """

  /// The nearest post of each site: distance in km, name, code, kV, height in m.
  static let nearest: [String: (km: Double, name: String, code: String, kV: Double, height: Double)] = [
    "alpha": (5, "Écluse", "01", 225, 12.5),
    "beta": (7, "Sud, l'Est", "075", 400, 30.75),
    "gamma": (2, "Nord", "2A", 63, 8.25),
  ]

  /// The nearest post of 225 kV or more: for gamma 3 km east and 6 km south.
  static let nearestLarge = ["alpha": 5.0, "beta": 7.0, "gamma": 45.0.squareRoot()]

  /// GeoJSON of the posts in degrees, which every other file is made from by ogr2ogr.
  static func geojson(in folder: TemporaryFolder) throws -> String {
    try folder.write("posts-lambert.csv", table)
    let path = folder.path + "/posts.geojson"
    try Tool.run(
      [
        "ogr2ogr", "-f", "GeoJSON", path, "posts-lambert.csv", "-nln", "posts", "-s_srs", "EPSG:2154",
        "-t_srs", "EPSG:4326", "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-dialect", "SQLite",
        "-sql",
        "select name, code, cast(voltage_kv as integer) voltage_kv, cast(height_m as float) height_m, geometry "
          + "from \"posts-lambert\"",
        "-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=9",
      ], in: folder.path)
    return path
  }

  /// The posts as a file of another format, made by ogr2ogr.
  static func file(
    _ name: String, format: String, options: [String] = [], in folder: TemporaryFolder
  ) throws -> String {
    let source = try geojson(in: folder)
    let path = folder.path + "/" + name
    if path != source { try Tool.run(["ogr2ogr", "-f", format, path, source] + options, in: folder.path) }
    return path
  }

  /// The posts in Lambert-93 under the label of another coordinate system.
  static func mislabelled(_ name: String, as label: String, in folder: TemporaryFolder) throws {
    _ = try file("right-" + name, format: "GPKG", options: ["-t_srs", "EPSG:2154"], in: folder)
    try Tool.run(["ogr2ogr", "-f", "GPKG", name, "right-" + name, "-a_srs", label], in: folder.path)
  }

  /// A layer over the posts with the two derivations that the expectations above are for.
  static func layer(
    _ declaration: String, nameField: String = "name", large: String = "voltage_kv >= 225"
  ) -> String {
    """
    [layers.posts]
    title = "Posts"
    \(declaration)
    [[layers.posts.derive]]
    indicator = "nearest"
    distance_km = "post_km"
    fields = { \(nameField) = "post_name", code = "post_code", voltage_kv = "post_kv", height_m = "post_height_m" }
    units = { post_kv = "kV", post_height_m = "m" }
    [[layers.posts.derive]]
    indicator = "nearest"
    where = "\(large)"
    distance_km = "large_post_km"
    """
  }
}
