// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `arpent size` from the outside: what it answers and what it refuses.
@Suite("arpent size, as an engineer runs it")
struct SizeTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Everything that makes no sense ends with 65 and says why.
  @Test(
    "Bad input is refused with its reason",
    arguments: [
      (["--gpus", "0"], "above zero"), (["--gpus=-8"], "above zero"), (["--mw=nan"], "finite"),
      (["--mw", "0"], "above zero"), (["--mw=-3"], "above zero"), (["--mw=inf"], "finite"),
      // 10 GW is more than one meter gives.
      (["--mw", "10000"], "5000"), (["--gpus", "99999999"], "split the site"),
      (["--mw", "0.01"], "not even one"), (["--gpus", "8", "--sku", "gb300-nvl27"], "gb300-nvl72"),
      (["--gpus", "72", "--supply-temperature-c", "60"], "25"),
      (["--gpus", "72", "--supply-temperature-c", "10"], "45"),
      (["--gpus", "72", "--pue", "0.9"], "pue"), (["--gpus", "72", "--pue=nan"], "pue"),
      (["--gpus", "72", "--connection-kv", "90"], "225"),
      (["--gpus", "72", "--floor-load-kg-per-m2=-1"], "floor load"),
      (["--gpus", "72", "--fabric-tiers", "4"], "tiers"),
      (["--gpus", "72", "--set", "design.power.ups_eficiency=0.9"], "ups_efficiency"),
      (["--gpus", "72", "--set", "design.power.ups_efficiency=95"], "0.5 to 1"),
      (["--gpus", "72", "--set", "design.powr.ups_efficiency=0.95"], "power"),
      (["--gpus", "72", "--set", "sites.x.power_mw_max=3"], "site"),
      (
        ["--gpus", "72", "--train-parameters", "1e12", "--train-tokens", "1e13", "--train-precision", "fp9"],
        "fp4"
      ),
      (["--gpus", "72", "--train-parameters=nan", "--train-tokens", "1e13"], "parameters"),
      (["--gpus", "8", "--serve-parameters", "1e15"], "more GPUs"),
      (["--gpus", "72", "--available-mw=-1"], "available"),
      (["--gpus", "72", "--utilisation", "1.5"], "utilisation"),
    ])
  func badInput(arguments: [String], word: String) throws {
    let run = try ArpentBinary.run(["size"] + arguments)
    #expect(run.code == 65, "\(arguments): \(run.diagnostics)")
    #expect(run.diagnostics.lowercased().contains(word.lowercased()), "\(run.diagnostics)")
    #expect(run.output.isEmpty)
  }

  @Test("Options that do not belong together are wrong use of the command line")
  func usage() throws {
    for arguments in [
      [], ["--gpus", "8", "--mw", "3"], ["--list", "--bom", "x.csv"], ["--gpus", "eight"],
      ["--gpus", "8", "--train-tokens", "1e12"], ["--gpus", "8", "--available-mw-by-month", "1,2,3"],
    ] {
      #expect(try ArpentBinary.run(["size"] + arguments).code == 64, "\(arguments)")
    }
  }

  @Test("A product file with a missing field is refused with file and key")
  func catalogueFault() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/mine.toml"
    let shipped = try String(
      contentsOfFile: ArpentBinary.root + "/models/hardware/gb300-nvl72.toml", encoding: .utf8)
    let lines = shipped.split(separator: "\n", omittingEmptySubsequences: false)
    try lines.filter { !$0.hasPrefix("provisioning_kw") }.joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let run = try ArpentBinary.run("size", "--gpus", "72", "--catalogue", path)
    #expect(run.code == 65)
    #expect(run.diagnostics.contains("mine.toml"))
    #expect(run.diagnostics.contains("provisioning_kw"))
  }

  @Test("A user's own product is sized like a shipped one")
  func ownProduct() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/mine.toml"
    try String(contentsOfFile: ArpentBinary.root + "/models/hardware/gb300-nvl72.toml", encoding: .utf8)
      .replacingOccurrences(of: "id = \"gb300-nvl72\"", with: "id = \"my-rack\"")
      .write(toFile: path, atomically: true, encoding: .utf8)
    func design(_ arguments: [String]) throws -> [String: Any] {
      let run = try ArpentBinary.run(["size", "--gpus", "720", "--format", "json"] + arguments)
      return try #require(try object(run.output)["design"] as? [String: Any])
    }
    let mine = try design(["--catalogue", path, "--sku", "my-rack"])
    let shipped = try design([])
    #expect(mine["grid_mw"] as? Double == shipped["grid_mw"] as? Double)
    #expect(mine["gpus"] as? Int == 720)
  }

  @Test("The bill of materials is written whole, adds up, and replaces nothing unasked")
  func bill() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/bom.csv"
    let run = try ArpentBinary.run("size", "--mw", "44", "--bom", path, "--format", "json")
    #expect(run.code == 0, "\(run.diagnostics)")
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let header = rows[0].split(separator: ",").map(String.init)
    let column = try #require(header.firstIndex(of: "amount_mid_eur"))
    var sum = 0.0
    for row in rows.dropFirst() {
      // Fields before the money hold no comma inside quotes that would shift it, or are quoted as a whole.
      sum += Double(Self.fields(String(row))[column]) ?? 0
    }
    let specification = try #require(try object(run.output)["specification"] as? [String: Any])
    let ledger = try #require(specification["ledger"] as? [String: Any])
    let capital = try #require(ledger["capital_eur"] as? [String: Any])
    #expect(sum == capital["mid"] as? Double)
    #expect(folder.names == ["bom.csv"])
    let again = try ArpentBinary.run("size", "--mw", "44", "--bom", path)
    #expect(again.code == 73)
    #expect(again.diagnostics.contains("--force"))
    #expect(try ArpentBinary.run("size", "--mw", "44", "--bom", path, "--force").code == 0)
    #expect(try ArpentBinary.run("size", "--mw", "44", "--bom", folder.path + "/no/bom.csv").code == 73)
  }

  /// Fields of a CSV line.
  static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test("Every product is listed with sources and can be sized")
  func products() throws {
    let list = try ArpentBinary.run("size", "--list", "--set", "design.power.ups_efficiency=0.97")
    #expect(list.output.contains("\n  power.ups_efficiency = 0.97 "))
    #expect(list.output.contains("\n    Efficiency of the uninterruptible supplies.\n"))
    for sku in [
      "gb200-nvl72", "gb300-nvl72", "dgx-b200", "dgx-b300", "dgx-b300-spectrum", "vera-rubin-nvl72",
    ] {
      #expect(list.output.contains(sku))
      let run = try ArpentBinary.run("size", "--mw", "30", "--sku", sku)
      #expect(run.code == 0, "\(run.diagnostics)")
    }
    #expect(
      try ArpentBinary.run("size", "--mw", "30", "--sku", "vera-rubin-nvl72").output.contains("announced"))
  }

  @Test("The table of announced sites in docs/sizing.md is what the engine says")
  func announcedSites() throws {
    let page = try String(contentsOfFile: ArpentBinary.root + "/docs/sizing.md", encoding: .utf8)
    var rows = 0
    for line in page.split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 10, let gpus = Int(cells[3]), let announced = Double(cells[4]) else { continue }
      rows += 1
      let run = try ArpentBinary.run(
        "size", "--gpus", cells[3], "--sku", cells[2], "--pue", "1.10", "--format", "json")
      let design = try #require(try object(run.output)["design"] as? [String: Any])
      let gridMW = try #require(design["grid_mw"] as? Double)
      let built = try #require(design["gpus"] as? Int)
      #expect(String(format: "%.2f", announced * 1_000 / Double(gpus)) == cells[5])
      #expect(String(format: "%.1f", gridMW) == cells[6])
      #expect(String(format: "%.2f", gridMW * 1_000 / Double(built)) == cells[7])
      // Outside the band of announced sites only with a reason.
      let perGPU = announced * 1_000 / Double(gpus)
      if !(1.9...2.6).contains(perGPU) { #expect(!cells[8].isEmpty) }
    }
    #expect(rows == 6)
  }

  @Test("Hot months that need more than the connection gives are cut, and the year says by how much")
  func hotMonths() throws {
    func year(_ arguments: [String]) throws -> [String: Any]? {
      let run = try ArpentBinary.run(["size", "--format", "json"] + arguments)
      let workload = try object(run.output)["workload"] as? [String: Any]
      return workload?["year"] as? [String: Any]
    }
    let full = try #require(try year(["--mw", "44"]))
    let months = try #require(full["months"] as? [[String: Any]])
    let running = try months.map { try #require($0["gpus"] as? Int) }
    // January runs whole, July does not.
    #expect(running[0] == running.max())
    #expect(running[6] == running.min())
    #expect(running[6] < running[0])
    #expect(try year(["--gpus", "7200", "--connection-mw", "44"]) == nil)
  }

  /// What a plan counts and what its designs say is built are the same, site by site.
  @Test("A plan and its designs do not disagree", arguments: ["mistral-compute", "sovereign-compute"])
  func planAndDesigns(scenario: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let out = folder.path + "/plan"
    let run = try ArpentBinary.run("plan", "models/scenarios/\(scenario).toml", "-o", out, "--quiet")
    #expect(run.code == 0, "\(run.diagnostics)")
    let plan = try object(String(contentsOfFile: out + "/plan.json", encoding: .utf8))
    let designs = try object(String(contentsOfFile: out + "/designs.json", encoding: .utf8))
    let entries = try #require(designs["sites"] as? [[String: Any]])
    let sites = try #require(plan["sites"] as? [[String: Any]]).filter { $0["selected"] as? Bool == true }
    #expect(entries.compactMap { $0["id"] as? String } == sites.compactMap { $0["id"] as? String })
    let bill = try String(contentsOfFile: out + "/bom.csv", encoding: .utf8).split(separator: "\n")
    let header = Self.fields(String(bill[0]))
    let lineColumn = try #require(header.firstIndex(of: "line"))
    let siteColumn = try #require(header.firstIndex(of: "site_id"))
    let moneyColumn = try #require(header.firstIndex(of: "amount_mid_eur"))
    let rows = bill.dropFirst().map { Self.fields(String($0)) }
    for site in sites {
      let id = try #require(site["id"] as? String)
      let design = try #require(site["design"] as? [String: Any])
      #expect(site["gpus"] as? Int == design["gpus"] as? Int)
      let planMW = try #require(site["grid_mw"] as? Double)
      let designMW = try #require(design["grid_mw"] as? Double)
      #expect(abs(planMW - designMW) <= 1e-9 * planMW)
      let cost = try #require(site["cost"] as? [String: Any])
      func billed(_ lines: [String]) -> Double {
        rows.filter { $0[siteColumn] == id && lines.contains($0[lineColumn]) }
          .reduce(0) { $0 + (Double($1[moneyColumn]) ?? 0) }
      }
      for (key, lines) in [
        ("it_eur", ["systems", "network", "storage"]), ("shell_eur", ["building", "electrical", "cooling"]),
        ("connection_eur", ["connection"]),
      ] {
        let planned = try #require(cost[key] as? Double)
        #expect(abs(billed(lines) - planned) <= 1e-9 * max(1, planned), "\(id) \(key)")
      }
    }
  }
}
