// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Studies
import Testing

@testable import Scenarios

/// The list of cases that a study makes.
@Suite struct StudyCasesTests {
  private let grid = StudyFixture.head + "[design]\nkind = \"grid\"\n" + StudyFixture.factors

  @Test func `a grid has the base first and then every combination`() throws {
    let made = try StudyFixture.cases(grid)
    #expect(made.cases.map(\.id) == ["base"] + (1...6).map { "00000\($0)" })
    #expect(made.cases[0].overlays == [] && made.cases[0].role == .base && made.cases[0].values == ["", ""])
    // Factors are worked through in order of name: 'ask' before 'energy', which changes fastest.
    #expect(made.cases[2].values == ["70", "1"] && made.cases[2].role == nil)
    #expect(made.cases[3].overlays == ["cost.energy_eur_per_mwh=50", "demand.gpus.* *=1.2"])
    #expect(made.factors.map(\.unit) == ["EUR/MWh", ""])
  }

  @Test func `the base is left out where the file says so`() throws {
    let made = try StudyFixture.cases(
      grid.replacing("name = \"Study\"", with: "name = \"Study\"\ninclude_base = false"))
    #expect(made.cases.map(\.id) == (1...6).map { "00000\($0)" })
  }

  @Test func `zipped levels go side by side`() throws {
    let made = try StudyFixture.cases(
      grid.replacing("\"grid\"", with: "\"zip\"").replacing("[1, 1.2, 1.4]", with: "[1, 1.2]"))
    #expect(made.cases.dropFirst().map(\.values) == [["50", "1"], ["70", "1.2"]])
  }

