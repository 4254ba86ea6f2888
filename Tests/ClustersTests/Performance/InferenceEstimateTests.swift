// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct InferenceEstimateTests {
  /// 70 GB of FP8 weights on one GPU of 8 TB/s: 114 steps a second at the peak, 0.6 of it in the middle.
  @Test func oneSequenceReadsTheWeightsForEachToken() throws {
    let estimate = try InferenceEstimate(
      model: ServedModel(parameters: 70e9, batch: 1, cacheGBPerSequence: 0), sku: Fixture.gb300, gpus: 72)
    #expect(estimate.gpusPerReplica == 1)
    #expect(estimate.replicas == 72)
    #expect(estimate.bound == .memory)
    #expect(close(estimate.tokensPerSecondPerSequence.mid, 8_000.0 / 70 * 0.6))
    #expect(close(estimate.tokensPerSecondPerSequence.low, 8_000.0 / 70 * 0.4))
    #expect(close(estimate.tokensPerSecond.high, 72 * 8_000.0 / 70 * 0.8))
  }

  /// 4,096 sequences: 2 x 70e9 x 4,096 FLOP over 0.4 of 5 PFLOPS take 287 ms, reading 70 GB 15 ms.
  @Test func largeBatchesWaitForArithmetic() throws {
    let estimate = try InferenceEstimate(
      model: ServedModel(parameters: 70e9, batch: 4_096, cacheGBPerSequence: 0), sku: Fixture.gb300, gpus: 1)
    #expect(estimate.bound == .compute)
    #expect(close(estimate.tokensPerSecond.mid, 5e15 * 0.4 / (2 * 70e9)))
  }

  @Test func aMixtureOfExpertsReadsMoreExpertsWithMoreSequences() throws {
    func perSequence(_ batch: Int) throws -> Double {
      try InferenceEstimate(
        model: ServedModel(
          parameters: 671e9, activeParameters: 37e9, batch: batch, cacheGBPerSequence: 0, gpusPerReplica: 8),
        sku: Fixture.gb300, gpus: 72
      ).tokensPerSecondPerSequence.mid
    }
    #expect(close(try perSequence(1), 8 * 8_000 / 37.0 * 0.6))
    #expect(close(try perSequence(2), 8 * 8_000 / 74.0 * 0.6))
    #expect(close(try perSequence(64), 8 * 8_000 / 671.0 * 0.6))
  }

  @Test func replicasAreLargeEnoughForWeightsAndCaches() throws {
    for batch in [1, 8, 64, 512] {
      for parameters in [8e9, 70e9, 405e9, 671e9] {
        let estimate = try InferenceEstimate(
          model: ServedModel(parameters: parameters, precision: .bf16, batch: batch), sku: Fixture.gb300,
          gpus: 576)
        #expect(close(estimate.memoryGBPerReplica, parameters * 2 / 1e9 + Double(batch)))
        #expect(estimate.memoryGBPerReplica <= Double(estimate.gpusPerReplica) * 279 * 0.9)
        #expect(estimate.replicas * estimate.gpusPerReplica <= 576)
        #expect(estimate.tokensPerSecond.low <= estimate.tokensPerSecond.high)
      }
    }
  }

  @Test func leftOverGPUsAreNamed() throws {
    let estimate = try InferenceEstimate(
      model: ServedModel(parameters: 8e9, gpusPerReplica: 5), sku: Fixture.gb300, gpus: 72)
    #expect(estimate.replicas == 14)
    #expect(estimate.notes.contains(.gpusLeftOver(2)))
  }

  @Test func badInputIsRefused() {
    func expect(_ model: ServedModel, _ error: SizingError, sku: HardwareSKU = Fixture.gb300) {
      #expect(throws: error) { try InferenceEstimate(model: model, sku: sku, gpus: 8) }
    }
    expect(ServedModel(parameters: .nan), .notFinite("number of parameters"))
    expect(ServedModel(parameters: 1e9, batch: 0), .outOfRange("batch", 0, allowed: 1...1e6))
    expect(
      ServedModel(parameters: 1e9, cacheGBPerSequence: -1),
      .outOfRange("cache of a sequence in GB", -1, allowed: 0...1e6))
    expect(ServedModel(parameters: 1e9, precision: .fp64), .unsuitablePrecision(.fp64))
    expect(
      ServedModel(parameters: 1e9), .notPublished(skuID: "dgx-b200", key: "fp8_dense"), sku: Fixture.b200)
    expect(
      ServedModel(parameters: 1e9, precision: .fp4),
      .notPublished(skuID: "dgx-b300", key: "bandwidth_tb_s_per_gpu"), sku: Fixture.b300)
    expect(ServedModel(parameters: 1e9, gpusPerReplica: -1), .notPositive("number of GPUs", -1))
    expect(
      ServedModel(parameters: 1e14, batch: 1),
      .memoryTooSmall(neededGB: 100_001, availableGB: 8 * (279 * 0.9)))
    expect(
      ServedModel(parameters: 1e9, gpusPerReplica: 9),
      .memoryTooSmall(neededGB: 65, availableGB: 8 * (279 * 0.9)))
  }
}
