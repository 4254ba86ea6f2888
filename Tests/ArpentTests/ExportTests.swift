// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent export", .serialized)
struct ExportTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
  private let folder: TemporaryFolder
  private let plan: String

  init() throws {
    folder = try TemporaryFolder()
    plan = folder.path + "/plan"
    let run = try ArpentBinary.run("plan", Self.scenario, "-o", plan, "--quiet")
    try #require(run.code == 0, "\(run.diagnostics)")
  }

  private func export(_ arguments: String...) throws -> ArpentBinary.Run {
    try ArpentBinary.run(["export", plan] + arguments)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("The sites on standard output are those of plan.json, and nothing else is there")
  func stream() throws {
    defer { folder.remove() }
    let run = try export("--format", "geojson", "--layer", "sites", "-o", "-")
    #expect(run.code == 0, "\(run.diagnostics)")
    let features = try #require(try object(run.output)["features"] as? [[String: Any]])
    let text = try String(contentsOfFile: plan + "/plan.json", encoding: .utf8)
    let sites = try #require(try object(text)["sites"] as? [[String: Any]]).filter {
      $0["selected"] as? Bool == true
    }
    #expect(features.map { $0["id"] as? String } == sites.map { $0["id"] as? String })
    for (feature, site) in zip(features, sites) {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(properties["gpus"] as? Int == site["gpus"] as? Int)
      let point = (feature["geometry"] as? [String: Any])?["coordinates"] as? [Double]
      #expect(point == [site["lon"] as? Double, site["lat"] as? Double].compactMap { $0 })
    }
    #expect(try export("-o", "-").code == 65)
    #expect(try export("--format", "gpkg", "-o", "-").code == 65)
    let many = try export("--format", "csv", "-o", "-")
    #expect(many.code == 65 && many.diagnostics.contains("--layer"), "\(many.diagnostics)")
  }

  @Test("What a format loses is said, with the fields that get other names, and --quiet is quiet")
  func losses() throws {
    defer { folder.remove() }
    let run = try export("-o", folder.path + "/p.shp")
    #expect(run.code == 0 && run.output.isEmpty, "\(run.diagnostics)")
    #expect(
      run.diagnostics.contains("10 characters") && run.diagnostics.contains("connection_kv to connection"),
      "\(run.diagnostics)")
    let first = try #require(run.diagnostics.range(of: "does not keep everything"))
    let work = run.diagnostics.range(of: "due for refresh") ?? run.diagnostics.range(of: "written ")
    #expect(try first.lowerBound < #require(work).lowerBound)
    #expect(folder.names.contains("p_sites.shp") && folder.names.contains("p_regions.dbf"))
    let quiet = try export("-o", folder.path + "/one.gpkg", "--quiet")
    #expect(quiet.code == 0 && quiet.diagnostics.isEmpty, "\(quiet.diagnostics)")
    #expect(!folder.names.contains { $0.hasSuffix(".partial") })
  }

  @Test(
    "A format that is not there, cannot write or holds no such layers is 65 before any work, with a nearest name and a list",
    arguments: [
      ("gpgk", "Did you mean 'GPKG'?"), ("no-such", "Formats that can be written: "),
      ("OSM", "it can only read"),
      ("PNG", "it is for rasters"), ("DXF", "without fields"), ("PostgreSQL", "a database"),
      ("Selafin", "meshes"), ("", "name a format"),
    ])
  func formats(format: String, words: String) throws {
    defer { folder.remove() }
    let before = folder.names
    let run = try export("--format", format, "-o", folder.path + "/x")
    #expect(
      run.code == 65 && run.diagnostics.contains(words) && run.diagnostics.contains("GeoJSON"),
      "\(run.diagnostics)")
    #expect(folder.names == before && !run.diagnostics.contains("due for refresh"))
  }

  @Test("Layers and options that are not there are reported together, each with its cure")
  func requests() throws {
    defer { folder.remove() }
    let run = try export(
      "-o", folder.path + "/x.gpkg", "--layer", "site", "--option", "sitez:A=B", "--option", "nonsense")
    #expect(
      run.code == 65 && run.diagnostics.contains("did you mean 'sites'?")
        && run.diagnostics.contains("'nonsense'"),
      "\(run.diagnostics)")
    let unknown = try export("-o", folder.path + "/x.gpkg", "--option", "FOO=1", "--option", "LAYER:BAR=1")
    #expect(
      unknown.code == 65 && unknown.diagnostics.contains("FOO") && unknown.diagnostics.contains("BAR"),
      "\(unknown.diagnostics)")
    #expect(try export("-o", folder.path + "/x.gpkg", "--option", "VERSION=9").code == 65)
    #expect(try export("-o", folder.path + "/x.gpkg", "--styles").code == 65)
    // Options of a dataset and of layers find their place by themselves.
    let good = try export(
      "-o", folder.path + "/p.csv", "--layer", "sites", "--option", "SEPARATOR=SEMICOLON", "--option",
      "sites:GEOMETRY=AS_XY")
    #expect(good.code == 0, "\(good.diagnostics)")
    #expect(try String(contentsOfFile: folder.path + "/p.csv", encoding: .utf8).hasPrefix("X;Y;id;name"))
    #expect(
      try export("-o", folder.path + "/v.gpkg", "--option", "VERSION=1.2", "--option", "SPATIAL_INDEX=NO")
        .code == 0)
  }

  @Test("A target that cannot be written is 73 before any work, and what is there stays as it was")
  func targets() throws {
    defer { folder.remove() }
    let file = try folder.write("file.csv", "mine")
    for target in [folder.path + "/none/x.gpkg", file + "/x.gpkg", folder.path, file, "/proc/x.gpkg"] {
      let format = target == folder.path || target.hasSuffix("csv") ? "csv" : "gpkg"
      let run = try export("--format", format, "--layer", "sites", "-o", target)
      #expect(run.code == 73 && !run.diagnostics.contains("due for refresh"), "\(target): \(run.diagnostics)")
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(try export("--layer", "sites", "-o", file, "--force").code == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("WKT"))
    // The plan's own files are never replaced.
    let before = FileManager.default.contents(atPath: plan + "/sites.geojson")
    let own = try export("--layer", "sites", "-o", plan + "/sites.geojson", "--force")
    #expect(own.code == 73 && FileManager.default.contents(atPath: plan + "/sites.geojson") == before)
    #expect(!folder.names.contains { $0.hasSuffix(".partial") })
  }

  @Test(
    "A plan that is not there, is none, or whose inputs are gone or changed: reported by name, nothing written"
  )
  func plans() throws {
    defer { folder.remove() }
    let out = folder.path + "/x.gpkg"
    #expect(try ArpentBinary.run("export", folder.path + "/none", "-o", out).code == 66)
    try folder.write("plan.json", "{}")
    #expect(try ArpentBinary.run("export", folder.path, "-o", out).code == 65)

    // The recorded layer pack is no longer where it was.
    let manifest = plan + "/manifest.json"
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    try text.replacingOccurrences(of: "layers.toml", with: "gone.toml").write(
      toFile: manifest, atomically: true, encoding: .utf8)
    let gone = try export("-o", out)
    #expect(
      gone.code == 66 && gone.diagnostics.contains("gone.toml") && gone.diagnostics.contains("--scenario"),
      "\(gone.diagnostics)")
    // With the scenario named, it works again.
    #expect(try export("-o", out, "--scenario", Self.scenario).code == 0)
    try FileManager.default.removeItem(atPath: out)
    try text.write(toFile: manifest, atomically: true, encoding: .utf8)

    // A doctored plan has no layers.
    let file = plan + "/plan.json"
    let doctored = try String(contentsOfFile: file, encoding: .utf8)
    try doctored.replacingOccurrences(of: "\"gpus\": 18432", with: "\"gpus\": 18433").write(
      toFile: file, atomically: true, encoding: .utf8)
    let refused = try export("-o", out)
    #expect(refused.code == 65 && refused.diagnostics.contains("arpent verify"), "\(refused.diagnostics)")
    #expect(!folder.names.contains("x.gpkg"))
  }

  static let hasDisks: Bool = {
    let run = try? ShellRun.run(
      "d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d && umount $d && rmdir $d")
    return run?.code == 0
  }()

  @Test(
    "A disk without room is a target that cannot be written, before any work, and no fault of the format",
    .enabled(if: hasDisks, "mounting a small tmpfs needs an administrator"))
  func room() throws {
    defer { folder.remove() }
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try #require(ShellRun.run("mount -t tmpfs -o size=64k tmpfs \(disk)").code == 0)
    defer { _ = try? ShellRun.run("umount \(disk)") }
    let run = try export("-o", disk + "/x.gpkg")
    #expect(
      run.code == 73 && run.diagnostics.contains("full") && !run.diagnostics.contains("due for refresh"),
      "\(run.diagnostics)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk).isEmpty)
  }

  @Test("Wrong use is 64")
  func use() throws {
    defer { folder.remove() }
    #expect(try export().code == 64)
    #expect(try ArpentBinary.run("export", "-o", "x.gpkg").code == 64)
  }
}
