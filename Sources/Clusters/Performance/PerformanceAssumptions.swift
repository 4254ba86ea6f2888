// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// How much of the published peaks a real workload gets, and how much memory it takes.
package struct PerformanceAssumptions: AssumptionSet {
  package var modelFLOPSUtilisationBF16 = Quantity(
    0.38, unit: "", basis: .estimated,
    source: "Llama 3 405B reached 0.38 to 0.43 on H100, PaLM 0.46, Gopher 0.33: "
      + "https://www.alloclabs.com/blog/gpu-idle-utilization; nothing measured at scale on Blackwell was found",
    low: 0.30, high: 0.45)
  package var modelFLOPSUtilisationFP8 = Quantity(
    0.30, unit: "", basis: .estimated,
    source:
      "of the FP8 peak; Llama 4 reached about 0.20: https://news.barelyhuman.xyz/item/43598691; the middle and the high "
      + "end are estimates between it and BF16",
    low: 0.20, high: 0.40)
  package var modelFLOPSUtilisationFP4 = Quantity(
    0.20, unit: "", basis: .estimated,
    source: "of the FP4 peak; no large training run in FP4 with a stated utilisation was found", low: 0.10,
    high: 0.30)
  package var effectiveTimeShare = Quantity(
    0.90, unit: "", basis: .estimated,
    source:
      "share of the calendar in which training advances, after failures and restarts; Meta's report on Llama 3 says "
      + "above 0.90 (known figure, not read again)",
    low: 0.85, high: 0.97)
  package var trainingBytesPerParameter = Quantity(
    16, unit: "B", basis: .published,
    source: "weights 2, gradients 2, master weights 4, two Adam moments 4 each: "
      + "https://torchedup.dev/problems/training-memory-mixed-precision; high end with gradients of 4",
    low: 16, high: 18)
  package var trainingMemoryShare = Quantity(
    0.70, unit: "", basis: .estimated,
    source:
      "share of the memory that model state may take, the rest being activations and buffers; a planner's choice",
    low: 0.50, high: 0.85)
  package var fp4BytesPerWeight = Quantity(
    0.5625, unit: "B", basis: .derived,
    source: "4 bits and an 8-bit scale for every 16 weights, as in NVFP4 (known format, not read again)")
  package var memoryBandwidthShare = Quantity(
    0.60, unit: "", basis: .estimated,
    source:
      "share of the peak memory bandwidth that decoding reaches; a planner's choice, no measurement on Blackwell found",
    low: 0.40, high: 0.80)
  package var inferenceFLOPSShare = Quantity(
    0.40, unit: "", basis: .estimated,
    source:
      "share of the peak rate that decoding with large batches reaches; a planner's choice near training",
    low: 0.25,
    high: 0.55)
  package var servingMemoryShare = Quantity(
    0.90, unit: "", basis: .estimated,
    source: "share of the memory that weights and caches may take; a planner's choice",
    low: 0.80, high: 0.95)
  package var cacheGBPerSequence = Quantity(
    1.0, unit: "GB", basis: .estimated,
    source:
      "about 3,000 tokens at 0.33 MB (80 layers, 8 key and value heads of 128, 2 bytes); it differs much between models",
    low: 0.1, high: 3.0)
  // 600 of 700 W costs 10 to 15 % in training and 5 to 8 % in memory-bound inference: 0.35 to 1.05 times the
  // cut.
  package var powerCapLossPerCut = Quantity(
    0.70, unit: "", basis: .estimated,
    source:
      "H100 at 600 of 700 W loses 10 to 15 % in training (https://factryze.ai/scale-atlas/power/power-capping) and 5 to "
      + "8 % in inference (https://factryze.ai/glossary/power-capping), over the cut of 14.3 %; a vendor's figures",
    low: 0.35, high: 1.05)
  package var powerCapFloor = Quantity(
    0.70, unit: "", basis: .estimated,
    source:
      "lowest share of full power that capping is trusted to; NVIDIA's DSX claims 45 % more GPUs within the same power, "
      + "0.69 each, without saying what each then does")

  /// The defaults.
  package init() {}

  package static let name = "performance"
  package static let fields: [Field<PerformanceAssumptions>] = [
    Field("mfu_bf16", \.modelFLOPSUtilisationBF16, 0.01...1),
    Field("mfu_fp8", \.modelFLOPSUtilisationFP8, 0.01...1),
    Field("mfu_fp4", \.modelFLOPSUtilisationFP4, 0.01...1),
    Field("effective_time_share", \.effectiveTimeShare, 0.01...1),
    Field("training_bytes_per_parameter", \.trainingBytesPerParameter, 1...100),
    Field("training_memory_share", \.trainingMemoryShare, 0.01...1),
    Field("fp4_bytes_per_weight", \.fp4BytesPerWeight, 0.5...1),
    Field("memory_bandwidth_share", \.memoryBandwidthShare, 0.01...1),
    Field("inference_flops_share", \.inferenceFLOPSShare, 0.01...1),
    Field("serving_memory_share", \.servingMemoryShare, 0.01...1),
    Field("cache_gb_per_sequence", \.cacheGBPerSequence, 0...10_000),
    Field("power_cap_loss_per_cut", \.powerCapLossPerCut, 0...2),
    Field("power_cap_floor", \.powerCapFloor, 0.3...1),
  ]

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
