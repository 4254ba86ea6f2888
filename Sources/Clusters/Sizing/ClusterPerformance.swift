// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Peak arithmetic rates and memory of a cluster: the published figures of its GPUs times their number.
///
/// A figure that any of the products does not publish is nil for the whole: a partial sum would read as the
/// total.
package struct ClusterPerformance: Sendable, Equatable, Codable {
  /// FP4 without sparsity, PFLOPS.
  package var fp4DensePFLOPS: Double?
  /// FP4 with 2:4 sparsity, PFLOPS.
  package var fp4SparsePFLOPS: Double?
  /// FP8 without sparsity, PFLOPS.
  package var fp8DensePFLOPS: Double?
  /// FP8 with 2:4 sparsity, PFLOPS.
  package var fp8SparsePFLOPS: Double?
  /// BF16 without sparsity, PFLOPS.
  package var bf16DensePFLOPS: Double?
  /// BF16 with 2:4 sparsity, PFLOPS.
  package var bf16SparsePFLOPS: Double?
  /// FP64, TFLOPS.
  package var fp64TFLOPS: Double?
  /// GPU memory that programs can use, TB (1e12 bytes).
  package var usableMemoryTB: Double?
  /// GPU memory as advertised, TB (1e12 bytes).
  package var marketedMemoryTB: Double?
  /// GPU memory bandwidth, TB/s.
  package var memoryBandwidthTBPerS: Double?

  /// The rates of a number of GPUs of one product.
  init(sku: HardwareSKU, gpus: Int) {
    let count = Double(gpus)
    let rates = sku.performance
    fp4DensePFLOPS = rates.fp4Dense.map { $0.value * count }
    fp4SparsePFLOPS = rates.fp4Sparse.map { $0.value * count }
    fp8DensePFLOPS = rates.fp8Dense.map { $0.value * count }
    fp8SparsePFLOPS = rates.fp8Sparse.map { $0.value * count }
    bf16DensePFLOPS = rates.bf16Dense.map { $0.value * count }
    bf16SparsePFLOPS = rates.bf16Sparse.map { $0.value * count }
    fp64TFLOPS = rates.fp64TFLOPS.map { $0.value * count }
    usableMemoryTB = sku.memory.usableGB.map { $0.value * count / 1_000 }
    marketedMemoryTB = sku.memory.marketedGB.map { $0.value * count / 1_000 }
    memoryBandwidthTBPerS = sku.memory.bandwidthTBPerS.map { $0.value * count }
  }

  static func + (a: ClusterPerformance, b: ClusterPerformance) -> ClusterPerformance {
    func sum(_ path: KeyPath<ClusterPerformance, Double?>) -> Double? {
      guard let first = a[keyPath: path], let second = b[keyPath: path] else { return nil }
      return first + second
    }
    var total = a
    total.fp4DensePFLOPS = sum(\.fp4DensePFLOPS)
    total.fp4SparsePFLOPS = sum(\.fp4SparsePFLOPS)
    total.fp8DensePFLOPS = sum(\.fp8DensePFLOPS)
    total.fp8SparsePFLOPS = sum(\.fp8SparsePFLOPS)
    total.bf16DensePFLOPS = sum(\.bf16DensePFLOPS)
    total.bf16SparsePFLOPS = sum(\.bf16SparsePFLOPS)
    total.fp64TFLOPS = sum(\.fp64TFLOPS)
    total.usableMemoryTB = sum(\.usableMemoryTB)
    total.marketedMemoryTB = sum(\.marketedMemoryTB)
    total.memoryBandwidthTBPerS = sum(\.memoryBandwidthTBPerS)
    return total
  }

  /// The keys of the rates and memory figures that are not published.
  var missing: [String] {
    let all: [(String, Double?)] = [
      ("fp4_dense", fp4DensePFLOPS), ("fp4_sparse", fp4SparsePFLOPS), ("fp8_dense", fp8DensePFLOPS),
      ("fp8_sparse", fp8SparsePFLOPS), ("bf16_dense", bf16DensePFLOPS), ("bf16_sparse", bf16SparsePFLOPS),
      ("fp64_tflops", fp64TFLOPS), ("usable_gb_per_gpu", usableMemoryTB),
      ("marketed_gb_per_gpu", marketedMemoryTB), ("bandwidth_tb_s_per_gpu", memoryBandwidthTBPerS),
    ]
    return all.filter { $0.1 == nil }.map(\.0)
  }
}
