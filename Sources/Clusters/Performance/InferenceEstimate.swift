// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// How many tokens a cluster writes in a second, and what holds it back.
///
/// A step of a replica takes the longer of two times: reading the weights and the caches of its sequences
/// from memory, and two FLOP for each active parameter and sequence. Reading the prompts, network time and
/// waiting for requests are left out, so the range is what decoding alone can reach.
package struct InferenceEstimate: Sendable, Equatable, Codable {
  /// What a step waits for.
  package enum Bound: String, Sendable, Codable, CaseIterable {
    /// Memory bandwidth.
    case memory
    /// Arithmetic.
    case compute
  }

  /// The model.
  package let model: ServedModel
  /// The product.
  package let skuID: String
  /// GPUs of one replica.
  package let gpusPerReplica: Int
  /// Replicas; GPUs left over write nothing.
  package let replicas: Int
  /// Memory of one replica that weights and caches take, GB.
  package let memoryGBPerReplica: Double
  /// Tokens a second of the whole cluster.
  package let tokensPerSecond: ValueBand
  /// Tokens a second that one sequence gets.
  package let tokensPerSecondPerSequence: ValueBand
  /// What the middle estimate waits for.
  package let bound: Bound
  /// What a reader must know.
  package let notes: [PerformanceNote]

  /// An estimate for GPUs of one product.
  ///
  /// - Throws: `SizingError` for values out of range, `.unsuitablePrecision` for FP64, `.notPublished` where
  ///   the rate, the memory or its bandwidth is not stated, `.memoryTooSmall` where not one replica can hold
  ///   the model.
  package init(
    model: ServedModel, sku: HardwareSKU, gpus: Int,
    assumptions: PerformanceAssumptions = PerformanceAssumptions()
  ) throws {
    try model.check()
    try SizingError.checkGPUs(gpus)
    let pflops = try sku.languageModelPFLOPS(model.precision)
    guard let usable = sku.memory.usableGB else {
      throw SizingError.notPublished(skuID: sku.id, key: "usable_gb_per_gpu")
    }
    guard let bandwidth = sku.memory.bandwidthTBPerS else {
      throw SizingError.notPublished(skuID: sku.id, key: "bandwidth_tb_s_per_gpu")
    }
    let bytes = Self.bytesPerWeight(model.precision, assumptions: assumptions)
    let batch = Double(model.batch)
    let cacheGB = batch * (model.cacheGBPerSequence ?? assumptions.cacheGBPerSequence.value)
    let neededGB = model.parameters * bytes / 1e9 + cacheGB
    let perGPU = usable.value * assumptions.servingMemoryShare.value
    try SizingError.checkPositive("memory of a GPU in GB", perGPU)
    let size = try Self.replica(model: model, neededGB: neededGB, gbPerGPU: perGPU, gpus: gpus)
    let replicas = gpus / size

    let readGB = model.parametersReadPerStep * bytes / 1e9 + cacheGB
    let memorySeconds = readGB / (bandwidth.value * 1_000 * Double(size))
    let computeSeconds = 2 * model.activeParameters * batch / (pflops * 1e15 * Double(size))
    let bandwidthShare = ValueBand(assumptions.memoryBandwidthShare)
    let flopsShare = ValueBand(assumptions.inferenceFLOPSShare)
    func perSequence(_ level: PriceLevel) -> Double {
      1 / max(memorySeconds / bandwidthShare[level], computeSeconds / flopsShare[level])
    }
    let each = ValueBand(low: perSequence(.low), mid: perSequence(.mid), high: perSequence(.high))
    try each.check("tokens a second")

    self.model = model
    skuID = sku.id
    gpusPerReplica = size
    self.replicas = replicas
    memoryGBPerReplica = neededGB
    tokensPerSecondPerSequence = each
    tokensPerSecond = each * (batch * Double(replicas))
    bound =
      memorySeconds / bandwidthShare.mid >= computeSeconds / flopsShare.mid ? .memory : .compute
    var notes: [PerformanceNote] = [.decodingOnly]
    if sku.status == .announced { notes.append(.announced(skuID: sku.id)) }
    if gpus % size > 0 { notes.append(.gpusLeftOver(gpus % size)) }
    self.notes = notes
  }

  private static func bytesPerWeight(
    _ precision: ComputePrecision, assumptions: PerformanceAssumptions
  ) -> Double {
    switch precision {
    case .fp4: assumptions.fp4BytesPerWeight.value
    case .fp8: 1
    case .bf16: 2
    case .fp64: 8
    }
  }

  /// GPUs of a replica: as asked, or the smallest power of two that holds the model.
  private static func replica(
    model: ServedModel, neededGB: Double, gbPerGPU: Double, gpus: Int
  ) throws -> Int {
    let largest = model.gpusPerReplica ?? gpus
    guard largest <= gpus, neededGB <= Double(largest) * gbPerGPU else {
      throw SizingError.memoryTooSmall(
        neededGB: neededGB, availableGB: Double(min(largest, gpus)) * gbPerGPU)
    }
    if let asked = model.gpusPerReplica { return asked }
    var size = 1
    while Double(size) * gbPerGPU < neededGB { size *= 2 }
    return min(size, gpus)
  }
}
