// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent screen, and what a screening does to a plan", .serialized)
struct ScreenTests {
  private let example = "models/scenarios/screening-example.toml"
  private let base = "models/scenarios/france-65.toml"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func bytes(_ path: String) throws -> Data {
    try #require(FileManager.default.contents(atPath: path))
  }

  /// Identifiers of the excluded sites by the names of the rules that excluded them.
  private func rulesBySite(_ screening: [String: Any]) throws -> [String: [String]] {
    let sites = try #require(screening["excluded_sites"] as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: sites.map { site in
        let rules = try #require(site["excluded_by"] as? [[String: Any]])
        return (try #require(site["id"] as? String), rules.compactMap { $0["rule"] as? String })
      })
  }

  @Test("The help is the golden one")
  func help() throws {
    let run = try ArpentBinary.run("screen", "--help")
    #expect(run.code == 0)
    let difference = Snapshot.difference(run.output, golden: "ArpentTests/Golden/arpent-screen.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "Without a scenario the shipped example is screened: every site is kept or excluded, ranked or explained")
  func shipped() throws {
    let run = try ArpentBinary.run("screen")
    #expect(run.code == 0, "\(run.diagnostics)")
    for words in [
      "Rules", "Kept sites by score", "The top 10 stay the same", "every rule that excluded", "add -o DIR",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    let json = try object(try ArpentBinary.run("screen", example, "--format", "json").output)
    let ranking = try #require(json["ranking"] as? [[String: Any]])
    let excluded = try rulesBySite(json)
    #expect(ranking.count + excluded.count == 65)
    #expect(ranking.compactMap { $0["rank"] as? Int } == Array(1...ranking.count))
    #expect(excluded.values.allSatisfy { !$0.isEmpty })
    // No rule of the example is idle, and none excludes every site.
    for rule in try #require(json["rules"] as? [[String: Any]]) {
      #expect((1..<65).contains(rule["excluded"] as? Int ?? 0), "\(rule)")
    }
    // The example has no faults of its own to tell.
    #expect((json["notes"] as? [String])?.isEmpty == true)
  }

  /// What every plan of the shipped base excludes sites by, whatever the screening says.
  private let ofEveryPlan = ["first_operation", "committed_mw", "power_mw_max", "grid.connection distance"]

  @Test("The rules hold, recomputed from the table of sites")
  func recomputed() throws {
    let run = try ArpentBinary.run("sites", example, "--format", "json")
    let rows = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let found = try rulesBySite(object(try ArpentBinary.run("screen", example, "--format", "json").output))
    for row in rows {
      let id = try #require(row["id"] as? String)
      let attributes = try #require(row["attributes"] as? [String: [String: Any]])
      func number(_ name: String) -> Double? { attributes[name]?["value"] as? Double }
      func text(_ name: String) -> String? { attributes[name]?["value"] as? String }
      var wanted: [String] = []
      if !(number("substation_225_km").map { $0 <= 10 } ?? false) { wanted.append("225 kV within 10 km") }
      if !(number("power_mw_max").map { $0 >= 50 } ?? false) { wanted.append("50 MW or more") }
      if text("confidence").map({ $0 == "low" }) ?? true { wanted.append("data not called weak") }
      if text("area_kind") == "building" { wanted.append("more than a building") }
      if !(number("seismic_zone").map { $0 <= 3 } ?? false) { wanted.append("seismic zone 3 or lower") }
      #expect((found[id] ?? []).filter { !ofEveryPlan.contains($0) } == wanted, "\(id)")
    }
  }

  @Test("csv and geojson print every site with its status and why")
  func formats() throws {
    let csv = try ArpentBinary.run("screen", example, "--format", "csv", "--quiet")
    #expect(csv.output.split(separator: "\n").count == 66)
    #expect(csv.diagnostics.isEmpty)
    let json = try object(try ArpentBinary.run("screen", example, "--format", "geojson").output)
    let features = try #require(json["features"] as? [[String: Any]])
    #expect(features.count == 65)
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(properties.values.allSatisfy { !($0 is [Any]) && !($0 is [String: Any]) })
      let isKept = properties["status"] as? String == "kept"
      #expect(isKept == ((properties["excluded_by"] as? String)?.isEmpty == true))
      #expect(isKept == (properties["rank"] is Int))
    }
    #expect(try ArpentBinary.run("screen", example, "--format", "xml").code == 64)
  }

  @Test(
    "A result is written whole, is the same twice and with any number of jobs, and replaces only its like")
  func directory() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (first, second) = (folder.path + "/first", folder.path + "/second")
    #expect(try ArpentBinary.run("screen", example, "-o", first, "--jobs", "1", "--quiet").code == 0)
    #expect(try ArpentBinary.run("screen", example, "-o", second, "--jobs", "4", "--quiet").code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: first).sorted()
    #expect(
      names == [
        "excluded.csv", "manifest.json", "ranking.csv", "report.html", "screening.json", "sites.geojson",
        "stability.csv",
      ])
    // The manifest alone may state times.
    for name in names where name != "manifest.json" {
      #expect(try bytes(first + "/" + name) == bytes(second + "/" + name), "\(name)")
    }
    let manifest = try object(String(decoding: bytes(first + "/manifest.json"), as: UTF8.self))
    #expect((manifest["files"] as? [String])?.sorted() == names)
    #expect((manifest["layers"] as? [Any])?.isEmpty == false)
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(inputs.contains { ($0["path"] as? String)?.hasSuffix("screening-example.toml") == true })
    #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    // Another screening takes the place of the first.
    #expect(try ArpentBinary.run("screen", base, "-o", first, "--quiet").code == 0)
    #expect(try bytes(first + "/ranking.csv") != bytes(second + "/ranking.csv"))
    let foreign = folder.path + "/foreign"
    try FileManager.default.createDirectory(atPath: foreign, withIntermediateDirectories: true)
    try "mine".write(toFile: foreign + "/notes.txt", atomically: true, encoding: .utf8)
    #expect(try ArpentBinary.run("screen", example, "-o", foreign).code == 73)
    #expect(try ArpentBinary.run("screen", example, "-o", foreign, "--force", "--quiet").code == 0)
    #expect(FileManager.default.fileExists(atPath: foreign + "/notes.txt"))
    #expect(try ArpentBinary.run("screen", example, "-o", foreign + "/notes.txt").code == 73)
  }

  @Test("A scenario without a screening keeps every site that a plan can choose and says how to write one")
  func none() throws {
    let run = try ArpentBinary.run("screen", base)
    #expect(run.code == 0)
    #expect(run.diagnostics.contains("[[screening.rule]]"))
    #expect(run.output.contains("29 kept, 36 excluded"))
    let json = try object(try ArpentBinary.run("screen", base, "--format", "json").output)
    #expect((json["ranking"] as? [Any])?.count == 29)
    #expect(try rulesBySite(json).values.joined().allSatisfy(ofEveryPlan.contains))
    // The advice itself can be pasted.
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let lines = run.diagnostics.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "[[screening.rule]]"))
    let pasted = lines[start...].prefix { !$0.hasPrefix("Every attribute") }.joined(separator: "\n")
    let file = try folder.write(
      "pasted.toml", "schema = 1\nname = \"Pasted\"\nextends = \"\(ArpentBinary.root)/\(base)\"\n" + pasted)
    let again = try ArpentBinary.run("screen", file)
    #expect(again.code == 0, "\(again.diagnostics)")
    #expect(again.output.contains("near the 400 kV grid"))
  }

  @Test("Faults are reported all at once, with file, line and the nearest attribute")
  func faults() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(
      "faulty.toml",
      """
      schema = 1
      name = "Faulty"
      extends = "\(ArpentBinary.root)/\(base)"
      [[screening.rule]]
      attribute = "substation_225km"
      max = 20
      [[screening.rule]]
      attribute = "status"
      max = 20
      [[screening.score]]
      attribute = "region_name"
      better = "lower"
      """)
    for command in ["screen", "sites"] {
      let run = try ArpentBinary.run(command, file)
      #expect(run.code == 65)
      #expect(run.output.isEmpty)
      #expect(run.diagnostics.contains("faulty.toml:5:1: error: "), "\(run.diagnostics)")
      #expect(run.diagnostics.contains("did you mean 'substation_225_km'?"))
      #expect(run.diagnostics.contains("faulty.toml:8:1: error: "))
      #expect(run.diagnostics.contains("faulty.toml:11:1: error: "))
    }
    // A fault of the file itself comes in the same round.
    let both = try ArpentBinary.run("screen", file, "--set", "screening.toop=3")
    #expect(both.code == 65)
    #expect(both.diagnostics.contains("did you mean 'top'?"))
    #expect(both.diagnostics.contains("did you mean 'substation_225_km'?"))
    #expect(try ArpentBinary.run("screen", "no/such.toml").code == 66)
    #expect(try ArpentBinary.run("screen", example, "--set", "screening.top=0").code == 65)
    #expect(
      try ArpentBinary.run("screen", example, "--set", "screening.groups.gird=2").diagnostics.contains(
        "'grid'"))
  }

  @Test("A missing value excludes or passes as the scenario says, and is called missing")
  func missing() throws {
    let rule = "screening.rule=[{ name = \"priced\", attribute = \"connection_400kv_cost_eur\", max = 1e12 }]"
    let strict = try rulesBySite(
      object(try ArpentBinary.run("screen", base, "--set", rule, "--format", "json").output))
    #expect(!strict.isEmpty)
    let text = try ArpentBinary.run("screen", base, "--set", rule).output
    #expect(text.contains("missing ("))
    let lenient = try ArpentBinary.run(
      "screen", base, "--set", rule, "--set", "screening.missing=keep", "--format", "json")
    #expect(try rulesBySite(object(lenient.output)).values.joined().allSatisfy(ofEveryPlan.contains))
  }

  @Test("Tightening a limit never keeps more sites, on the real data too")
  func tightening() throws {
    var last: Set<String> = []
    for limit in [40, 20, 10, 5, 2, 1, 0] {
      let run = try ArpentBinary.run(
        "screen", base, "--set", "screening.rule=[{ attribute = \"substation_400_km\", max = \(limit) }]",
        "--format",
        "json")
      let now = Set(try rulesBySite(object(run.output)).keys)
      #expect(last.isSubset(of: now))
      last = now
    }
    #expect(last.count == 65)
  }

  private let demand = ["--set", "demand.gpus.2028=20000"]

  @Test("A plan takes no site that is screened out, says why with value, limit and source, and verifies")
  func plan() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let run = try ArpentBinary.run(["plan", example, "-o", place, "--quiet"] + demand)
    #expect(run.code == 0, "\(run.diagnostics)")
    let screening = try rulesBySite(
      object(try ArpentBinary.run("screen", example, "--format", "json").output))
    let plan = try object(String(decoding: bytes(place + "/plan.json"), as: UTF8.self))
    let sites = try #require(plan["sites"] as? [[String: Any]])
    for site in sites {
      let id = try #require(site["id"] as? String)
      let exclusions = try #require(site["exclusions"] as? [[String: Any]])
      let rules = exclusions.compactMap { $0["rule"] as? String }
      for rule in screening[id] ?? [] {
        #expect(site["status"] as? String == "excluded")
        #expect(rules.contains("screened out: \(rule)") || rules.contains(rule), "\(id)")
      }
      // Who is out of the screening is out of the plan, and the other way round.
      if screening[id] == nil { #expect(rules.isEmpty, "\(id)") }
    }
    let bethune = try #require(sites.first { $0["id"] as? String == "bethune-bridgestone" })
    let reason = try #require((bethune["reasons"] as? [String])?.first)
    #expect(reason.hasPrefix("screened out: 225 kV within 10 km: substation_225_km 13."), "\(reason)")
    #expect(reason.contains("(derived: ") && reason.hasSuffix(", at most 10 km"), "\(reason)")
    let table = String(decoding: try bytes(place + "/excluded.csv"), as: UTF8.self)
    #expect(table.contains("bethune-bridgestone"))
    #expect(table.contains("screened out: more than a building"))
    #expect(String(decoding: try bytes(place + "/report.html"), as: UTF8.self).contains("screened out: "))
    #expect(try ArpentBinary.run("verify", place).code == 0)
  }

  @Test("A site that is forced in and screened out is an error of a plan, at its place")
  func forced() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(
      "forced.toml",
      """
      schema = 1
      name = "Forced"
      extends = "\(ArpentBinary.root)/\(example)"
      [sites]
      force_in = ["marseille-saint-andre-segro"]
      [demand]
      gpus = { 2028 = 20_000 }
      """)
    let run = try ArpentBinary.run("plan", file)
    #expect(run.code == 65, "\(run.diagnostics)")
    #expect(
      run.diagnostics.contains(
        "forced.toml:5:13: error: sites.force_in: 'marseille-saint-andre-segro' is screened out: data not called weak"
      ),
      "\(run.diagnostics)")
    #expect(run.diagnostics.contains("more than a building"))
    // Nothing is planned by a screening, which shows the site among the excluded and warns.
    let screen = try ArpentBinary.run("screen", file)
    #expect(screen.code == 0)
    #expect(screen.diagnostics.contains("forced.toml:5:13: warning: "))
  }

  @Test("Scores alone change no plan")
  func scoresAlone() throws {
    let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
    let plain = try ArpentBinary.run("plan", scenario, "--format", "json", "--quiet")
    let scored = try ArpentBinary.run(
      "plan", scenario, "--format", "json", "--quiet", "--set",
      "screening.score=[{ attribute = \"area_ha\", better = \"higher\" }]")
    #expect(plain.code == 0 && plain.output == scored.output)
  }
}
