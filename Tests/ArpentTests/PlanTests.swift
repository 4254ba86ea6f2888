// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent plan, as a user runs it", .serialized)
struct PlanTests {
  private let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
  static let files = [
    "bom.csv", "certificate.json", "clusters.csv", "connections.geojson", "constraints.csv", "costs.csv",
    "designs.json", "excluded.csv", "manifest.json", "plan.gpkg", "plan.json", "report.html", "sites.csv",
    "sites.geojson",
  ]

  @Test("The shipped scenario gives a proven plan and the whole result directory")
  func shippedScenario() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try ArpentBinary.run("plan", scenario, "-o", folder.path + "/plan")
    #expect(run.code == 0, "\(run.diagnostics)")
    #expect(run.output.contains("18,432"))
    #expect(run.output.contains("0 failures"))
    // Nothing but the age of two layers of the pack, which should be read again every year.
    #expect(
      run.diagnostics.split(separator: "\n").filter { $0.hasPrefix("warning:") }.map {
        $0.prefix { $0 != "," }
      } == [
        "warning: layer 'exchanges_landings': vintage 2021 was due for refresh after 12 months",
        "warning: layer 'substations': vintage 2017 was due for refresh after 12 months",
      ])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/plan").sorted()
    #expect(names == Self.files)
    #expect(folder.names == ["plan"])
    let verified = try ArpentBinary.run("verify", folder.path + "/plan")
    #expect(verified.code == 0, "\(verified.output)")
  }

  @Test("One thread or four, another hash seed: the same bytes in every file")
  func determinism() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // Every process has its own hash seed.
    for (name, jobs) in [("a", "1"), ("b", "4"), ("c", "2")] {
      let run = try ArpentBinary.run(
        "plan", scenario, "-o", "\(folder.path)/\(name)", "--jobs", jobs, "--quiet")
      #expect(run.code == 0)
    }
    for file in Self.files {
      let first = FileManager.default.contents(atPath: "\(folder.path)/a/\(file)")
      #expect(first != nil)
      for other in ["b", "c"] {
        #expect(first == FileManager.default.contents(atPath: "\(folder.path)/\(other)/\(file)"), "\(file)")
      }
    }
  }

  @Test("--set changes the inputs: a smaller Mougins moves GPUs elsewhere; the same value changes nothing")
  func overlays() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let base = try ArpentBinary.run("plan", scenario, "--format", "json")
    let same = try ArpentBinary.run("plan", scenario, "--set", "limits.sites_max=4", "--format", "json")
    #expect(base.output == same.output)
    let less = try ArpentBinary.run(
      "plan", scenario, "--set", "sites.mougins-evroc.power_mw_max=30", "--format", "json")
    #expect(less.code == 0)
    #expect(less.output != base.output)
  }

  @Test(
    "What cannot be is explained: which rules would have to give, and by how much",
    arguments: [
      (["--set", "demand.gpus.2026=900000"], "instead of the 900,000 asked for"),
      (["--set", "limits.budget_eur=1e8"], "EUR"),
      (
        [
          "--set", "sites.force_in=[\"oissel-sco-yara\"]", "--set", "limits.sites_max=1", "--set",
          "sites.force_out=[\"mougins-evroc\"]",
        ], "oissel-sco-yara"
      ),
    ])
  func infeasible(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try ArpentBinary.run(["plan", scenario, "-o", folder.path + "/plan"] + arguments)
    #expect(run.code == 3, "\(run.diagnostics)")
    #expect(run.output.contains(words), "\(run.output)")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/plan/report.html"))
  }

  @Test("A dry run solves nothing and writes nothing")
  func dryRun() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try ArpentBinary.run("plan", scenario, "-o", folder.path + "/plan", "--dry-run")
    #expect(run.code == 0)
    #expect(run.output.contains("rows"))
    #expect(folder.names.isEmpty)
  }

  @Test("A time limit that leaves no time ends without a plan, and says so by its code")
  func timeLimit() throws {
    let run = try ArpentBinary.run(
      "plan", "models/scenarios/campus-france.toml", "--time-limit", "0.000001")
    #expect(run.code == 5, "\(run.output)")
  }

  @Test("Killed at any moment, a run leaves the old result or the whole new one", arguments: 1...8)
  func killed(attempt: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", scenario, "-o", place, "--quiet").code == 0)
    let old = FileManager.default.contents(atPath: place + "/plan.json")
    let (process, wait) = try ArpentBinary.start([
      "plan", scenario, "-o", place, "--quiet", "--set", "demand.gpus.2027=14000",
    ])
    Thread.sleep(forTimeInterval: 0.15 * Double(attempt))
    kill(process.processIdentifier, SIGKILL)
    _ = wait()
    let names = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
    #expect(names == Self.files)
    let now = FileManager.default.contents(atPath: place + "/plan.json")
    if now != old {
      #expect(try ArpentBinary.run("verify", place).code == 0)
    }
  }

  @Test("Ctrl-C ends a run with the interrupt's code and leaves nothing half-written")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let (process, wait) = try ArpentBinary.start(["plan", scenario, "-o", place])
    Thread.sleep(forTimeInterval: 0.12)
    kill(process.processIdentifier, SIGINT)
    let run = wait()
    // A run that was done before the signal came has nothing to say of it.
    #expect(run.code == 130 || run.code == 0, "\(run.diagnostics)")
    if FileManager.default.fileExists(atPath: place) {
      // A search that ended before its root was solved has nothing to certify.
      let names = Set(try FileManager.default.contentsOfDirectory(atPath: place))
      #expect(names.union(["certificate.json"]) == Set(Self.files))
    }
    #expect(folder.names.allSatisfy { $0 == "plan" })
  }

  @Test(
    "Saying what is published anyway changes nothing but its basis; a planner's year is taken at its word")
  func restated() throws {
    func objective(_ overlays: String...) throws -> Double {
      let run = try ArpentBinary.run(
        ["plan", scenario, "--format", "json"] + overlays.flatMap { ["--set", $0] })
      let plan = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      return try #require(plan["objective"] as? Double)
    }
    let base = try objective()
    #expect(try objective("sites.mougins-evroc.power_mw_max=96") == base)
    #expect(try objective("sites.mougins-evroc.connection_year=2025") == base)
    let run = try ArpentBinary.run(
      "plan", scenario, "--format", "json", "--set", "sites.bordeaux-lac-bxia.connection_year=2028")
    let plan = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let sites = try #require(plan["sites"] as? [[String: Any]])
    let bordeaux = try #require(sites.first { $0["id"] as? String == "bordeaux-lac-bxia" })
    #expect(bordeaux["status"] as? String != "excluded")
  }

  @Test("Budgets of single years hold with the money in the year the model put it")
  func yearBudgets() throws {
    let run = try ArpentBinary.run(
      "plan", scenario, "--set", "demand.gpus={ 2027 = 18000 }", "--set",
      "limits.budget_by_year_eur={ 2026 = 60000000, 2027 = 1390000000 }")
    #expect(run.code == 0, "\(run.diagnostics)")
  }

  @Test("A result without a plan verifies as such")
  func infeasibleVerifies() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    #expect(
      try ArpentBinary.run("plan", scenario, "-o", place, "--set", "demand.gpus.2027=9000000").code == 3)
    let verified = try ArpentBinary.run("verify", place)
    #expect(verified.code == 0, "\(verified.output)")
  }
}
