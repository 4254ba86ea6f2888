// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct TrainingEstimateTests {
  /// One trillion parameters on ten trillion tokens: 6e25 FLOP. 10,000 GB300 at 2.5 PFLOPS and 40 %: 1e19 a
  /// second, 6e6 s.
  @Test func aTrillionParametersWorkedByHand() throws {
    let estimate = try TrainingEstimate(
      run: TrainingRun(parameters: 1e12, tokens: 1e13), sku: Fixture.gb300, gpus: 10_000,
      utilisation: ValueBand(low: 0.2, mid: 0.4, high: 0.8))
    #expect(close(estimate.peakPFLOPS, 25_000))
    #expect(close(estimate.days.mid, 6e6 / 86_400))
    #expect(close(estimate.days.low, 3e6 / 86_400))
    #expect(close(estimate.days.high, 12e6 / 86_400))
    #expect(close(estimate.calendarDays.mid, 6e6 / 86_400 / 0.9))
    #expect(close(estimate.gpuHours.mid, 6e6 / 3_600 / 0.9 * 10_000))
    #expect(close(estimate.modelStateTB, 16))
    #expect(close(try #require(estimate.memoryForModelTB), 2_790 * 0.7))
    #expect(estimate.fits == true)
  }

  /// Llama 3.1 405B: 15.6 trillion tokens on 16,384 H100 (989 TFLOPS dense BF16, 80 GB) took 30.84 million
  /// GPU-hours by its model card, at 38 to 43 % while it ran.
  @Test func aPublishedRunIsMetWithinATenth() throws {
    var h100 = Fixture.b200
    h100.id = "h100"
    h100.performance.bf16Dense = Fixture.figure(0.989, "PFLOPS")
    h100.memory.usableGB = Fixture.figure(80, "GB")
    let estimate = try TrainingEstimate(
      run: TrainingRun(parameters: 405e9, tokens: 15.6e12), sku: h100, gpus: 16_384,
      utilisation: ValueBand(low: 0.38, mid: 0.40, high: 0.43))
    #expect(abs(estimate.gpuHours.mid / 30.84e6 - 1) < 0.1)
    #expect(estimate.gpuHours.low < 30.84e6 && 30.84e6 < estimate.gpuHours.high)
    #expect(estimate.fits == true)
  }

  @Test func fasterFormatsUseTheirOwnRateAndUtilisation() throws {
    func days(_ precision: ComputePrecision) throws -> Double {
      try TrainingEstimate(
        run: TrainingRun(parameters: 1e11, tokens: 1e13, precision: precision), sku: Fixture.gb300, gpus: 576
      ).days.mid
    }
    #expect(close(try days(.fp8) * 5 * 0.30, try days(.bf16) * 2.5 * 0.38))
    #expect(close(try days(.fp4) * 15 * 0.20, try days(.bf16) * 2.5 * 0.38))
  }

  @Test func aMixtureOfExpertsComputesItsActivePartAndStoresTheWhole() throws {
    let dense = TrainingRun(parameters: 37e9, tokens: 14.8e12)
    let mixture = TrainingRun(parameters: 671e9, activeParameters: 37e9, tokens: 14.8e12)
    let a = try TrainingEstimate(run: dense, sku: Fixture.gb300, gpus: 576)
    let b = try TrainingEstimate(run: mixture, sku: Fixture.gb300, gpus: 576)
    #expect(a.days == b.days)
    #expect(close(b.modelStateTB, 671e9 * 16 / 1e12))
  }

  @Test func aModelThatDoesNotFitIsFlagged() throws {
    let estimate = try TrainingEstimate(
      run: TrainingRun(parameters: 1e13, tokens: 1e12), sku: Fixture.gb300, gpus: 72)
    #expect(estimate.fits == false)
    #expect(estimate.notes.contains { if case .modelDoesNotFit = $0 { true } else { false } })
    var unknown = Fixture.gb300
    unknown.memory.usableGB = nil
    let open = try TrainingEstimate(
      run: TrainingRun(parameters: 1e9, tokens: 1e9), sku: unknown, gpus: 72)
    #expect(open.fits == nil)
    #expect(open.notes.contains(.memoryNotPublished(skuID: "gb300-nvl72")))
  }

  @Test func whatIsNotPublishedIsRefusedAndNotGuessed() {
    let fp8 = TrainingRun(parameters: 1e9, tokens: 1e9, precision: .fp8)
    #expect(throws: SizingError.notPublished(skuID: "dgx-b200", key: "fp8_dense")) {
      try TrainingEstimate(run: fp8, sku: Fixture.b200, gpus: 8)
    }
    let fp64 = TrainingRun(parameters: 1e9, tokens: 1e9, precision: .fp64)
    #expect(throws: SizingError.unsuitablePrecision(.fp64)) {
      try TrainingEstimate(run: fp64, sku: Fixture.gb300, gpus: 8)
    }
  }

  @Test func badInputIsRefused() {
    func expect(_ run: TrainingRun, gpus: Int = 72, _ error: SizingError) {
      #expect(throws: error) { try TrainingEstimate(run: run, sku: Fixture.gb300, gpus: gpus) }
    }
    expect(TrainingRun(parameters: .nan, tokens: 1), .notFinite("number of parameters"))
    expect(TrainingRun(parameters: 0, tokens: 1), .notPositive("number of parameters", 0))
    expect(TrainingRun(parameters: 1, tokens: -1), .notPositive("number of tokens", -1))
    expect(
      TrainingRun(parameters: 1, tokens: 1e300), .outOfRange("number of tokens", 1e300, allowed: 1...1e18))
    expect(
      TrainingRun(parameters: 10, activeParameters: 20, tokens: 1),
      .outOfRange("number of active parameters", 20, allowed: 0...10))
    expect(TrainingRun(parameters: 1, tokens: 1), gpus: 0, .notPositive("number of GPUs", 0))
    #expect(throws: SizingError.notPositive("model FLOPS utilisation", 0)) {
      try TrainingEstimate(
        run: TrainingRun(parameters: 1, tokens: 1), sku: Fixture.gb300, gpus: 1, utilisation: ValueBand(0))
    }
  }

  @Test func precisionsAreFoundByNameOrTheNearestIsNamed() throws {
    #expect(try ComputePrecision.named("FP8") == .fp8)
    #expect(throws: SizingError.unknownPrecision("bf61", nearest: "bf16")) {
      try ComputePrecision.named("bf61")
    }
    #expect(throws: SizingError.unknownPrecision("", nearest: nil)) { try ComputePrecision.named("") }
  }
}
