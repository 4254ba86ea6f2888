// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningModel
import Sites
import TestSupport
import Testing

@Suite("GPUs near hubs")
struct InferenceRowsTests {
  private typealias Fixture = RuleFamilyFixture
  private typealias Columns = [(name: String, values: [SiteValue.Content])]

  /// Paris is near a and b, Lyon near b and c.
  private let columns: Columns = [
    ("latency_paris_rtt_ms", [.number(1), .number(2), .number(9)]),
    ("latency_lyon_rtt_ms", [.number(7), .number(2.5), .number(1)]),
    ("latency_la_rochelle_rtt_ms", [.missing(reason: "far"), .number(5), .number(9)]),
  ]

  private func family(_ demands: [(hub: String, ms: Double, gpus: Double)]) -> DemandRules {
    var family = DemandRules()
    family.inference = demands.map {
      InferenceDemand(hub: $0.hub, latencyMs: $0.ms, gpus: YearlyLimit(byYear: [2028: $0.gpus]))
    }
    return family
  }

  @Test("Users of a hub pull blocks to sites within reach of it")
  func movesBlocks() throws {
    let demand = family([("Lyon", 1.5, 300)])
    #expect(try Fixture.blocks(with: demand, Fixture.problem(), columns) == ["a": [4, 5], "c": [0, 3]])
  }

  @Test("A GPU serves one hub, so two hubs that share a site want the sum of what they want")
  func sharesOut() throws {
    let demand = family([("Paris", 3, 500), ("Lyon", 3, 400)])
    // Paris alone, Lyon alone, both together.
    #expect(try Fixture.compile(demand, Fixture.problem(), columns).rules.map(\.atLeast) == [500, 400, 900])
    let blocks = try #require(try Fixture.blocks(with: demand, Fixture.problem(demandGPUs: [0, 0]), columns))
    #expect(blocks.values.reduce(0) { $0 + $1[1] } == 9)
  }

  @Test("Rows that follow from others are left out")
  func dominated() throws {
    func atLeast(_ demands: [(hub: String, ms: Double, gpus: Double)]) throws -> [Double?] {
      try Fixture.compile(family(demands), Fixture.problem(), columns).rules.map(\.atLeast)
    }
    // a is within 1.5 ms of Paris, c of Lyon: apart, so the sum says nothing new.
    #expect(try atLeast([("Paris", 1.5, 500), ("Lyon", 1.5, 400)]) == [500, 400])
    // Whoever is within 1.5 ms of Paris is within 3 ms: the row of 3 ms alone follows from both together.
    #expect(try atLeast([("Paris", 1.5, 500), ("Paris", 3, 100)]) == [500, 600])
    #expect(try atLeast([("Paris", 3, 500), ("Paris", 3, 100)]) == [600])
  }

  @Test("The rows hold exactly when the GPUs can be shared out, each to one hub in reach", arguments: 1...200)
  func hall(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let sites = (0..<4).map { Fixture.site("s\($0)", Fixture.connection("S\($0)", costEUR: 1e6)) }
    let problem = Fixture.problem(sites, demandGPUs: [0, 0])
    let reach = (0..<3).map { _ in (0..<4).map { _ in Bool.random(using: &random) } }
    let wanted = (0..<3).map { _ in Int.random(in: 0...6, using: &random) }
    guard reach.allSatisfy({ $0.contains(true) }) else { return }
    let columns: Columns = (0..<3).map { hub in
      ("latency_h\(hub)_rtt_ms", reach[hub].map { .number($0 ? 1 : 9) })
    }
    let demand = family((0..<3).map { ("H\($0)", 2, Double(100 * wanted[$0])) })
    let compiled = try Fixture.compile(demand, problem, columns)
    #expect(compiled.findings == [])
    let blocks = (0..<4).map { _ in Int.random(in: 0...4, using: &random) }
    let placement = Placement(
      sites: (0..<4).map {
        Placement.Site(site: $0, connection: 0, opensYear: 0, blocks: [[0, blocks[$0]]])
      })
    let broken = Fixture.broken(compiled.rules, by: placement, in: problem)
    #expect(broken.isEmpty == canShareOut(blocks, wanted, reach), "seed \(seed): \(broken)")
  }

  /// Hands out blocks one by one, trying every hub for each.
  private func canShareOut(_ blocks: [Int], _ wanted: [Int], _ reach: [[Bool]]) -> Bool {
    if wanted.allSatisfy({ $0 <= 0 }) { return true }
    guard let site = blocks.firstIndex(where: { $0 > 0 }) else { return false }
    var rest = blocks
    rest[site] -= 1
    for hub in wanted.indices where wanted[hub] > 0 && reach[hub][site] {
      var still = wanted
      still[hub] -= 1
      if canShareOut(rest, still, reach) { return true }
    }
    rest[site] = 0
    return canShareOut(rest, wanted, reach)
  }

  @Test("Hubs are named as people name them, and an unknown one is a finding with the nearest name")
  func names() throws {
    #expect(try Fixture.compile(family([("La Rochelle", 6, 100)]), Fixture.problem(), columns).findings == [])
    let findings = try Fixture.compile(family([("Pariss", 2, 100)]), Fixture.problem(), columns).findings
    #expect(findings == ["demand.inference 1.hub: there is no hub 'pariss'; did you mean 'paris'?"])
  }

