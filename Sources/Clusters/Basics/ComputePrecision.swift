// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A number format whose peak arithmetic rate, without sparsity, a catalogue may state.
package enum ComputePrecision: String, Sendable, Codable, CaseIterable {
  case fp4
  case fp8
  case bf16
  case fp64
}

/// Peak dense rate of one GPU at one precision, as published.
package struct ComputeRate: Sendable, Equatable, Codable {
  /// The number format.
  package var precision: ComputePrecision
  /// The published figure with its source, in PFLOPS; in TFLOPS for FP64, as catalogues state it.
  package var perGPU: Quantity

  /// Peak dense rate of one GPU at one precision.
  package init(_ precision: ComputePrecision, perGPU: Quantity) {
    self.precision = precision
    self.perGPU = perGPU
  }

  /// The rate in PFLOPS.
  package var pflopsPerGPU: Double { precision == .fp64 ? perGPU.value / 1_000 : perGPU.value }
}

extension ComputeRate {
  /// The dense rates that a catalogue states for a product, in the order of `ComputePrecision`.
  static func stated(by performance: GPUPerformance) -> [ComputeRate] {
    var rates: [ComputeRate] = []
    if let figure = performance.fp4Dense { rates.append(ComputeRate(.fp4, perGPU: figure)) }
    if let figure = performance.fp8Dense { rates.append(ComputeRate(.fp8, perGPU: figure)) }
    if let figure = performance.bf16Dense { rates.append(ComputeRate(.bf16, perGPU: figure)) }
    if let figure = performance.fp64TFLOPS { rates.append(ComputeRate(.fp64, perGPU: figure)) }
    return rates
  }
}
