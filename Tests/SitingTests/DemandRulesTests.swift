// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import TestSupport
import Testing

@Suite("Demand for arithmetic, power and short ways")
struct DemandRulesTests {
  private typealias Fixture = RuleFamilyFixture

  private static func rate(_ precision: ComputePrecision, _ value: Double) -> ComputeRate {
    ComputeRate(precision, perGPU: Samples.figure(value, precision == .fp64 ? "TFLOPS" : "PFLOPS"))
  }

  /// Blocks of 100 GPUs: 5 PFLOPS of FP8 a GPU are 0.5 EFLOPS a block.
  private func problem(demandGPUs: [Int] = [0, 0]) -> SitingProblem {
    var block = Fixture.block
    block.denseRates = [Self.rate(.fp8, 5), Self.rate(.fp64, 40)]
    return Fixture.problem(demandGPUs: demandGPUs, blocks: [block])
  }

  @Test("EFLOPS at a precision are counted over the whole country, from the year stated on")
  func exaflops() throws {
    var demand = DemandRules()
    demand.exaflops = DemandRules.Exaflops(precision: .fp8, limit: YearlyLimit(byYear: [2028: 2.2]))
    #expect(try Fixture.blocks(with: demand, problem()) == ["a": [0, 5]])
    demand.exaflops = DemandRules.Exaflops(precision: .fp64, limit: YearlyLimit(byYear: [2027: 0.012]))
    // 40 TFLOPS are 0.04 PFLOPS: 0.004 EFLOPS a block.
    #expect(try Fixture.blocks(with: demand, problem()) == ["a": [3, 3]])
  }

  @Test("A rate that the catalogue does not state is a finding that names those it states")
  func unknownRate() throws {
    var demand = DemandRules()
    demand.exaflops = DemandRules.Exaflops(precision: .fp4, limit: YearlyLimit(value: 1))
    let findings = try Fixture.compile(demand, problem()).findings
    #expect(findings.count == 1)
    #expect(findings[0].contains("no dense fp4 rate of sku") && findings[0].contains("fp8, fp64"))
    #expect(try Fixture.compile(demand).findings.first?.contains("performance_pflops_per_gpu") == true)
  }

  @Test("IT power is counted without the power usage effectiveness")
  func itPower() throws {
    var demand = DemandRules()
    demand.itMW = YearlyLimit(byYear: [2027: 2, 2028: 6.5])
    #expect(try Fixture.blocks(with: demand, problem()) == ["a": [2, 7]])
  }

  @Test("A target after the horizon is a finding, not silence")
  func afterHorizon() throws {
    var demand = DemandRules()
    demand.itMW = YearlyLimit(byYear: [2035: 2])
    demand.exaflops = DemandRules.Exaflops(precision: .fp8, limit: YearlyLimit(byYear: [2030: 2.2]))
    let findings = try Fixture.compile(demand, problem()).findings
    #expect(findings.count == 2 && findings.allSatisfy { $0.contains("after the horizon") })
  }
}
