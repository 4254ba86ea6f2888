// SPDX-License-Identifier: GPL-3.0-or-later

package import Figures

/// Peak arithmetic rates of one GPU, as published.
///
/// Dense and sparse rates are separate figures. What is not published is nil: on Blackwell Ultra the sparse
/// FP4 rate is not twice the dense one, so neither is ever computed from the other.
package struct GPUPerformance: Sendable, Equatable, Codable {
  /// FP4 without sparsity, PFLOPS.
  package var fp4Dense: Figure?
  /// FP4 with 2:4 sparsity, PFLOPS.
  package var fp4Sparse: Figure?
  /// FP8 without sparsity, PFLOPS.
  package var fp8Dense: Figure?
  /// FP8 with 2:4 sparsity, PFLOPS.
  package var fp8Sparse: Figure?
  /// BF16 without sparsity, PFLOPS.
  package var bf16Dense: Figure?
  /// BF16 with 2:4 sparsity, PFLOPS.
  package var bf16Sparse: Figure?
  /// FP64, TFLOPS (not PFLOPS).
  package var fp64TFLOPS: Figure?

  /// Peak arithmetic rates of one GPU.
  package init(
    fp4Dense: Figure? = nil, fp4Sparse: Figure? = nil, fp8Dense: Figure? = nil, fp8Sparse: Figure? = nil,
    bf16Dense: Figure? = nil, bf16Sparse: Figure? = nil, fp64TFLOPS: Figure? = nil
  ) {
    self.fp4Dense = fp4Dense
    self.fp4Sparse = fp4Sparse
    self.fp8Dense = fp8Dense
    self.fp8Sparse = fp8Sparse
    self.bf16Dense = bf16Dense
    self.bf16Sparse = bf16Sparse
    self.fp64TFLOPS = fp64TFLOPS
  }
}
