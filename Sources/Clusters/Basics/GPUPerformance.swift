// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Peak arithmetic rates of one GPU, as published.
///
/// Dense and sparse rates are separate figures. What is not published is nil: on Blackwell Ultra the sparse
/// FP4 rate is not twice the dense one, so neither is ever computed from the other.
package struct GPUPerformance: FieldSet, Equatable, Codable {
  /// FP4 without sparsity, PFLOPS.
  package var fp4Dense: Quantity?
  /// FP4 with 2:4 sparsity, PFLOPS.
  package var fp4Sparse: Quantity?
  /// FP8 without sparsity, PFLOPS.
  package var fp8Dense: Quantity?
  /// FP8 with 2:4 sparsity, PFLOPS.
  package var fp8Sparse: Quantity?
  /// BF16 without sparsity, PFLOPS.
  package var bf16Dense: Quantity?
  /// BF16 with 2:4 sparsity, PFLOPS.
  package var bf16Sparse: Quantity?
  /// FP64, TFLOPS (not PFLOPS).
  package var fp64TFLOPS: Quantity?

  /// Peak arithmetic rates of one GPU.
  package init(
    fp4Dense: Quantity? = nil, fp4Sparse: Quantity? = nil, fp8Dense: Quantity? = nil,
    fp8Sparse: Quantity? = nil,
    bf16Dense: Quantity? = nil, bf16Sparse: Quantity? = nil, fp64TFLOPS: Quantity? = nil
  ) {
    self.fp4Dense = fp4Dense
    self.fp4Sparse = fp4Sparse
    self.fp8Dense = fp8Dense
    self.fp8Sparse = fp8Sparse
    self.bf16Dense = bf16Dense
    self.bf16Sparse = bf16Sparse
    self.fp64TFLOPS = fp64TFLOPS
  }

  package static let fields: [Field<GPUPerformance>] = [
    Field(
      "fp4_dense", \.fp4Dense, unit: "PFLOPS", .from(0.001, to: 10_000),
      meaning: "Peak FP4 rate of one GPU without sparsity; never computed from the sparse one."),
    Field(
      "fp4_sparse", \.fp4Sparse, unit: "PFLOPS", .from(0.001, to: 10_000),
      meaning: "Peak FP4 rate of one GPU with 2:4 sparsity."),
    Field(
      "fp8_dense", \.fp8Dense, unit: "PFLOPS", .from(0.001, to: 10_000),
      meaning: "Peak FP8 rate of one GPU without sparsity; never computed from the sparse one."),
    Field(
      "fp8_sparse", \.fp8Sparse, unit: "PFLOPS", .from(0.001, to: 10_000),
      meaning: "Peak FP8 rate of one GPU with 2:4 sparsity."),
    Field(
      "bf16_dense", \.bf16Dense, unit: "PFLOPS", .from(0.001, to: 10_000),
      meaning: "Peak BF16 rate of one GPU without sparsity; never computed from the sparse one."),
    Field(
      "bf16_sparse", \.bf16Sparse, unit: "PFLOPS", .from(0.001, to: 10_000),
      meaning: "Peak BF16 rate of one GPU with 2:4 sparsity."),
    Field(
      "fp64_tflops", \.fp64TFLOPS, unit: "TFLOPS", .from(0.001, to: 10_000),
      meaning: "Peak FP64 rate of one GPU, in TFLOPS, not PFLOPS."),
  ]
}
