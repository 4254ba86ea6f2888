// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Scenarios

/// Numbers and quotes as spreadsheets and word processors write them, and characters that no text may hold.
@Suite struct WrittenNumberTests {
  @Test(arguments: [
    ("grid.route_factor=1,3", "write 1.3"), ("grid.route_factor=\"1,3\"", "write 1.3"),
    ("limits.budget_eur=6 000 000 000", "write 6_000_000_000"),
    ("limits.budget_eur=6\u{202F}000,50", "write 6_000.50"),
    ("horizon.discount_rate=7 %", "for a ratio write 0.07"),
    ("grid.route_factor*=1,3", "write 1.3"), ("demand.gpus={ 2027 = 0,7 }", "write 0.7"),
    ("demand.gpus={ 2027 = 18 000 }", "write 18_000"), ("name=“Plan”", "use straight quotes: '\"Plan\"'"),
    ("name=« Plan »", "use straight quotes: '\"Plan\"'"),
    ("hardware.use=[“rack-72”]", "use straight quotes: \"rack-72\""),
    ("horizon.years=[\"2027\"]", "write them without quotes: years = [2027]"),
    ("horizon.years=[2027, \"2028\"]", "write them without quotes: years = [2027, 2028]"),
    ("horizon.years=\"2027\"", "write years = [2027]"),
  ]) func `an overlay is shown how it is written`(_ overlay: String, _ hint: String) {
    let findings = ScenarioFixture.read(overlays: [overlay]).findings
    #expect(findings.count == 1, "\(findings)")
    #expect(findings.first?.hint == hint, "\(findings)")
  }

  @Test func `a file is shown all of them at once`() {
    let plan = ScenarioFixture.plan + "\n[grid]\nroute_factor = 1,3\n[limits]\nbudget_eur = 6 000 000 000\n"
    let findings = ScenarioFixture.read([ScenarioFixture.planPath: plan]).findings
    #expect(findings.map(\.hint) == ["write 1.3", "write 6_000_000_000"])
    #expect(findings.allSatisfy { $0.line != nil && $0.message.hasPrefix("this is not TOML") })
  }

  @Test(arguments: ["name=a\u{0}b", "name=\"a\\u0000b\"", "sites.\"a\\u0000\".zone=x", "na\u{0}me=b"])
  func `the character U+0000 is refused`(_ overlay: String) {
    let reading = ScenarioFixture.read(overlays: [overlay])
    #expect(reading.scenario == nil)
  }

  @Test func `one key in two spellings of its letters is one key`() {
    let plan =
      ScenarioFixture.plan
      + "\n[grid.zone_headroom_mw]\n\"\u{E9}\" = { 2027 = 1 }\n\"e\u{301}\" = { 2027 = 2 }\n"
    let findings = ScenarioFixture.read([ScenarioFixture.planPath: plan]).findings
    #expect(findings.count == 1 && findings[0].message.contains("code points"), "\(findings)")
  }

  @Test func `a path of thousands of keys is refused`() {
    let deep = Array(repeating: "a", count: 5_000).joined(separator: ".")
    for overlay in [deep + "=1", deep + "*=2", deep + "=null"] {
      let findings = ScenarioFixture.read(overlays: [overlay]).findings
      #expect(findings.first?.message.contains("fewer than 64 keys") == true)
      #expect(findings.first.map { $0.file.count < 200 } == true)
    }
  }

  @Test func `paths of standard input are those of the working directory`() {
    #expect(FilePath.folder(of: FileReader.standardInputPath) == "")
    #expect(FilePath.resolve("a/b.toml", in: FilePath.folder(of: FileReader.standardInputPath)) == "a/b.toml")
  }

  @Test func `files of the machine are read or refused with the reason`() throws {
    #expect(throws: FileReader.Failure.isFolder) { try FileReader.disk.read("/") }
    #expect(throws: FileReader.Failure.notFound) { try FileReader.disk.read("/nowhere\u{0}/x") }
    #expect(throws: FileReader.Failure.notFound) { try FileReader.disk.read("/dev/null/x") }
    #expect(throws: FileReader.Failure.unreadable("it is larger than 256 MB")) {
      try FileReader.disk.read("/dev/zero")
    }
    #expect(try FileReader.disk.read("/dev/null") == [])
  }
}
