// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct ComputeRateTests {
  /// 576 GPUs of 5 PFLOPS are 2.88 EFLOPS; FP64 is stated in TFLOPS.
  @Test func `a block has the published dense rates of its GPUs`() throws {
    var sku = Fixture.gb300
    sku.performance = GPUPerformance(
      fp4Sparse: Quantity(20, unit: "PFLOPS", basis: .published, source: "sheet"),
      fp8Dense: Quantity(5, unit: "PFLOPS", basis: .published, source: "sheet"),
      fp64TFLOPS: Quantity(1.25, unit: "TFLOPS", basis: .published, source: "sheet"))
    let option = try ClusterSizer(catalogue: HardwareCatalogue([sku])).option(skuID: sku.id)
    #expect(option.denseRates.map(\.precision) == [.fp8, .fp64])
    #expect(option.denseRates.map(\.perGPU.source) == ["sheet", "sheet"])
    #expect(option.denseEFLOPS(.fp8) == 2.88)
    #expect(close(try #require(option.denseEFLOPS(.fp64)), 576 * 1.25 / 1e6))
    // What is published with sparsity alone is no dense rate.
    #expect(option.denseEFLOPS(.fp4) == nil)
    #expect(option.denseEFLOPS(.bf16) == nil)
  }
}
