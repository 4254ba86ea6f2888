// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// A grid of whole numbers around the sites: 4 rows of 5 cells of a tenth of a degree, row r and column c
/// holding 280 + 10 r + c.
enum Grid {
  /// Value of the cell under each site, read off by hand: alpha lies at 2.3188 E 48.8381 N, in row 1 and
  /// column 2.
  static let expected = ["alpha": 292.0, "beta": 293.0, "gamma": 282.0]

  /// Arc/Info text of the grid.
  static let text: String = {
    let rows = (0..<4).map { row in
      (0..<5).map { "\(280 + 10 * row + $0)" }.joined(separator: " ")
    }
    return """
      ncols 5
      nrows 4
      xllcorner 2.1
      yllcorner 48.55
      cellsize 0.1
      NODATA_value -9999
      \(rows.joined(separator: "\n"))

      """
  }()

  /// The grid as a file of another format, made by gdal_translate.
  static func file(_ name: String, format: String, options: [String] = [], in folder: TemporaryFolder) throws
  {
    try folder.write("grid.asc", text)
    try Tool.run(
      ["gdal_translate", "-q", "-a_srs", "EPSG:4326", "-ot", "Float32", "-of", format] + options
        + ["grid.asc", name], in: folder.path)
  }

  /// A layer that takes the cell under the site.
  static func layer(_ declaration: String, extra: String = "") -> String {
    """
    [layers.grid]
    title = "Grid"
    \(declaration)
    [[layers.grid.derive]]
    indicator = "raster_value"
    value = "cell"
    unit = "K"
    \(extra)
    """
  }

  /// Checks the cells of the three sites.
  static func expect(
    _ layer: String, in folder: TemporaryFolder, plus offset: Double = 0, _ comment: Comment,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let table = try SourceScenario(folder: folder, layers: layer).table()
    for (site, value) in expected {
      #expect(table.number(site, "cell") == value + offset, comment, sourceLocation: place)
      #expect(table.unit(site, "cell") == "K", comment, sourceLocation: place)
    }
  }
}

@Suite("Every raster format gives the same cells")
struct RasterFormatTests {
  @Test(
    "What gdal_translate wrote is read back",
    arguments: [
      ("grid.tif", "GTiff", [String]()),
      ("cog.tif", "COG", []),
      ("compressed.tif", "GTiff", ["-co", "COMPRESS=DEFLATE", "-co", "TILED=YES"]),
      ("grid.nc", "netCDF", []),
      ("grid.gpkg", "GPKG", ["-co", "TILE_FORMAT=TIFF"]),
      ("grid.img", "HFA", []),
      ("grid.vrt", "VRT", []),
    ])
  func format(name: String, driver: String, options: [String]) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Grid.file(name, format: driver, options: options, in: folder)
    try Grid.expect(Grid.layer("source = \"\(name)\""), in: folder, "\(name)")
  }

  @Test("A raster in Lambert-93 gives the cell under the site as well")
  func projected() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Grid.file("degrees.tif", format: "GTiff", in: folder)
    try Tool.run(
      [
        "gdalwarp", "-q", "-t_srs", "EPSG:2154", "-tr", "250", "250", "-r", "near", "degrees.tif", "grid.tif",
      ],
      in: folder.path)
    try Grid.expect(Grid.layer("source = \"grid.tif\""), in: folder, "Lambert-93")
  }

  @Test("A variable of a netCDF file with several is named in the source, a step in time is a band")
  func netCDFVariable() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try NetCDFFixture.write("climate.nc", in: folder)
    let source = "source = 'NETCDF:\"\(folder.path)/climate.nc\":t2m'\ncrs = \"EPSG:4326\""
    try Grid.expect(Grid.layer(source), in: folder, "first step")
    try Grid.expect(Grid.layer(source, extra: "band = 2"), in: folder, plus: 5, "second step")
    // Without the variable it is not clear which is meant.
    let run = try SourceScenario(
      folder: folder, layers: Grid.layer("source = \"climate.nc\"\ncrs = \"EPSG:4326\"")
    ).run()
    #expect(run.code == 65 || run.code == 66, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("'grid'"), "\(run.diagnostics)")
  }

  @Test("A raster without coordinate system is refused with the key that states one")
  func noReference() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("grid.asc", Grid.text)
    try expectRefusal(
      Grid.layer("source = \"grid.asc\""), in: folder, code: 65,
      words: ["'grid'", "no coordinate reference system", "crs = \"EPSG:"])
    try Grid.expect(Grid.layer("source = \"grid.asc\"\ncrs = \"EPSG:4326\""), in: folder, "stated")
  }

  @Test("A site outside the raster or on a cell without value is missing, with the reason")
  func outside() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Grid.file("grid.tif", format: "GTiff", in: folder)
    // Only the two northern rows, with beta's cell, row 1 and column 3, without value.
    try Tool.run(
      ["gdal_translate", "-q", "-srcwin", "0", "1", "5", "2", "-a_nodata", "293", "grid.tif", "part.tif"],
      in: folder.path)
    let table = try SourceScenario(folder: folder, layers: Grid.layer("source = \"part.tif\"")).table()
    #expect(table.number("alpha", "cell") == 292)
    #expect(table.missing("beta", "cell")?.isEmpty == false)
    #expect(table.missing("gamma", "cell")?.contains("outside") == true)
  }

  @Test("A raster cut short is refused")
  func damaged() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Grid.file("small.tif", format: "GTiff", in: folder)
    try Tool.run(
      ["gdal_translate", "-q", "-outsize", "500", "400", "-r", "nearest", "small.tif", "grid.tif"],
      in: folder.path)
    try Tool.run(["truncate", "-s", "100000", "grid.tif"], in: folder.path)
    let run = try SourceScenario(folder: folder, layers: Grid.layer("source = \"grid.tif\"")).run()
    #expect(run.code == 65 || run.code == 66, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("'grid'"), "\(run.diagnostics)")
  }
}
