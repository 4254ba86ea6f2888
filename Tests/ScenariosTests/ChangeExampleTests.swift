// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Sites
import Testing

@testable import Scenarios

/// The examples of models/README.md.
@Suite struct ChangeExampleTests {
  /// Lines of the section without the four blanks that make them code.
  private static let code: [String] = {
    let path = "\(ShippedScenarioTests.root)/models/README.md"
    let bytes = (try? FileReader.disk.read(path)) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let section = lines.drop { $0 != "## Changes and wildcards" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    return section.filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
  }()

  private func read(_ text: String, _ overlays: [String] = []) -> ScenarioReader.Reading {
    let folder = "\(ShippedScenarioTests.root)/models/scenarios"
    let files = FileReader { (path: String) throws(FileReader.Failure) -> [UInt8] in
      path == "\(folder)/example.toml" ? Array(text.utf8) : try FileReader.disk.read(path)
    }
    return ScenarioReader(files: files).read("\(folder)/example.toml", overlays: overlays)
  }

  @Test func `every example of the command line is read and does something`() throws {
    let examples = Self.code.filter { $0.hasPrefix("--set ") }.map { line in
      line.dropFirst("--set ".count).filter { $0 != "'" }
    }
    #expect(examples.count == 15)
    let text = "schema = 1\nextends = \"mistral-compute.toml\"\n"
    let plain = read(text)
    #expect(plain.findings == [])
    for example in examples {
      let reading = read(text, [example])
      #expect(reading.findings == [], "\(example)")
      let changed = try #require(reading.scenario)
      #expect(changed.effectiveText != plain.scenario?.effectiveText, "\(example)")
      // Changes of sites are reported when the sites are known.
      #expect(reading.changes.count + changed.siteChanges.count == 1, "\(example)")
    }
  }

  @Test func `the example of a file says the same on the command line`() throws {
    let block = Self.code.filter { !$0.hasPrefix("--set ") }.joined(separator: "\n")
    let start = "schema = 1\nextends = \"mistral-compute.toml\"\n"
    let inFile = read(start + block)
    let onLine = read(
      start,
      [
        "sites.cambrai-*.power_mw_max*=1.2", "sites.force_out+=[\"mougins-evroc\"]",
        "skus.gb300-nvl72.price_usd.mid=4_200_000",
      ])
    #expect(inFile.findings == [] && onLine.findings == [])
    #expect(inFile.scenario?.effectiveText == onLine.scenario?.effectiveText)
    #expect(inFile.scenario?.siteChanges.count == 1)
    #expect(inFile.scenario?.parameters.forceOut == ["mougins-evroc"])
  }
}
