// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What a person sees. `script` of util-linux gives a run a terminal of its own; stty sets its width.
@Suite("Terminals, pipes and mails", .serialized)
struct TerminalTests {
  private static let plan = "arpent plan Tests/ArpentTests/Scenarios/mistral-18000.toml"
  private static let hasScript = ShellRun.has("script")

  /// What a terminal of that many columns is sent; standard input is none.
  private func terminal(
    _ command: String, columns: Int = 80, environment: [String: String] = [:]
  ) throws -> String {
    let quoted = "stty cols \(columns) rows 40; \(command)".replacingOccurrences(of: "'", with: "'\\''")
    let stated = ["TERM": "xterm", "COLUMNS": "", "NO_COLOR": ""].merging(environment) { _, new in new }
    return try ShellRun.run("script -qec '\(quoted)' /dev/null", environment: stated).output
  }

  private func widest(_ text: String) -> Int {
    text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
  }

  @Test("The shipped scenario, as it is pasted in a mail: table, map, sums")
  func mail() throws {
    let run = try ShellRun.run(Self.plan + " 2>/dev/null")
    #expect(run.code == 0)
    let difference = Snapshot.difference(run.output, golden: "ArpentTests/Golden/plan-mistral-compute.txt")
    #expect(difference == nil, "\(difference ?? "")")
    // The map alone is plain ASCII.
    let map = run.output.split(separator: "\n").filter { $0.contains("...") }
    #expect(map.count >= 15 && map.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } && $0.count <= 46 })
  }

