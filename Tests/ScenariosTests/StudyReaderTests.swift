// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Studies
import Testing

@testable import Scenarios

/// What a study file says, read.
@Suite struct StudyReaderTests {
  @Test func `everything at the top of a study is read`() throws {
    let study = try StudyFixture.study(
      """
      schema = 1
      name = "Price of energy"
      description = "What if?"
      base = "../scenarios/plan.toml"
      depth = "relaxation"
      gap = 0.001
      time_limit_s = 20
      node_limit = 5_000
      seed = 7
      include_base = false
      changes = ["demand.gpus.2027=20000", "sites.*.pue=null"]
      [design]
      kind = "latin-hypercube"
      samples = 3
      [[factors]]
      name = "rate"
      path = "horizon.discount_rate"
      distribution = { kind = "uniform", low = 0.03, high = 0.1 }
      """)
    #expect(study.name == "Price of energy" && study.description == "What if?")
    #expect(study.base == "work/scenarios/plan.toml")
    #expect(study.depth == .relaxation && study.gap == 0.001 && study.timeLimitSeconds == 20)
    #expect(study.nodeLimit == 5_000 && study.seed == 7 && !study.includesBase)
    #expect(study.changes == ["demand.gpus.2027=20000", "sites.*.pue=null"])
    #expect(study.design == StudyDesign(.latinHypercube, samples: 3))
    #expect(
      study.factors == [
        StudyFactor(
          Factor(
            "rate", path: "horizon.discount_rate", domain: .distribution(.uniform(low: 0.03, high: 0.1))))
      ])
    #expect(study.files == [StudyFixture.path])
  }

  @Test func `what is left out has its default`() throws {
    let study = try StudyFixture.study(
      StudyFixture.head + "[[cases]]\nname = \"dear\"\nchanges = [\"cost.energy_eur_per_mwh*=2\"]\n")
    #expect(study.depth == .full && study.seed == 1 && study.includesBase && study.design.kind == .cases)
    #expect(study.gap == nil && study.timeLimitSeconds == nil && study.nodeLimit == nil)
    #expect(study.changes == [] && study.estimates == nil && study.stresses == [])
  }

  @Test func `every kind of distribution is read`() throws {
    let written = [
      "{ kind = \"uniform\", low = 1, high = 2 }", "{ kind = \"triangular\", low = 1, mode = 1.5, high = 2 }",
      "{ kind = \"normal\", mean = 1, standard_deviation = 0.1 }",
      "{ kind = \"normal\", mean = 1, standard_deviation = 0.1, low = 0.5, high = 2 }",
      "{ kind = \"lognormal\", median = 1, factor = 1.2 }",
      "{ kind = \"discrete\", values = [1, 2], weights = [3, 1] }",
      "{ kind = \"discrete\", values = [1, 2] }",
    ]
    let meant: [Distribution] = [
      .uniform(low: 1, high: 2), .triangular(low: 1, mode: 1.5, high: 2),
      .normal(mean: 1, standardDeviation: 0.1),
      .normal(mean: 1, standardDeviation: 0.1, low: 0.5, high: 2), .lognormal(median: 1, factor: 1.2),
      .discrete([.init(.number(1), weight: 3), .init(.number(2), weight: 1)]),
      .discrete([.init(.number(1), weight: 1), .init(.number(2), weight: 1)]),
    ]
    for (text, distribution) in zip(written, meant) {
      let study = try StudyFixture.study(
        StudyFixture.head + "[design]\nkind = \"monte-carlo\"\nsamples = 2\n[[factors]]\nname = \"rate\"\n"
          + "path = \"grid.route_factor\"\nverb = \"multiply\"\ndistribution = \(text)\n")
      #expect(study.factors.map(\.factor.domain) == [.distribution(distribution)])
    }
  }

  @Test func `every kind of stress test is read`() throws {
    let study = try StudyFixture.study(
      StudyFixture.head + """
        [[stress]]
        kind = "lose-substation"
        name = "no-avelin"
        substation = "Avelin"
        [[stress]]
        kind = "delay-zone"
        name = "late-zone"
        label = "Dunkirk late"
        zone = "Dunkerque"
        years = 2
        [[stress]]
        kind = "delay-all"
        name = "late"
        years = 1
        [[stress]]
        kind = "energy-price"
        name = "dear"
        factor = 2
        [[stress]]
        kind = "exclude-non-eu-owners"
        name = "eu"
        [[stress]]
        kind = "lose-site"
        name = "no-cambrai"
        site = "cambrai"
        """)
    #expect(
      study.stresses == [
        .loseSubstation("Avelin"), .delayZone("Dunkerque", years: 2), .delayAll(years: 1),
        .energyPrice(factor: 2), .excludeNonEUOwners, .loseSite("cambrai"),
      ])
    let made = try study.cases(stress: { ["asked=\"\($0)\""] }, estimates: [])
    #expect(
      made.cases.map(\.label) == [
        "base", "without substation Avelin", "Dunkirk late", "all power a year later",
        "electricity at 2 times its price", "no owner from outside the EU", "without site cambrai",
      ])
    #expect(made.cases[1].overlays == ["asked=\"loseSubstation(\"Avelin\")\""])
  }
}
