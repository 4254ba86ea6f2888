// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Scenarios

/// `x_basis = "x_basis"` beside `x` among the fields of a derivation.
@Suite struct BasisMappingTests {
  private func read(_ fields: String) -> ScenarioReader.Reading {
    let derive = """

      [[layers.substations.derive]]
      indicator = "join"
      site_key = "code"
      layer_key = "code"
      fields = { \(fields) }

      """
    return ScenarioFixture.read(["work/data/layers.toml": ScenarioFixture.layers + derive])
  }

  @Test func `an attribute may have one beside it that says what it rests on`() throws {
    let reading = read("a = 'level', b = 'level_basis'")
    #expect(reading.findings.filter { $0.keyPath.contains("fields") } == [])
    let layer = try #require(reading.scenario?.layers.first { $0.name == "substations" })
    guard case .join(let join)? = layer.derivations.last?.indicator else {
      Issue.record("the derivation is no join")
      return
    }
    #expect(join.fields.map(\.attribute) == ["level", "level_basis"])
  }

  @Test func `without its partner the name is refused`() {
    let findings = read("a = 'other', b = 'level_basis'").findings
    #expect(findings.contains { $0.message.contains("ends in '_basis'") })
  }
}