  @Test("Nobody within reach is a finding that tells how near the nearest is; with a price it is paid for")
  func outOfReach() throws {
    let findings = try Fixture.compile(family([("Paris", 0.5, 100)]), Fixture.problem(), columns).findings
    #expect(findings.count == 1 && findings[0].contains("the nearest is at 1.0 ms"))
    var demand = family([("Paris", 0.5, 100), ("Lyon", 1.5, 300)])
    demand.inference[0].gpus.penaltyEURPerUnit = 5
    #expect(try Fixture.blocks(with: demand, Fixture.problem(), columns) == ["a": [4, 5], "c": [0, 3]])
  }

  @Test("A price per missing GPU needs hubs that share no site")
  func prices() throws {
    var demand = family([("Paris", 3, 500), ("Lyon", 3, 400)])
    for hub in 0...1 { demand.inference[hub].gpus.penaltyEURPerUnit = 9 }
    #expect(try Fixture.compile(demand, Fixture.problem(), columns).findings.count == 1)
    demand = family([("Lyon", 1.5, 300)])
    demand.inference[0].gpus.penaltyEURPerUnit = 9_000
    // 300 GPUs at 9,000 EUR are less than the connection of c.
    #expect(try Fixture.blocks(with: demand, Fixture.problem(), columns) == ["a": [4, 8]])
  }

  @Test("Any number of hubs is planned exactly", arguments: 5...9)
  func anyNumber(hubs: Int) throws {
    var random = SeededGenerator(seed: UInt64(hubs))
    for _ in 0..<20 {
      let sites = (0..<4).map { Fixture.site("s\($0)", Fixture.connection("S\($0)", costEUR: 1e6)) }
      let problem = Fixture.problem(sites, demandGPUs: [0, 0])
      let reach = (0..<hubs).map { _ in
        let sure = Int.random(in: 0..<4, using: &random)
        return (0..<4).map { $0 == sure || Int.random(in: 0..<3, using: &random) == 0 }
      }
      let wanted = (0..<hubs).map { _ in Int.random(in: 0...2, using: &random) }
      let columns: Columns = (0..<hubs).map { hub in
        ("latency_h\(hub)_rtt_ms", reach[hub].map { .number($0 ? 1 : 9) })
      }
      let compiled = try Fixture.compile(
        family((0..<hubs).map { ("H\($0)", 2, Double(100 * wanted[$0])) }), problem, columns)
      #expect(compiled.findings == [])
      let blocks = (0..<4).map { _ in Int.random(in: 0...5, using: &random) }
      let placement = Placement(
        sites: (0..<4).map {
          Placement.Site(site: $0, connection: 0, opensYear: 0, blocks: [[0, blocks[$0]]])
        })
      let broken = Fixture.broken(compiled.rules, by: placement, in: problem)
      #expect(broken.isEmpty == canShareOut(blocks, wanted, reach), "\(hubs) hubs: \(broken)")
    }
  }

  @Test(
    "Hubs that lie apart or within one another are few rows, however many; overlaps beyond counting are refused"
  )
  func tooMany() throws {
    let same = family(Array(repeating: ("Paris", 2, 1), count: 30))
    let compiled = try Fixture.compile(same, Fixture.problem(), columns)
    #expect(compiled.findings == [] && compiled.rules.map(\.atLeast) == [30])
    // Hubs that share no candidate are a row each; in a chain of hubs every stretch of neighbours is one.
    for (hubs, isChain, rows) in [
      (12, false, 12), (30, false, 30), (30, true, 465), (44, true, 990), (45, true, 0),
    ] {
      let sites = (0...hubs).map { Fixture.site("s\($0)", Fixture.connection("S\($0)", costEUR: 1e6)) }
      let problem = Fixture.problem(sites, demandGPUs: [0, 0])
      let apart: Columns = (0..<hubs).map { hub in
        ("latency_h\(hub)_rtt_ms", (0...hubs).map { .number($0 == hub || isChain && $0 == hub + 1 ? 1 : 9) })
      }
      let found = try Fixture.compile(family((0..<hubs).map { ("H\($0)", 2, 100) }), problem, apart)
      #expect(found.rules.count == rows && found.findings.count == (rows == 0 ? 1 : 0), "\(hubs)")
    }
    // Each hub reaches a site of its own and a common one: every set of hubs is a row.
    for (hubs, rows) in [(9, 511), (10, 0)] {
      let sites = (0...hubs).map { Fixture.site("s\($0)", Fixture.connection("S\($0)", costEUR: 1e6)) }
      let problem = Fixture.problem(sites, demandGPUs: [0, 0])
      let overlapping: Columns = (0..<hubs).map { hub in
        ("latency_h\(hub)_rtt_ms", (0...hubs).map { .number($0 == hub || $0 == hubs ? 1 : 9) })
      }
      let found = try Fixture.compile(
        family((0..<hubs).map { ("H\($0)", 2, 100) }), problem, overlapping)
      #expect(found.rules.count == rows)
      #expect(found.findings.count == (rows == 0 ? 1 : 0))
      #expect(found.findings.allSatisfy { $0.contains("10 demands overlap in more than 1000 ways in 2028") })
    }
  }
}
