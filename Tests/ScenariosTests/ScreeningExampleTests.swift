// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Sites
import Testing

@testable import Scenarios

/// The shipped screening.
@Suite struct ScreeningExampleTests {
  private let folder = "\(ShippedScenarioTests.root)/models/scenarios"

  @Test func `it is read without a finding and every limit says where it comes from`() throws {
    let reading = ScenarioReader().read("\(folder)/screening-example.toml", purpose: .sites)
    #expect(reading.findings == [])
    let screening = try #require(reading.scenario?.screening)
    #expect(screening.rules.count == 5 && screening.scores.count == 8)
    for rule in screening.rules { #expect(rule.source.hasPrefix("planner's choice"), "\(rule.name)") }
  }

  @Test func `its effective text gives it again`() throws {
    let scenario = try #require(
      ScenarioReader().read("\(folder)/screening-example.toml", purpose: .sites).scenario)
    let text = scenario.effectiveText
    let reader = FileReader { (path: String) throws(FileReader.Failure) -> [UInt8] in
      path == "\(folder)/effective.toml" ? Array(text.utf8) : try FileReader.disk.read(path)
    }
    let again = try ScenarioReader(files: reader).scenario("\(folder)/effective.toml", purpose: .sites)
    #expect(again.effectiveText == text)
    var (one, other) = (try #require(scenario.screening), try #require(again.screening))
    for index in one.rules.indices {
      one.rules[index].place = Finding.Place()
      other.rules[index].place = Finding.Place()
    }
    for index in one.scores.indices {
      one.scores[index].place = Finding.Place()
      other.scores[index].place = Finding.Place()
    }
    #expect(one == other)
  }

  @Test func `the other shipped scenarios screen nothing`() throws {
    for name in ["mistral-compute", "campus-france", "france-65"] {
      let reading = ScenarioReader().read("\(folder)/\(name).toml", purpose: .sites)
      #expect(try #require(reading.scenario).screening == nil)
    }
  }

  @Test func `every key that the reader knows stands in docs/screening.md under its table`() throws {
    let page = try FileReader.disk.read("\(ShippedScenarioTests.root)/docs/screening.md")
    let sections = String(decoding: page, as: UTF8.self).components(separatedBy: "\n## ")
    let tables = [
      ("[screening]\nzqzqzqzqzq = 1", "Keys of `[screening]`"),
      ("[[screening.rule]]\nattribute = \"a\"\nmax = 1\nzqzqzqzqzq = 1", "Keys of `[[screening.rule]]`"),
      (
        "[[screening.score]]\nattribute = \"a\"\nbetter = \"lower\"\nzqzqzqzqzq = 1",
        "Keys of `[[screening.score]]`"
      ),
    ]
    for (text, title) in tables {
      let section = try #require(sections.first { $0.hasPrefix(title) }, "\(title)")
      let reading = ScenarioFixture.read([ScenarioFixture.planPath: ScenarioFixture.plan + text + "\n"])
      let unknown = try #require(
        reading.findings.first { $0.message == "unknown key" }, "\(reading.findings)")
      let keys = unknown.hint.dropFirst("valid here: ".count).components(separatedBy: ", ")
      #expect(keys.count > 5, "\(unknown)")
      for key in keys { #expect(section.contains("`\(key)`"), "\(title): \(key)") }
    }
  }
}