  @Test func `one at a time names the base and the ends of each factor`() throws {
    let made = try StudyFixture.cases(grid.replacing("\"grid\"", with: "\"one-at-a-time\""))
    #expect(made.cases.map(\.id) == ["base", "000001", "000002", "000003", "000004"])
    #expect(
      made.cases.map(\.role) == [
        .base, .low(factor: 1), .high(factor: 1), .low(factor: 0), .high(factor: 0),
      ])
    #expect(made.cases.map(\.values) == [["", ""], ["", "1"], ["", "1.4"], ["50", ""], ["70", ""]])
    let tornado = try Tornado(
      factors: made.factors.map(\.factor), cases: made.cases.map(\.studyCase), outcomes: [10, 9, 14, 8, 11])
    #expect(tornado.bars.map(\.factor) == ["ask", "energy"])
  }

  @Test func `changes of the study come first in every case`() throws {
    let text =
      grid.replacing(
        "name = \"Study\"",
        with: "name = \"Study\"\nchanges = [\"demand.gpus.2027=20000\", \"grid.route_factor*=1.1\"]")
      + "[[cases]]\nname = \"both\"\nvalues = { ask = 3, energy = 60 }\nchanges = [\"cost.energy_eur_per_mwh+=1\"]\n"
    let made = try StudyFixture.cases(text)
    let first = ["demand.gpus.2027=20000", "grid.route_factor*=1.1"]
    #expect(made.cases[0].overlays == first)
    #expect(made.cases[1].overlays == first + ["cost.energy_eur_per_mwh=50", "demand.gpus.* *=1"])
    // Values come in the order of the factors, then the changes of the case.
    let last = try #require(made.cases.last)
    #expect(last.id == "both" && last.values == ["60", "3"])
    #expect(
      last.overlays == first + [
        "cost.energy_eur_per_mwh=60", "demand.gpus.* *=3", "cost.energy_eur_per_mwh+=1",
      ])
  }

  @Test func `texts and truth values are set as TOML writes them`() throws {
    let made = try StudyFixture.cases(
      StudyFixture.head + """
        [design]
        kind = "grid"
        [[factors]]
        name = "level"
        path = "hardware.price_level"
        levels = ["low", "high"]
        [[factors]]
        name = "said"
        path = "some.key"
        levels = [true, "a \\"b\\""]
        """)
    #expect(
      made.cases.dropFirst().map(\.overlays) == [
        ["hardware.price_level=\"low\"", "some.key=true"],
        ["hardware.price_level=\"low\"", "some.key=\"a \\\"b\\\"\""],
        ["hardware.price_level=\"high\"", "some.key=true"],
        ["hardware.price_level=\"high\"", "some.key=\"a \\\"b\\\"\""],
      ])
  }

  /// The number in a change must be the number that was drawn, in no more digits than that takes.
  @Test func `numbers of changes read as the numbers that were drawn`() throws {
    let text =
      StudyFixture.head + "[design]\nkind = \"monte-carlo\"\nsamples = 200\n[[factors]]\nname = \"f\"\n"
      + "path = \"grid.route_factor\"\ndistribution = { kind = \"lognormal\", median = 1e-3, factor = 50 }\n"
    for item in try StudyFixture.cases(text).cases.dropFirst() {
      let drawn = try #require(item.assignments.first?.value.number)
      let overlay = try #require(item.overlays.first)
      let change = try #require(Change(argument: overlay, log: FindingLog()))
      #expect(change.value.number == drawn, "\(overlay)")
      #expect(overlay.utf8.count <= "grid.route_factor=".utf8.count + 24)
    }
    let plain = Factor("f", path: "grid.route_factor", domain: .open)
    for (number, digits) in [(1.2, "1.2"), (3, "3"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "1e-07")] {
      #expect(OverlayText.text(plain, .number(number)) == "grid.route_factor=\(digits)")
    }
  }

  @Test(
    "a path that ends like an operator keeps it",
    arguments: [
      ("sites.*.power_mw_*", Factor.Verb.set, "sites.*.power_mw_* =2"),
      ("sites.*.power_mw_*", .multiply, "sites.*.power_mw_* *=2"),
      ("limits.a-", .set, "limits.a- =2"), ("limits.a-", .add, "limits.a- +=2"),
      ("grid.zone_headroom_mw.\"Le Havre\".2027", .add, "grid.zone_headroom_mw.\"Le Havre\".2027+=2"),
    ])
  func operators(_ path: String, _ verb: Factor.Verb, _ text: String) throws {
    #expect(OverlayText.text(Factor("f", path: path, verb: verb, domain: .open), .number(2)) == text)
    let change = try #require(Change(argument: text, log: FindingLog()))
    #expect(change.pathText == path && change.verb.rawValue == verb.rawValue && change.value.number == 2)
  }

  @Test func `another factor changes no draw of the first`() throws {
    func text(_ more: String) -> String {
      StudyFixture.head + "[design]\nkind = \"monte-carlo\"\nsamples = 5\n[[factors]]\nname = \"f\"\n"
        + "path = \"grid.route_factor\"\ndistribution = { kind = \"uniform\", low = 1, high = 2 }\n" + more
    }
    let alone = try StudyFixture.cases(text(""))
    let both = try StudyFixture.cases(
      text(
        "[[factors]]\nname = \"a\"\npath = \"grid.ramp_years\"\n"
          + "distribution = { kind = \"uniform\", low = 1, high = 2 }\n"))
    #expect(alone.cases.map { $0.values[0] } == both.cases.map { $0.values[0] })
    let other = try StudyFixture.cases(text("").replacing("schema = 1", with: "schema = 1\nseed = 2"))
    #expect(alone.cases.map(\.values) != other.cases.map(\.values))
    #expect(try StudyFixture.cases(text("")) == alone)
  }

  private let figures = [
    NamedQuantity(
      name: "grid.route_factor",
      figure: Quantity(1.2, unit: "", basis: .estimated, source: "", low: 1.1, high: 1.3)),
    NamedQuantity(
      name: "grid.ramp_years",
      figure: Quantity(3, unit: "years", basis: .estimated, source: "", low: 3, high: 6)),
    NamedQuantity(
      name: "cost.energy_eur_per_mwh",
      figure: Quantity(70, unit: "EUR/MWh", basis: .published, source: "", low: 50, high: 90)),
    NamedQuantity(name: "grid.beside", figure: Quantity(1, unit: "", basis: .estimated, source: "")),
  ]

  private func estimates(_ lines: String, kind: String = "monte-carlo\"\nsamples = 3") -> String {
    StudyFixture.head + "[design]\nkind = \"\(kind.hasSuffix("3") ? kind : kind + "\"")\n[estimates]\n"
      + lines
  }

  @Test func `estimated figures with a band are factors, and no others`() throws {
    let made = try StudyFixture.cases(estimates(""), estimates: figures)
    #expect(
      made.factors == [
        StudyFactor(
          Factor(
            "grid.route_factor", path: "grid.route_factor",
            domain: .distribution(.triangular(low: 1.1, mode: 1.2, high: 1.3)))),
        StudyFactor(
          Factor(
            "grid.ramp_years", path: "grid.ramp_years", domain: .distribution(.uniform(low: 3, high: 6))),
          unit: "years"),
      ])
    #expect(made.cases.count == 4 && made.cases[3].overlays.count == 2)
    let less = try StudyFixture.cases(estimates("exclude = [\"*.ramp_*\"]\n"), estimates: figures)
    #expect(less.factors.map(\.factor.name) == ["grid.route_factor"])
    #expect(less.cases.map { $0.values[0] } == made.cases.map { $0.values[0] })
    let some = try StudyFixture.cases(estimates("include = [\"grid.ramp_years\"]\n"), estimates: figures)
    #expect(some.factors.map(\.factor.name) == ["grid.ramp_years"])
    let ends = try StudyFixture.cases(estimates("", kind: "one-at-a-time"), estimates: figures)
    #expect(
      ends.cases.map(\.overlays) == [
        [], ["grid.ramp_years=3"], ["grid.ramp_years=6"], ["grid.route_factor=1.1"],
        ["grid.route_factor=1.3"],
      ])
  }

  @Test func `a figure that the file varies itself is left to it`() throws {
    let text =
      estimates("") + "[[factors]]\nname = \"route\"\npath = \"grid.route_factor\"\n"
      + "distribution = { kind = \"uniform\", low = 1, high = 5 }\n"
    #expect(
      try StudyFixture.cases(text, estimates: figures).factors.map(\.factor.name) == [
        "route", "grid.ramp_years",
      ])
  }
}

extension String {
  /// This text with another in place of every occurrence of a part.
  func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
