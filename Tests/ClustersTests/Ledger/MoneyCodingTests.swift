// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Foundation
import Testing

@Suite struct MoneyCodingTests {
  private func survives<Value: Codable & Equatable>(_ value: Value) throws -> Bool {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value
  }

  @Test func everyPartSurvivesBeingWrittenAndRead() throws {
    let design = try MoneyFixture.design()
    let ledger = try MoneyFixture.ledger()
    #expect(try survives(ledger))
    #expect(try survives(BillOfMaterials(items: [], ledger: ledger)))
    #expect(try survives(CarbonAccount(design: design, buildingM2: 10)))
    #expect(try survives(Derating.at(availableMW: 10, design: design, pue: 1.2)))
    #expect(
      try survives(
        TrainingEstimate(
          run: TrainingRun(parameters: 1e9, tokens: 1e9), sku: Fixture.gb300, gpus: 72)))
    #expect(
      try survives(InferenceEstimate(model: ServedModel(parameters: 1e9), sku: Fixture.gb300, gpus: 72)))
    #expect(try survives(RuleOfThumb.needed(gpus: 1, gpuTDPW: 1_000, pue: 1.2)))
    #expect(try survives(LedgerAssumptions()))
    #expect(try survives(CarbonAssumptions()))
    #expect(try survives(PerformanceAssumptions()))
  }
}
