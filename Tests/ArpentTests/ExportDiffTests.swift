// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent export --against", .serialized)
struct ExportDiffTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
  private let folder: TemporaryFolder
  private let before: String
  private let after: String

  init() throws {
    folder = try TemporaryFolder()
    before = folder.path + "/before"
    after = folder.path + "/after"
    for (path, changes) in [(before, []), (after, ["--set", "sites.force_out=[\"mougins-evroc\"]"])] {
      let run = try ArpentBinary.run(["plan", Self.scenario, "-o", path, "--quiet"] + changes)
      try #require(run.code == 0, "\(run.diagnostics)")
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("The layer says what arpent compare says, from directories and from plan.json files alone")
  func compared() throws {
    defer { folder.remove() }
    // Plans that were made elsewhere: no manifest, no inputs.
    var files: [String] = []
    for plan in [before, after] {
      let alone = folder.path + "/alone-" + (plan as NSString).lastPathComponent + ".json"
      try FileManager.default.copyItem(atPath: plan + "/plan.json", toPath: alone)
      files.append(alone)
    }
    let run = try ArpentBinary.run("export", after, "--against", before, "--format", "geojson", "-o", "-")
    #expect(run.code == 0 && run.diagnostics.isEmpty, "\(run.diagnostics)")
    let alone = try ArpentBinary.run(
      "export", files[1], "--against", files[0], "--format", "geojson", "-o", "-")
    #expect(alone.code == 0 && alone.output == run.output, "\(alone.diagnostics)")

    let features = try #require(try object(run.output)["features"] as? [[String: Any]])
    let text = try ArpentBinary.run("compare", before, after, "--format", "json").output
    let sites = try #require(try object(text)["sites"] as? [[String: Any]])
    var moved: [String: [String: Any]] = [:]
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      if properties["status"] as? String != "status_changed" {
        moved[try #require(feature["id"] as? String)] = properties
      }
    }
    #expect(moved.keys.sorted() == sites.compactMap { $0["id"] as? String }.sorted())
    for site in sites {
      let properties = try #require(moved[site["id"] as? String ?? ""])
      #expect(properties["status"] as? String == site["change"] as? String)
      #expect(properties["gpus_before"] as? Int == site["gpus_a"] as? Int)
      #expect(properties["gpus_after"] as? Int == site["gpus_b"] as? Int)
    }
    // The site that was excluded: not among those that the plan after may choose, with the reason.
    let excluded = try #require(moved["mougins-evroc"])
    #expect(excluded["status"] as? String == "left" && excluded["status_after"] as? String == "excluded")
    #expect((excluded["reason"] as? String)?.contains("force") == true, "\(excluded)")
  }

  @Test("With other layers beside it, in one GeoPackage; without a second plan it is refused with the cure")
  func layers() throws {
    defer { folder.remove() }
    let file = folder.path + "/x.gpkg"
    let both = try ArpentBinary.run(
      "export", after, "--against", before + "/plan.json", "--layer", "sites", "-o", file, "--verbose")
    #expect(both.code == 0 && both.diagnostics.contains("time: read "), "\(both.diagnostics)")
    let alone = try ArpentBinary.run("export", after, "--layer", "diff", "-o", folder.path + "/y.gpkg")
    #expect(alone.code == 65 && alone.diagnostics.contains("--against"), "\(alone.diagnostics)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/y.gpkg"))
  }

  @Test("The faults of both plans and of the request are reported at once, before any work")
  func faults() throws {
    defer { folder.remove() }
    let out = folder.path + "/x.gpkg"
    let bad = try folder.write("bad.json", #"{"schema": 1, "status": "optimal"}"#)
    let gone = folder.path + "/gone"
    let run = try ArpentBinary.run(
      "export", bad, "--against", gone, "-o", out, "--layer", "diffs", "--option", "nonsense")
    #expect(run.code == 66, "\(run.diagnostics)")
    for words in ["gone/plan.json: cannot be opened", "is missing", "did you mean 'diff'?", "'nonsense'"] {
      #expect(run.diagnostics.contains(words), "\(words): \(run.diagnostics)")
    }
    #expect(try ArpentBinary.run("export", after, "--against", bad, "-o", out).code == 65)
    try folder.write("text.json", "not JSON")
    let text = try ArpentBinary.run("export", after, "--against", folder.path + "/text.json", "-o", out)
    #expect(text.code == 65 && text.diagnostics.contains("text.json"), "\(text.diagnostics)")
    #expect(!FileManager.default.fileExists(atPath: out))
    // Files of the plan before are never replaced either.
    let own = try ArpentBinary.run(
      "export", after, "--against", before, "-o", before + "/sites.geojson", "--force")
    #expect(own.code == 73, "\(own.diagnostics)")
  }
}
