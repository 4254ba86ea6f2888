// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What the command line takes and refuses, with the words for it.
@Suite("The command line")
struct CommandLineTests {
  private static let scenario = "models/scenarios/mistral-compute.toml"

  @Test(
    "Numbers that cannot be are wrong use, with what they must be",
    arguments: [
      (["--gap", "-1"], "must be a number from 0 to below 1"), (["--gap", "nan"], "must be a number from 0"),
      (["--gap", "0,01"], "write 0.01"), (["--gap", "1"], "from 0 to below 1"),
      (["--time-limit", "-1"], "must be a number above 0"), (["--time-limit", "inf"], "above 0"),
      (["--time-limit", "1e400"], "above 0"), (["--time-limit", "6 000"], "write 6_000"),
      (["--jobs", "0"], "must be a whole number from 1 to 1024"), (["--jobs", "-3"], "from 1 to 1024"),
      (["--jobs", "2,5"], "must be a whole number from 1 to 1024"),
      (["--seed", "x"], "must be a whole number"),
    ]) func numbers(arguments: [String], words: String) throws
  {
    let run = try ArpentBinary.run(["plan", Self.scenario] + arguments)
    #expect(run.code == 64, "\(run.diagnostics)")
    #expect(
      run.diagnostics.contains(words) && run.diagnostics.contains("'\(arguments[1])' is invalid"),
      "\(run.diagnostics)")
    #expect(run.output.isEmpty)
  }

  @Test func `names that are empty are refused with what to name`() throws {
    for names in ["", ",", " , "] {
      let run = try ArpentBinary.run(["sites", "--attributes", names])
      #expect(
        run.code == 64 && run.diagnostics.contains("--attributes names no attribute"), "\(run.diagnostics)")
      #expect(run.output.isEmpty)
    }
    for name in ["#a", "#"] {
      let run = try ArpentBinary.run(["compare", name, "#b"])
      #expect(
        run.code == 66 && run.diagnostics.contains("'\(name)' names no directory before #"),
        "\(run.diagnostics)")
    }
  }

  @Test func `numbers of other commands are read the same way`() throws {
    for arguments in [
      ["size", "--gpus", "-8"], ["size", "--mw", "-3"], ["size", "--gpus", "72", "--available-mw", "-1"],
      ["report", "nowhere", "--width", "-3", "--map", "x.png"],
    ] {
      let run = try ArpentBinary.run(arguments)
      #expect(run.code == 65 || run.code == 66, "\(arguments): \(run.diagnostics)")
      #expect(!run.diagnostics.contains("Missing value"), "\(run.diagnostics)")
    }
    for arguments in [
      ["study", "x.toml", "-o", "x", "--jobs", "0"], ["study", "x.toml", "-o", "x", "--slurm-tasks", "-1"],
      ["sites", "--jobs", "0"], ["screen", "--jobs", "-1"], ["validate", Self.scenario, "--jobs", "0"],
    ] { #expect(try ArpentBinary.run(arguments).code == 64, "\(arguments)") }
    #expect(try ArpentBinary.run("size", "--gpus", "1_152", "--format", "json").code == 0)
  }

  @Test(
    "A mistyped command names the nearest",
    arguments: [
      (["pln", "x.toml"], "there is no command 'pln'; did you mean 'plan'?"),
      (["help", "pln"], "did you mean 'plan'?"), (["Plan"], "did you mean 'plan'?"),
      (["validte", "x"], "did you mean 'validate'?"), (["study", "lst", "x"], "did you mean 'list'?"),
      (["zzzzzzzz"], "there are compare, doctor,"),
    ]) func commands(arguments: [String], words: String) throws
  {
    let run = try ArpentBinary.run(arguments)
    #expect(run.code == 64)
    #expect(run.diagnostics.contains(words), "\(run.diagnostics)")
  }

  @Test(
    "A part of a study that cannot be is wrong use, with the reason",
    arguments: [
      ("0/8", "there is no part 0: 8 parts are 1/8 to 8/8"), ("9/8", "there is no part 9"),
      ("-1/8", "there is no part -1"), ("x", "for example 3/8"), ("3", "for example 3/8"),
      ("1/0", "the number of parts, 0, must be 1 or more"),
    ]) func parts(text: String, words: String) throws
  {
    let run = try ArpentBinary.run("study", "x.toml", "-o", "x", "--shard", text)
    #expect(run.code == 64 && run.diagnostics.contains(words), "\(run.diagnostics)")
  }

  @Test(
    "A mistyped path names the nearest that is there",
    arguments: [
      (["validate", "models/scenarios/mistral-comput.toml"], scenario),
      (["plan", "models/scenarois/mistral-compute.toml"], scenario),
      (["plan", "models/scenarios/mistral-compute"], scenario),
      (["study", "list", "models/studies/energy-prices.toml"], "models/studies/energy-price.toml"),
      (["verify", "model"], "models"), (["report", "model"], "models"), (["compare", "doc", "doc"], "docs"),
      (["inspect", "geodata/layer/sites.geojso"], "geodata/layers/sites.geojson"),
    ]) func paths(arguments: [String], meant: String) throws
  {
    let run = try ArpentBinary.run(arguments)
    #expect(run.code == 66)
    #expect((run.diagnostics + run.output).contains("did you mean '\(meant)'?"), "\(run.diagnostics)")
  }

  @Test func `a layer over standard input is refused with a reason`() throws {
    for name in ["-", "/vsistdin/"] {
      let run = try ArpentBinary.run("inspect", name)
      #expect(
        run.code == 66 && run.diagnostics.contains("is standard input, which cannot be read twice"),
        "\(run.diagnostics)")
    }
  }

  @Test func `validate tells programs every warning and error with its place`() throws {
    func findings(_ arguments: [String]) throws -> [[String: Any]] {
      let run = try ArpentBinary.run(["validate", Self.scenario, "--format", "json"] + arguments)
      let root = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect(root["valid"] as? Bool == (run.code == 0))
      return try #require(root["findings"] as? [[String: Any]])
    }
    // On the day of the tests, some layers of the data pack are due for a newer copy.
    let warnings = try findings([])
    #expect(!warnings.isEmpty && warnings.allSatisfy { $0["severity"] as? String == "warning" })
    #expect(warnings.contains { $0["key"] as? String == "layers.substations" }, "\(warnings)")
    let errors = try findings(["--set", "demand.gpu.2027=5"])
    let error = try #require(errors.first { $0["severity"] as? String == "error" })
    #expect(error["file"] as? String == "--set demand.gpu.2027" && error["key"] as? String == "demand.gpu")
    #expect(
      error["message"] as? String == "unknown key" && error["hint"] as? String == "did you mean 'gpus'?")
    #expect((error["text"] as? String)?.hasPrefix("--set demand.gpu.2027: error: ") == true)
  }

  @Test func `a mistyped site names the nearest`() throws {
    for (name, meant) in [("fouju", "'fouju-campus-ia'"), ("fouju-campus-ai", "'fouju-campus-ia'")] {
      let run = try ArpentBinary.run("sites", "--site", name)
      #expect(run.code == 65)
      #expect(
        run.diagnostics.contains("there is no site '\(name)'; did you mean \(meant)"), "\(run.diagnostics)")
    }
  }

  // MARK: Standard input

  /// A scenario whose paths are those of the repository's root.
  private static let piped = "printf 'schema = 1\\nname = \"Piped\"\\nextends = \"\(scenario)\"\\n' | "

  @Test(
    "A scenario comes over standard input; its paths are those of the working directory",
    arguments: ["-", "/dev/stdin"])
  func standardInput(name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let validated = try ShellRun.run(Self.piped + "arpent validate \(name)")
    #expect(validated.code == 0, "\(validated.output)")
    #expect(validated.output.contains("/dev/stdin: valid"))
    let place = folder.path + "/plan"
    let planned = try ShellRun.run(
      Self.piped + "arpent plan \(name) -q -o \(place) && arpent verify \(place)")
    #expect(planned.code == 0, "\(planned.output)")
    #expect(planned.output.contains("Piped"))
  }

  @Test func `a fault in standard input has its line`() throws {
    let run = try ShellRun.run("printf 'schema = 1\\nname = “x”\\n' | arpent plan -")
    #expect(run.code == 65)
    #expect(run.output.contains("/dev/stdin:2:8: error:"), "\(run.output)")
    #expect(run.output.contains("use straight quotes: \"x\""), "\(run.output)")
  }

  @Test func `where nothing can come over standard input that is said`() throws {
    let empty = try ArpentBinary.run("plan", "-")
    #expect(
      empty.code == 66 && empty.diagnostics.contains("nothing came over standard input"),
      "\(empty.diagnostics)")
    let serve = try ArpentBinary.run("serve", "-", "--stdio")
    #expect(
      serve.code == 64 && serve.diagnostics.contains("questions come over standard input"),
      "\(serve.diagnostics)")
    let slurm = try ArpentBinary.run("study", "-", "-o", "x", "--slurm")
    #expect(
      slurm.code == 64 && slurm.diagnostics.contains("its tasks have no standard input"),
      "\(slurm.diagnostics)")
  }

  // MARK: What crashed or hung

  @Test(
    "Short slips are findings, in a file and by --set",
    arguments: ["[énergie]", "[=]", "[.a]", "x = [}", "x = 2027-01-01Tx:"]) func slips(text: String) throws
  {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write("a.toml", "schema = 1\n\(text)\n")
    let run = try ArpentBinary.run("plan", file)
    #expect(run.code == 65 && run.diagnostics.contains("a.toml:2:"), "\(run.code) \(run.diagnostics)")
    for overlay in [text, "name=" + text, "sites=" + text] {
      let set = try ArpentBinary.run("size", "--gpus", "72", "--set", overlay)
      #expect(set.code == 65, "\(overlay): \(set.code) \(set.diagnostics)")
    }
  }

  // MARK: Control characters

  @Test func `control characters of names and data are shown, not sent`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(
      "a\u{1B}[31m\u{202E}.toml",
      "schema = 1\nname = \"\\u001B]0;x\\u0007\"\n[gr\u{9B}id]\n\"\\u001b[2J\" = 1\n")
    for arguments in [
      ["plan", file], ["plan", folder.path + "/\u{1B}c"], ["report", folder.path + "/\u{1B}c"],
    ] {
      let run = try ArpentBinary.run(arguments)
      #expect(run.code != 0)
      let shown = (run.diagnostics + run.output).unicodeScalars
      #expect(!shown.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
      #expect(!shown.contains("\u{202E}"))
      #expect(run.diagnostics.contains("\\u{1b}"), "\(run.diagnostics)")
    }
    let sites = try folder.write(
      "sites.csv", "id,name,lon,lat\na,\"\u{1B}[31mA\u{202E}\u{7}\",2.5,48.5\n")
    let scenario = try folder.write(
      "s.toml",
      "schema = 1\nname = \"S\"\nextends = \"\(ArpentBinary.root)/models/scenarios/france-65.toml\"\n[sites]\nsource = \"\(sites)\"\ncrs = \"EPSG:4326\"\n"
    )
    let table = try ArpentBinary.run("sites", scenario, "-q")
    #expect(table.code == 0 && table.output.contains("\\u{1b}[31mA\\u{202e}\\u{7}"), "\(table)")
    let json = try ArpentBinary.run("sites", scenario, "-q", "--format", "json")
    #expect(json.output.contains("\\u001b[31mA"), "\(json)")
  }
}
