// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Studies

@Suite("Designs of cases")
struct DesignTests {
  static let energy = Factor(
    "energy", path: "cost.energy_eur_per_mwh", domain: .levels([.number(80), .number(40), .number(60)]))
  static let owner = Factor("owner", path: "rules.eu_only", domain: .levels([.bool(false), .bool(true)]))
  static let chip = Factor(
    "chip", path: "skus.*.price_usd", verb: .multiply,
    domain: .distribution(.triangular(low: 0.8, mode: 1, high: 1.5)))

  @Test("A grid holds every combination; the factor last by name changes fastest")
  func grid() throws {
    let cases = try CaseDesign.grid.cases([Self.owner, Self.energy])
    #expect(
      cases.map(\.label) == [
        "owner = false, energy = 80", "owner = true, energy = 80", "owner = false, energy = 40",
        "owner = true, energy = 40", "owner = false, energy = 60", "owner = true, energy = 60",
      ])
    #expect(cases.map(\.id) == ["000001", "000002", "000003", "000004", "000005", "000006"])
  }

  @Test("A zipped design goes through the levels side by side")
  func zipped() throws {
    let price = Factor(
      "price", path: "p", verb: .add, domain: .levels([.number(1), .number(1), .number(2)]))
    let cases = try CaseDesign.zipped.cases([Self.energy, price])
    #expect(
      cases.map(\.label) == [
        "energy = 80, price += 1", "energy = 40, price += 1", "energy = 60, price += 2",
      ])
  }

  @Test("One at a time is the base and each factor alone at its ends, in order of name")
  func oneAtATime() throws {
    let double = Factor("double", path: "cost.x", verb: .multiply, domain: .levels([.number(2)]))
    let cases = try CaseDesign.oneAtATime.cases([Self.energy, double, Self.chip])
    #expect(
      cases.map(\.label) == [
        "base", "chip *= 0.8", "chip *= 1.5", "double *= 2", "energy = 40", "energy = 80",
      ])
    #expect(
      cases.map(\.role) == [
        .base, .low(factor: 2), .high(factor: 2), .high(factor: 1), .low(factor: 0), .high(factor: 0),
      ])
    #expect(cases.map(\.assignments.count) == [0, 1, 1, 1, 1, 1])
  }

  @Test("Explicit cases keep their order and names, and leave factors they do not mention alone")
  func explicit() throws {
    let open = Factor("site", path: "sites.force_out", domain: .open)
    let list = [
      ExplicitCase(name: "no Mougins", values: ["site": .text("mougins-evroc")]),
      ExplicitCase(values: ["energy": .number(90), "site": .text("x")]), ExplicitCase(values: [:]),
    ]
    let cases = try CaseDesign.explicit(list).cases([Self.energy, open])
    #expect(cases.map(\.id) == ["no Mougins", "000002", "000003"])
    #expect(cases.map(\.label) == ["no Mougins", "energy = 90, site = x", "base"])
    #expect(cases[0].value(ofFactor: 0) == nil && cases[0].value(ofFactor: 1) == .text("mougins-evroc"))
    #expect(cases[2].assignments.isEmpty)
  }

  @Test("Every fault of a list of cases is reported, with the nearest factor")
  func badList() {
    let list = [
      ExplicitCase(name: "a", values: ["enrgy": .number(1)]), ExplicitCase(name: "a", values: [:]),
      ExplicitCase(name: "../x", values: ["energy": .number(.infinity)]), ExplicitCase(name: "", values: [:]),
      ExplicitCase(name: "000006", values: [:]), ExplicitCase(values: ["chip": .text("dear")]),
    ]
    #expect(
      throws: StudyFaults(faults: [
        .unknownFactor(case: "a", factor: "enrgy", nearest: "energy"), .repeatedCase("a"), .caseName("../x"),
        .valueNotFinite(factor: "energy"), .caseName(""), .repeatedCase("000006"),
        .valueNotNumber(factor: "chip", verb: .multiply, value: .text("dear")),
      ])
    ) { try CaseDesign.explicit(list).cases([Self.energy, Self.chip]) }
    #expect(throws: StudyFaults(faults: [.noCases])) { try CaseDesign.explicit([]).cases([Self.energy]) }
  }

  @Test("A design refuses factors that it has no values of")
  func wrongDomain() {
    let open = Factor("site", path: "s", domain: .open)
    #expect(
      throws: StudyFaults(faults: [
        .levelsNeeded(factor: "chip", design: "a grid"), .levelsNeeded(factor: "site", design: "a grid"),
      ])
    ) { try CaseDesign.grid.cases([Self.energy, Self.chip, open]) }
    #expect(
      throws: StudyFaults(faults: [.domainNeeded(factor: "site", design: "a Monte Carlo design")])
    ) { try CaseDesign.monteCarlo(samples: 2, seed: 1).cases([open]) }
    #expect(throws: StudyFaults(faults: [.unequalLevels(factor: "owner", count: 2, expected: 3)])) {
      try CaseDesign.zipped.cases([Self.energy, Self.owner])
    }
  }

  @Test("A million cases are allowed and one more is not; products beyond all numbers are caught")
  func size() throws {
    func factor(_ name: String, _ count: Int) -> Factor {
      Factor(name, path: "p", domain: .levels((0..<count).map { .number(Double($0)) }))
    }
    #expect(throws: StudyFaults(faults: [.tooManyCases(1_001_000)])) {
      try CaseDesign.grid.cases([factor("a", 1_001), factor("b", 1_000)])
    }
    let many = (0..<40).map { factor("f\($0)", 10) }
    #expect(throws: StudyFaults(faults: [.tooManyCases(nil)])) { try CaseDesign.grid.cases(many) }
    #expect(throws: StudyFaults(faults: [.tooManyCases(1_000_001)])) {
      try CaseDesign.monteCarlo(samples: 1_000_001, seed: 1).cases([Self.chip])
    }
    #expect(CaseDesign.monteCarlo(samples: 1_000_000, seed: 1).faults([Self.chip]).isEmpty)
    #expect(CaseDesign.grid.faults([factor("a", 1_000), factor("b", 1_000)]).isEmpty)
    for samples in [0, -5, .min] {
      #expect(throws: StudyFaults(faults: [.samples(samples)])) {
        try CaseDesign.sobol(samples: samples, seed: nil).cases([Self.chip])
      }
    }
    #expect(throws: StudyFaults(faults: [.tooManyDimensions(65)])) {
      try CaseDesign.sobol(samples: 2, seed: nil).cases((0..<65).map { factor("f\($0)", 2) })
    }
    #expect(throws: StudyFaults(faults: [.repeatedLevel(factor: "r", value: .number(1))])) {
      try CaseDesign.grid.cases([
        Factor("r", path: "p", domain: .levels([.number(1), .number(2), .number(1)]))
      ])
    }
  }

  @Test("Every fault has words that name the factor or case")
  func words() {
    let faults: [StudyFault] = [
      .repeatedFactor("qq"), .path(factor: "qq", path: "."), .noLevels(factor: "qq"),
      .repeatedLevel(factor: "qq", value: .bool(true)), .valueNotFinite(factor: "qq"),
      .valueNotNumber(factor: "qq", verb: .add, value: .text("x")), .distribution(factor: "qq", problem: "p"),
      .levelsNeeded(factor: "qq", design: "a grid"), .domainNeeded(factor: "qq", design: "a grid"),
      .unequalLevels(factor: "qq", count: 1, expected: 2), .caseName("qq"), .repeatedCase("qq"),
      .unknownFactor(case: "c", factor: "qq", nearest: nil),
    ]
    for fault in faults { #expect(fault.description.contains("'qq'")) }
    #expect(StudyFaults(faults: [.noCases, .noFactors]).description.split(separator: "\n").count == 2)
  }
}
