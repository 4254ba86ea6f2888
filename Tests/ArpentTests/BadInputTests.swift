// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Bad input: the right code, the cause, the cure", .serialized)
struct BadInputTests {
  private let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  private func plan(_ overlays: String...) throws -> ArpentBinary.Run {
    try ArpentBinary.run(["plan", scenario] + overlays.flatMap { ["--set", $0] })
  }

  @Test(
    "A scenario's faults are named with their key and the nearest valid name",
    arguments: [
      (["limits.sites_maxx=4"], "sites_max"),
      (["hardware.use=[\"gb300-nvl27\"]"], "gb300-nvl72"),
      (["sites.mougins-evrok.power_mw_max=5"], "mougins-evroc"),
      (["sites.force_out=[\"mougin-evroc\"]"], "mougins-evroc"),
      (["demand.gpus.2040=5"], "2040"),
      (["horizon.discount_rate=nan"], "discount_rate"),
      (["grid.connection_225kv.max_mw=-5"], "max_mw"),
      (["limits.campus_min_it_kw=500"], "campus_min_it_mw"),
      (["grid.connection_225kv.max_kw=100"], "max_mw"),
      (["grid.zone_headroom_mw.Dunkerke.2027=5"], "Dunkerque"),
    ])
  func scenarioFaults(overlays: [String], words: String) throws {
    let run = try ArpentBinary.run(["plan", scenario] + overlays.flatMap { ["--set", $0] })
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains(words), "\(run.diagnostics)")
    #expect(run.output.isEmpty)
  }

  @Test("What no cluster of a chosen site can be designed with is invalid input, not a fault of the program")
  func undesignable() throws {
    let run = try plan("sites.mougins-evroc.climate_tmean_c=10", "sites.mougins-evroc.climate_tmax_c=-25")
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(
      run.diagnostics.contains("error: site 'mougins-evroc': the mean of daily maxima in C is -25.0"),
      "\(run.diagnostics)")
  }

  @Test("All findings of a file come at once, each with its line")
  func allAtOnce() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(
      "scenario.toml",
      """
      schema = 1
      name = "Faulty"
      extends = "\(ArpentBinary.root)/Tests/ArpentTests/Scenarios/mistral-18000.toml"
      [limits]
      sites_maximum = 3
      [sites]
      force_out = ["mougin-evroc"]
      [solver]
      gap = 5
      time_limit_ms = 10
      """)
    let run = try ArpentBinary.run("validate", file)
    #expect(run.code == 65)
    #expect(run.output.contains("scenario.toml:5"))
    #expect(run.output.contains("scenario.toml:9"))
    #expect(run.output.contains("scenario.toml:10"))
    // A site that only the layer can tell is unknown comes in the same round.
    #expect(run.output.contains("scenario.toml:7"))
    #expect(run.output.contains("mougins-evroc"))
    #expect(run.output.contains("time_limit_s"))
  }

  @Test("Wrong use of the command line is 64, a missing file 66, an output that cannot be written 73")
  func codes() throws {
    #expect(try ArpentBinary.run("plan").code == 64)
    #expect(try ArpentBinary.run("plan", scenario, "--gap", "2").code == 64)
    #expect(try ArpentBinary.run("nonsense").code == 64)
    #expect(try ArpentBinary.run("plan", "no/such/file.toml").code == 66)
    #expect(try plan("sites.source=no/such/layer.geojson").code == 66)
    #expect(try plan("layers.land.source=no/such/layer.geojson").code == 66)
    // Without its derivations a layer of the pack would be gone without a word.
    #expect(try plan("layers.rivers.source=no/such/layer.geojson").code == 65)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("occupied", "a file, not a folder")
    #expect(try ArpentBinary.run("plan", scenario, "-o", file).code == 73)
    #expect(try ArpentBinary.run("plan", scenario, "-o", file + "/below").code == 73)
    let foreign = folder.path + "/foreign"
    try FileManager.default.createDirectory(atPath: foreign, withIntermediateDirectories: true)
    try "mine".write(toFile: foreign + "/notes.txt", atomically: true, encoding: .utf8)
    let refused = try ArpentBinary.run("plan", scenario, "-o", foreign)
    #expect(refused.code == 73)
    #expect(refused.diagnostics.contains("--force") || refused.diagnostics.contains("force"))
    #expect(FileManager.default.fileExists(atPath: foreign + "/notes.txt"))
  }

  private func sites(_ features: String) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features)]}"
  }

  private func site(_ id: String, _ x: Double, _ y: Double, _ extra: String = "") -> String {
    """
    {"type":"Feature","properties":{"id":"\(id)","name":"\(id)"\(extra)},"geometry":{"type":"Point","coordinates":[\(x),\(y)]}}
    """
  }

  @Test("Sites that cannot be used are refused by name")
  func sites() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cases: [(String, String)] = [
      (sites(site("a", 2, 48) + "," + site("a", 3, 48)), "more than once"),
      (sites(site("ny", -74, 40.7)), "outside France"),
      (sites(site("london", -0.1, 51.5)), "outside France"),
      (sites(site("atlantic", -5.2, 45.5)), "outside France"),
      (sites(site("neg", 2, 48, ",\"power_mw_max\":-3")), "power_mw_max is -3"),
      (sites(""), "no"),
    ]
    for (index, (text, words)) in cases.enumerated() {
      let file = try folder.write("sites\(index).geojson", text)
      let run = try plan("sites.source=\(file)")
      #expect(run.code == 65, "\(words): \(run.diagnostics)")
      #expect(run.diagnostics.contains(words), "\(run.diagnostics)")
    }
  }

  @Test("A corrupt GeoPackage fails loudly")
  func corrupt() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", scenario, "-o", place, "--quiet").code == 0)
    let package = folder.path + "/damaged.gpkg"
    var bytes = try #require(FileManager.default.contents(atPath: place + "/plan.gpkg"))
    for index in stride(from: 4_096, to: bytes.count - 4_096, by: 4_096) {
      bytes.replaceSubrange(index..<index + 2_000, with: Data(repeating: 0xAB, count: 2_000))
    }
    try bytes.write(to: URL(fileURLWithPath: package))
    let run = try plan("sites.source=\(package)")
    #expect(run.code == 65 || run.code == 66, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("damaged.gpkg"))
  }

  @Test("A layer without a coordinate system is refused with the key that states one")
  func noReference() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("posts.csv", "name,voltage_kv,WKT\nA,225,POINT (2 48)\n")
    let run = try plan(
      "layers.posts.source=\(file)",
      "layers.posts.derive=[{ indicator = \"nearest\", distance_km = \"post_km\" }]")
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("coordinate reference system"))
    #expect(run.diagnostics.contains("crs"))
  }

  @Test("An unknown layer field names the nearest one")
  func unknownField() throws {
    let run = try plan(
      "layers.posts.source=\(ArpentBinary.root)/geodata/layers/substations.geojson",
      "layers.posts.derive=[{ indicator = \"nearest\", distance_km = \"post_km\", fields = { nmae = \"post\" } }]"
    )
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("did you mean 'name'?"), "\(run.diagnostics)")
  }

  @Test("A map layer that cannot be read is reported before the search, not after it")
  func mapLayer() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try ArpentBinary.run(
      "plan", scenario, "-o", folder.path + "/plan", "--set", "layers.land.source=no/such/land.geojson")
    #expect(run.code == 66, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("land"))
    #expect(folder.names.isEmpty)
  }

  @Test(
    "Values no site can have are refused, from a file or the command line",
    arguments: ["connection_year=1e19", "grid_kv=1e30", "pue=0", "power_mw_max=1e12"])
  func absurdValues(cell: String) throws {
    #expect(try plan("sites.mougins-evroc.\(cell)").code == 65)
    let parts = cell.split(separator: "=")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("one.geojson", sites(site("a", 2, 48, ",\"\(parts[0])\":\(parts[1])")))
    let run = try plan("sites.source=\(file)")
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(run.diagnostics.contains("'a'"), "\(run.diagnostics)")
  }
}