  @Test("Without a directory for the result the map is the same as with one")
  func withDirectory() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let without = try ShellRun.run(Self.plan + " --quiet").output
    let with = try ShellRun.run("\(Self.plan) --quiet -o \(folder.path)/plan").output
    #expect(
      without.components(separatedBy: "Nothing written")[0] == with.components(separatedBy: "Written to")[0])
  }

  @Test("A scenario that declares no outlines gets no map, and no word about it")
  func withoutOutlines() throws {
    let run = try ShellRun.run("arpent plan Tests/ArpentTests/Studies/base.toml --quiet")
    #expect(run.code == 0, "\(run.output)")
    #expect(run.output.contains("Audit") && !run.output.contains("as in the table"), "\(run.output)")
  }

  @Test(
    "Standard output is data alone: the plan as JSON is the same with and without diagnostics, and nothing but JSON"
  )
  func dataAlone() throws {
    let loud = try ShellRun.run(Self.plan + " --format json --verbose 2>/dev/null")
    let quiet = try ShellRun.run(Self.plan + " --format json --quiet")
    #expect(loud.output == quiet.output)
    #expect(try JSONSerialization.jsonObject(with: Data(quiet.output.utf8)) is [String: Any])
  }

  @Test(
    "Whatever command fails, nothing but data ever reaches standard output",
    arguments: [
      "plan none.toml", "sites none.toml", "screen none.toml", "inspect none.gpkg",
      "compare none none", "verify none", "export none --format GPKG -o none.gpkg", "study none.toml -o none",
      "model none.toml -o none", "size --gpus -4", "plan", "nonsense",
    ])
  func failures(arguments: String) throws {
    let run = try ShellRun.run("arpent \(arguments) 2>/dev/null")
    #expect(run.code != 0 && run.output.isEmpty, "\(run.output)")
  }

  @Test("A pipe that closes early does no harm: the result is whole")
  func head() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try ShellRun.run("\(Self.plan) --quiet --force -o \(folder.path)/plan | head -n 1")
    #expect(run.code == 0 && run.output == "Mistral Compute: 18,000 Blackwell GPUs under EU control\n")
    #expect(try ShellRun.run("arpent verify \(folder.path)/plan").code == 0)
    #expect(folder.names == ["plan"])
  }

  @Test("In a pipe nothing is cut, whatever COLUMNS says, and nothing is emphasised")
  func pipe() throws {
    let narrow = try ShellRun.run(
      Self.plan + " --quiet", environment: ["COLUMNS": "30", "TERM": "xterm", "NO_COLOR": ""])
    #expect(narrow.output.contains("Provence-Alpes-Côte d'Azur") && !narrow.output.contains("\u{1B}"))
  }

  @Test(
    "On a terminal every line keeps to its width, and the map is left out where it has no room",
    .enabled(if: hasScript), arguments: [40, 46, 60, 80, 120])
  func widths(columns: Int) throws {
    let shown = try terminal(Self.plan + " 2>/dev/null", columns: columns, environment: ["NO_COLOR": "1"])
    #expect(widest(shown) <= columns, "\(shown)")
    #expect(shown.contains("as in the table") == (columns >= 46))
    #expect(shown.contains("18,432") && shown.contains("1,505"))
  }

  @Test("The tables of other commands keep to the terminal too", .enabled(if: hasScript))
  func otherTables() throws {
    let sites = try terminal("arpent sites models/scenarios/france-65.toml 2>/dev/null", columns: 100)
    let rows = sites.split(whereSeparator: \.isNewline).filter { $0.contains("  ") && !$0.hasPrefix("*") }
    #expect(rows.count > 60 && rows.allSatisfy { $0.count <= 100 }, "\(sites)")
  }

  @Test("COLUMNS counts before the terminal's own width; nonsense in it does not", .enabled(if: hasScript))
  func columns() throws {
    // Said right before the command: a shell between may set it to the width of the terminal.
    let command = Self.plan + " 2>/dev/null"
    let stated = try terminal("COLUMNS=50 " + command, columns: 120, environment: ["NO_COLOR": "1"])
    #expect(widest(stated) <= 50)
    for nonsense in ["0", "-3", "wide", ""] {
      let shown = try terminal("COLUMNS=\(nonsense) " + command, columns: 120, environment: ["NO_COLOR": "1"])
      #expect(widest(shown) > 80 && widest(shown) <= 120, "\(nonsense)")
    }
  }

  @Test(
    "Emphasis on a terminal alone, and never against NO_COLOR or on a terminal without it; the words are the same",
    .enabled(if: hasScript))
  func emphasis() throws {
    let command = Self.plan + " --quiet"
    let emphasised = try terminal(command)
    #expect(emphasised.contains("\u{1B}[1mMistral Compute") && emphasised.contains("\u{1B}[32mProven"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""]] {
      let plain = try terminal(command, environment: environment)
      #expect(!plain.contains("\u{1B}"), "\(environment)")
      var words = emphasised
      for code in ["1", "32", "0"] { words = words.replacingOccurrences(of: "\u{1B}[\(code)m", with: "") }
      #expect(plain == words)
    }
  }

  @Test(
    "On a terminal the state of the search is one line that never wraps and is gone at the end",
    .enabled(if: hasScript), arguments: [40, 100])
  func progress(columns: Int) throws {
    let shown = try terminal(
      "arpent plan models/scenarios/campus-france.toml --gap 0 >/dev/null", columns: columns)
    let states = shown.components(separatedBy: "\r\u{1B}[K").dropFirst()
    #expect(states.count >= 3, "\(shown)")
    for state in states.dropLast() {
      #expect(!state.contains("\n") && state.count < columns, "\(state)")
    }
    #expect(states.contains { $0.contains("no plan yet") })
    #expect(states.contains { $0.contains("gap ") && $0.contains(" %") })
    #expect(shown.hasSuffix("\r\u{1B}[K"), "the line is taken away")
    #expect(columns < 100 || states.contains { $0.contains("MEUR, bound 8,") })
  }

  @Test(
    "--quiet shows no state, a dumb terminal gets no codes, and a short search in a log says nothing",
    .enabled(if: hasScript))
  func silence() throws {
    #expect(try terminal(Self.plan + " --quiet >/dev/null") == "")
    let dumb = try terminal(Self.plan + " >/dev/null", environment: ["TERM": "dumb"])
    #expect(!dumb.contains("\u{1B}") && !dumb.contains("no plan yet"))
    let log = try ShellRun.run(Self.plan + " 2>&1 >/dev/null")
    #expect(
      log.output.split(separator: "\n").allSatisfy {
        $0.hasPrefix("warning: layer") || $0.contains(" changes ")
      }, "\(log.output)")
  }

  @Test(
    "Where no terminal is, a search that goes on says so in plain lines, and --quiet silences them")
  func log() throws {
    let command =
      "arpent plan models/scenarios/campus-france.toml --time-limit 5 --gap 0"
    let run = try ShellRun.run(command + " 2>&1 >/dev/null")
    let states = run.output.split(separator: "\n").filter { $0.contains(" nodes, ") }
    #expect(!states.isEmpty && states.count <= 6, "\(run.output)")
    #expect(states.allSatisfy { $0.contains("plan") && $0.contains("bound") && $0.contains("gap ") })
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\r"))
    #expect(try !ShellRun.run(command + " --quiet 2>&1 >/dev/null").output.contains(" nodes, "))
  }

  @Test(
    "The record of the search is in the manifest, the same on one thread and on two, and verify misses it where it is gone"
  )
  func record() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var records: [[[String: Any]]] = []
    for jobs in ["1", "2"] {
      let place = "\(folder.path)/\(jobs)"
      let run = try ArpentBinary.run(
        "plan", "models/scenarios/sovereign-compute.toml", "-o", place, "--jobs", jobs, "--quiet")
      #expect(run.code == 0, "\(run.diagnostics)")
      let data = try #require(FileManager.default.contents(atPath: place + "/manifest.json"))
      var manifest = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      records.append(try #require(manifest["search"] as? [[String: Any]]))
      manifest["search"] = nil
      try JSONSerialization.data(withJSONObject: manifest).write(
        to: URL(fileURLWithPath: place + "/manifest.json"))
      let verified = try ArpentBinary.run("verify", place)
      #expect(verified.code == 6 && verified.output.contains("manifest.json: search: is missing"))
    }
    #expect(NSArray(array: records[0]) == NSArray(array: records[1]))
    let last = try #require(records[0].last)
    #expect(last["stage"] as? String == "end" && last["seconds"] == nil)
    let answer = try #require(FileManager.default.contents(atPath: folder.path + "/1/plan.json"))
    let plan = try #require(JSONSerialization.jsonObject(with: answer) as? [String: Any])
    #expect(last["best"] is Double && last["bound"] as? Double == plan["bound"] as? Double)
  }
}
