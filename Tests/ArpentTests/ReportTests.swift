// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent report", .serialized)
struct ReportTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
  private let folder: TemporaryFolder
  private let plan: String

  init() throws {
    folder = try TemporaryFolder()
    plan = folder.path + "/plan"
    try Self.make(plan)
  }

  private static func make(
    _ plan: String, scenario: String = scenario, _ more: [String] = [], code: Int32 = 0
  )
    throws
  {
    let run = try ArpentBinary.run(["plan", scenario, "-o", plan, "--quiet"] + more)
    try #require(run.code == code, "\(run.diagnostics)")
  }

  private func report(_ arguments: String...) throws -> ArpentBinary.Run {
    try ArpentBinary.run(["report", plan] + arguments)
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Whether two texts are the same; an `#expect` of whole pages would print them.
  private func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

  /// A plan of each way a run ends, and its exit code.
  static let endings: [(name: String, scenario: String, arguments: [String], code: Int32)] = [
    ("proven", "sovereign-compute", [], 0),
    ("changed", "mistral-compute", ["--set", "demand.gpus.2028=20000", "--seed", "5"], 0),
    ("infeasible", "mistral-compute", ["--set", "demand.gpus.2030=5000000"], 3),
    ("limit with a plan", "sovereign-compute", ["--set", "solver.node_limit=1", "--gap", "0"], 4),
    ("limit without a plan", "sovereign-compute", ["--time-limit", "0.000001"], 5),
  ]

  /// A page without what a plan records in English only: the sentences that say which rules would have to
  /// be relaxed.
  private func reported(_ page: String, in language: String) -> String {
    guard language != "en", let start = page.range(of: "<section id=\"explanation\"")?.lowerBound,
      let end = page.range(of: "</ul>", range: start..<page.endIndex)?.upperBound
    else { return page }
    return String(page[..<start] + page[end...])
  }

  @Test(
    "French words that a file changes stand in the page, and what it cannot change is reported with its line")
  func words() throws {
    defer { folder.remove() }
    let list = try ArpentBinary.run("report", "--list-words")
    let file = folder.path + "/words.toml"
    let page = folder.path + "/own.html"
    let printed = "\"Sections\" = \"Rubriques\""
    try #require(list.code == 0 && list.output.contains(printed))
    try list.output.replacing(printed, with: "\"Sections\" = \"Sommaire\"").write(
      toFile: file, atomically: true, encoding: .utf8)
    #expect(try report("--lang", "fr", "--words", file, "-o", page).code == 0)
    let text = try text(page)
    #expect(text.contains("Sommaire") && !text.contains("Rubriques"))
    try "[sections]\n\"Sectons\" = \"x\"\n".write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try report("--lang", "fr", "--words", file, "-o", page, "--force")
    #expect(refused.code == 65 && refused.diagnostics.contains(":2:1: error: there is no phrase 'Sectons'"))
    #expect(refused.diagnostics.contains("did you mean 'Sections'?"))
    #expect(try report("--lang", "fr", "--words", file).code == 64, "no file for the page")
    #expect(try report("--words", file, "-o", page).code == 64, "English words stand in the program")
  }

  @Test(
    "Each plan gives its page again, byte for byte, in both languages, and no words are missing",
    arguments: endings.indices)
  func pages(index: Int) throws {
    defer { folder.remove() }
    let ending = Self.endings[index]
    let scenario = "models/scenarios/\(ending.scenario).toml"
    for language in ["en", "fr"] {
      let made = folder.path + "/" + language
      try Self.make(made, scenario: scenario, ending.arguments + ["--lang", language], code: ending.code)
      let page = try text(made + "/report.html")
      #expect(page.contains("<html lang=\"\(language)\">"))
      for other in ["en", "fr"] {
        let file = folder.path + "/\(language)-\(other).html"
        let run = try ArpentBinary.run("report", made, "--lang", other, "-o", file)
        #expect(
          run.code == 0 && run.output.isEmpty && !run.diagnostics.contains("no words in"),
          "\(run.diagnostics)")
      }
      #expect(
        same(
          reported(page, in: language),
          reported(try text(folder.path + "/\(language)-\(language).html"), in: language)),
        "\(language)")
    }
    // Which language a plan was first reported in leaves no trace; a clock ends each search elsewhere.
    for other in ["en", "fr"] where ending.code != 5 {
      #expect(
        same(
          try text(folder.path + "/en-\(other).html"), try text(folder.path + "/fr-\(other).html")))
    }
  }

  @Test("The page goes beside the plan, in French under a name of its own; -o - gives it and nothing else")
  func places() throws {
    defer { folder.remove() }
    let page = try text(plan + "/report.html")
    let files = try FileManager.default.contentsOfDirectory(atPath: plan)
    try FileManager.default.removeItem(atPath: plan + "/report.html")
    let english = try report()
    #expect(english.code == 0 && english.output.isEmpty, "\(english.diagnostics)")
    #expect(same(try text(plan + "/report.html"), page))
    // It replaces its own pages without being told to.
    for _ in 0..<2 { #expect(try report("--lang", "fr", "--quiet").diagnostics.isEmpty) }
    let now = try FileManager.default.contentsOfDirectory(atPath: plan)
    #expect(Set(now) == Set(files).union(["report.fr.html"]) && now.count == files.count + 1)
    let stream = try report("-o", "-")
    #expect(stream.code == 0 && same(stream.output, page) && !stream.diagnostics.contains("written"))
    // The plan.json stands for its folder.
    let named = try ArpentBinary.run("report", plan + "/plan.json", "-o", "-", "--lang", "fr")
    #expect(named.code == 0)
    #expect(same(named.output, try text(plan + "/report.fr.html")))
    // A page more in the folder leaves the result what it was.
    #expect(try ArpentBinary.run("verify", plan).code == 0)
  }

  @Test("Recorded seconds are reported by the search section, and nothing else differs from the plan's page")
  func seconds() throws {
    defer { folder.remove() }
    let timed = folder.path + "/timed"
    let made = try ShellRun.run(
      "unset SOURCE_DATE_EPOCH; arpent plan models/scenarios/sovereign-compute.toml -o \(timed) -q && arpent report \(timed) -o \(folder.path)/p.html"
    )
    try #require(made.code == 0, "\(made.output)")
    func parts(_ page: String) throws -> (search: String, rest: String) {
      let start = try #require(page.range(of: "<section id=\"search\"")).lowerBound
      let end = try #require(page.range(of: "</section>", range: start..<page.endIndex)).upperBound
      return (String(page[start..<end]), String(page[..<start] + page[end...]))
    }
    let (first, again) = try (parts(text(timed + "/report.html")), parts(text(folder.path + "/p.html")))
    #expect(same(first.rest, again.rest))
    #expect(!first.search.contains("seconds of the run") && again.search.contains("seconds of the run"))
  }

  @Test("A page tells the files the plan was made from, also when the scenario has changed since or is gone")
  func inputs() throws {
    defer { folder.remove() }
    let own = try folder.write(
      "own.toml", "schema = 1\nname = \"Own\"\nextends = \"\(ArpentBinary.root)/\(Self.scenario)\"\n")
    let made = folder.path + "/made"
    try Self.make(made, scenario: own)
    let page = try text(made + "/report.html")
    #expect(page.contains("/own.toml</bdi>") && page.contains("france-65.toml</bdi>"))
    try folder.write("own.toml", "schema = 1\nname = \"Other\"\n")
    #expect(same(try ArpentBinary.run("report", made, "-o", "-").output, page))
    try FileManager.default.removeItem(atPath: own)
    #expect(same(try ArpentBinary.run("report", made, "-o", "-").output, page))
  }

  @Test("What cannot be written is 73 before any work, every file by name, and nothing is written")
  func targets() throws {
    defer { folder.remove() }
    let file = try folder.write("mine.html", "mine")
    for target in [file, folder.path + "/none/p.html", file + "/p.html", folder.path, "/proc/p.html"] {
      let run = try report("-o", target, "--map", folder.path + "/map.svg")
      #expect(run.code == 73 && !run.diagnostics.contains("due for refresh"), "\(target): \(run.diagnostics)")
      #expect(run.diagnostics.contains(target))
    }
    let both = try report("-o", file, "--map", folder.path + "/none/map.svg")
    #expect(
      both.code == 73 && both.diagnostics.contains(file) && both.diagnostics.contains("none/map.svg"),
      "\(both.diagnostics)")
    #expect(folder.names == ["mine.html", "plan"])
    #expect(try text(file) == "mine")
    #expect(try report("-o", file, "--force").code == 0)
    #expect(same(try text(file), try text(plan + "/report.html")))
    // The plan's own files are never replaced, whatever way they are named.
    let before = FileManager.default.contents(atPath: plan + "/plan.json")
    for own in [plan + "/plan.json", plan + "/../plan//plan.json", plan + "/manifest.json"] {
      let run = try report("-o", own, "--force")
      #expect(run.code == 73 && run.diagnostics.contains("a file of the plan"), "\(run.diagnostics)")
    }
    #expect(FileManager.default.contents(atPath: plan + "/plan.json") == before)
    #expect(!folder.names.contains { $0.hasSuffix(".part") })
  }

  @Test("A plan that is not there, is none, or was changed by hand: reported by name, nothing written")
  func plans() throws {
    defer { folder.remove() }
    let out = folder.path + "/p.html"
    let absent = try ArpentBinary.run("report", folder.path + "/none", "-o", out)
    #expect(
      absent.code == 66 && absent.diagnostics.contains(folder.path + "/none/plan.json"),
      "\(absent.diagnostics)")
    try folder.write("plan.json", "{}")
    #expect(try ArpentBinary.run("report", folder.path, "-o", out).code == 65)
    let doctored = try text(plan + "/plan.json").replacingOccurrences(
      of: "\"gpus\": 18432", with: "\"gpus\": 18433")
    try doctored.write(toFile: plan + "/plan.json", atomically: true, encoding: .utf8)
    let refused = try report("-o", out, "--map", folder.path + "/map.svg")
    #expect(refused.code == 65 && refused.diagnostics.contains("arpent verify"), "\(refused.diagnostics)")
    #expect(folder.names == ["plan", "plan.json"])
  }

  @Test("A search record that was spoilt is a damaged result, reported with its place")
  func spoiltSearch() throws {
    defer { folder.remove() }
    let manifest = plan + "/manifest.json"
    let spoilt = try text(manifest).replacingOccurrences(of: "\"stage\":", with: "\"stag\":")
    try spoilt.write(toFile: manifest, atomically: true, encoding: .utf8)
    let run = try report("-o", "-")
    #expect(run.code == 65 && run.diagnostics.contains("search[0].stage"), "\(run.diagnostics)")
    #expect(run.output.isEmpty)
  }

  @Test("--open opens the page once; without a browser that is a warning and the page is there")
  func open() throws {
    defer { folder.remove() }
    let log = folder.path + "/opened"
    let stub = folder.path + "/bin"
    try FileManager.default.createDirectory(atPath: stub, withIntermediateDirectories: true)
    try folder.write("bin/xdg-open", "#!/bin/sh\nprintf '%s:%s\\n' $# \"$1\" >> '\(log)'\n")
    #expect(chmod(stub + "/xdg-open", 0o755) == 0)
    let path = "\(stub):\(ShellRun.environment["PATH"] ?? "")"
    let page = plan + "/report.fr.html"
    let opened = try ShellRun.run(
      "arpent report \(plan) --lang fr --open -q", environment: ["PATH": path])
    #expect(opened.code == 0 && opened.output.isEmpty, "\(opened.output)")
    #expect(try text(log) == "1:\(page)\n")
    try FileManager.default.removeItem(atPath: page)
    for (code, words) in [(0, ""), (4, "could not open"), (127, "not installed")] {
      try folder.write("bin/xdg-open", "#!/bin/sh\nexit \(code)\n")
      #expect(chmod(stub + "/xdg-open", 0o755) == 0)
      let run = try ShellRun.run("arpent report \(plan) --open", environment: ["PATH": path])
      #expect(run.code == 0 && (code == 0 || run.output.contains(words)), "\(code): \(run.output)")
      #expect(run.output.contains("xdg-open") == (code != 0), "\(run.output)")
    }
    let bare = try ShellRun.run(
      "'\(ArpentBinary.path)' report \(plan) --lang fr --open", environment: ["PATH": folder.path])
    #expect(
      bare.code == 0 && bare.output.contains("warning: ") && bare.output.contains(page), "\(bare.output)")
    #expect(FileManager.default.fileExists(atPath: page))
    // What would leave nothing to open is wrong use.
    #expect(try report("--open", "-o", "-").code == 64)
    #expect(try report("--open", "--map", folder.path + "/m.svg").code == 64)
    #expect(try report("--lang", "de").code == 64)
  }

  static let canHideLeaflet: Bool =
    (try? ShellRun.run("unshare -m mount -t tmpfs tmpfs /usr/share/javascript/leaflet"))?.code == 0

  @Test(
    "Without Leaflet the page has the still map, the same tables, and no map that moves",
    .enabled(if: canHideLeaflet, "hiding the installed Leaflet needs an administrator"))
  func withoutLeaflet() throws {
    defer { folder.remove() }
    let page = folder.path + "/still.html"
    let run = try ShellRun.run(
      "unshare -m sh -c 'mount -t tmpfs tmpfs /usr/share/javascript/leaflet && arpent report \(plan) -o \(page)'"
    )
    try #require(run.code == 0, "\(run.output)")
    let (still, live) = (try text(page), try text(plan + "/report.html"))
    #expect(live.contains("id=\"map-live\"") && live.contains("Leaflet:"))
    #expect(
      !still.contains("id=\"map-live\"") && !still.contains("Leaflet:") && still.contains("id=\"map-still\""))
    func rows(_ page: String) -> Int { page.components(separatedBy: "<tr class=\"row\"").count }
    #expect(rows(still) == rows(live) && rows(still) > 100)
    #expect(still.utf8.count < live.utf8.count - 100_000)
  }
}
