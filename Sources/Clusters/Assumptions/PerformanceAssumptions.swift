// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// How much of the published peaks a real workload gets, and how much memory it takes.
/// What each figure is, and where it is from, stands in `Defaults/performance.toml`.
package struct PerformanceAssumptions: AssumptionSet {
  package var modelFLOPSUtilisationBF16 = Quantity.unread
  package var modelFLOPSUtilisationFP8 = Quantity.unread
  package var modelFLOPSUtilisationFP4 = Quantity.unread
  package var effectiveTimeShare = Quantity.unread
  package var trainingBytesPerParameter = Quantity.unread
  package var trainingMemoryShare = Quantity.unread
  package var fp4BytesPerWeight = Quantity.unread
  package var memoryBandwidthShare = Quantity.unread
  package var inferenceFLOPSShare = Quantity.unread
  package var servingMemoryShare = Quantity.unread
  package var cacheGBPerSequence = Quantity.unread
  package var powerCapLossPerCut = Quantity.unread
  package var powerCapFloor = Quantity.unread

  package init(unread: Void) {}

  package static let file = AssumptionFile<PerformanceAssumptions>(
    "performance", PackageResources.performance_toml,
    [
      "mfu_bf16": \.modelFLOPSUtilisationBF16,
      "mfu_fp8": \.modelFLOPSUtilisationFP8,
      "mfu_fp4": \.modelFLOPSUtilisationFP4,
      "effective_time_share": \.effectiveTimeShare,
      "training_bytes_per_parameter": \.trainingBytesPerParameter,
      "training_memory_share": \.trainingMemoryShare,
      "fp4_bytes_per_weight": \.fp4BytesPerWeight,
      "memory_bandwidth_share": \.memoryBandwidthShare,
      "inference_flops_share": \.inferenceFLOPSShare,
      "serving_memory_share": \.servingMemoryShare,
      "cache_gb_per_sequence": \.cacheGBPerSequence,
      "power_cap_loss_per_cut": \.powerCapLossPerCut,
      "power_cap_floor": \.powerCapFloor,
    ])

  /// Share of the peak that training reaches; nil for FP64, in which no language model is trained.
  func modelFLOPSUtilisation(_ precision: ComputePrecision) -> Quantity? {
    switch precision {
    case .bf16: modelFLOPSUtilisationBF16
    case .fp8: modelFLOPSUtilisationFP8
    case .fp4: modelFLOPSUtilisationFP4
    case .fp64: nil
    }
  }
}
