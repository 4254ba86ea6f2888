// SPDX-License-Identifier: GPL-3.0-or-later

/// A language model that answers: one copy of it runs on a replica of some GPUs and writes one token for each
/// of `batch` sequences at a step.
package struct ServedModel: Sendable, Equatable, Codable {
  /// All parameters: what memory must hold.
  package var parameters: Double
  /// Parameters that each token passes through; for a mixture of experts the active ones.
  package var activeParameters: Double
  /// Number format of weights and arithmetic.
  package var precision: ComputePrecision
  /// Sequences that a replica works on at a time.
  package var batch: Int
  /// Memory read and held for one sequence, GB; nil for the assumption.
  package var cacheGBPerSequence: Double?
  /// GPUs of a replica; nil for the smallest power of two that holds the model.
  package var gpusPerReplica: Int?

  /// Batches that are accepted.
  package static let batchRange = 1...1_000_000

  /// A language model that answers; `activeParameters` nil for a dense one.
  package init(
    parameters: Double, activeParameters: Double? = nil, precision: ComputePrecision = .fp8, batch: Int = 64,
    cacheGBPerSequence: Double? = nil, gpusPerReplica: Int? = nil
  ) {
    self.parameters = parameters
    self.activeParameters = activeParameters ?? parameters
    self.precision = precision
    self.batch = batch
    self.cacheGBPerSequence = cacheGBPerSequence
    self.gpusPerReplica = gpusPerReplica
  }

  /// Parameters that a step reads: every sequence of a mixture of experts may call on others, up to all of
  /// them.
  var parametersReadPerStep: Double { min(parameters, activeParameters * Double(batch)) }

  func check() throws {
    try SizingError.checkPositive("number of parameters", parameters)
    try SizingError.check("number of parameters", parameters, in: TrainingRun.countRange)
    try SizingError.checkPositive("number of active parameters", activeParameters)
    try SizingError.check("number of active parameters", activeParameters, in: 0...parameters)
    try SizingError.check(
      "batch", Double(batch), in: Double(Self.batchRange.lowerBound)...Double(Self.batchRange.upperBound))
    if let cacheGBPerSequence {
      try SizingError.check("cache of a sequence in GB", cacheGBPerSequence, in: 0...1e6)
    }
    if let gpusPerReplica { try SizingError.checkGPUs(gpusPerReplica) }
  }
}
