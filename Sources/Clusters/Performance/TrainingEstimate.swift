// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// How long a cluster trains a model.
package struct TrainingEstimate: Sendable, Equatable, Codable {
  /// What is trained.
  package let run: TrainingRun
  /// The product.
  package let skuID: String
  /// GPUs at work.
  package let gpus: Int
  /// Their peak dense rate at the precision, PFLOPS.
  package let peakPFLOPS: Double
  /// Share of the peak that counts as arithmetic of the model: low, middle and high.
  package let modelFLOPSUtilisation: ValueBand
  /// Days of pure training: `low` is the fastest, at the high utilisation.
  package let days: ValueBand
  /// Days on the calendar, with failures and restarts.
  package let calendarDays: ValueBand
  /// GPU-hours of the calendar days.
  package let gpuHours: ValueBand
  /// Memory that the model with gradients and optimiser takes, TB.
  package let modelStateTB: Double
  /// Memory of the GPUs that it may take, TB; nil where none is published.
  package let memoryForModelTB: Double?
  /// What a reader must know.
  package let notes: [PerformanceNote]

  /// Whether the model fits; nil where no memory is published.
  package var fits: Bool? {
    guard let memoryForModelTB else { return nil }
    return modelStateTB <= memoryForModelTB
  }

  /// An estimate for GPUs of one product.
  ///
  /// - Parameters:
  ///   - run: The model.
  ///   - sku: The product; its rates are the published dense ones.
  ///   - gpus: GPUs at work.
  ///   - utilisation: Share of the peak, above 0 and at most 1; nil for the assumption of the precision.
  ///   - assumptions: Checked by the caller (`findings()`).
  /// - Throws: `SizingError` for values out of range, `.unsuitablePrecision` for FP64, `.notPublished` where
  ///   the rate is not stated.
  package init(
    run: TrainingRun, sku: HardwareSKU, gpus: Int, utilisation: ValueBand? = nil,
    assumptions: PerformanceAssumptions = PerformanceAssumptions()
  ) throws {
    try run.check()
    try SizingError.checkGPUs(gpus)
    let rate = try sku.languageModelPFLOPS(run.precision)
    guard let assumed = assumptions.modelFLOPSUtilisation(run.precision) else {
      throw SizingError.unsuitablePrecision(run.precision)
    }
    let share = utilisation ?? ValueBand(assumed)
    try share.check("model FLOPS utilisation")
    try SizingError.checkPositive("model FLOPS utilisation", share.low)
    try SizingError.check("model FLOPS utilisation", share.high, in: 0...1)

    let peak = rate * Double(gpus)
    let daysAtPeak = run.flop / (peak * 1e15) / 86_400
    let days = ValueBand(
      low: daysAtPeak / share.high, mid: daysAtPeak / share.mid, high: daysAtPeak / share.low)
    let effective = ValueBand(assumptions.effectiveTimeShare)
    try SizingError.checkPositive("effective time share", effective.low)
    let calendar = ValueBand(
      low: days.low / effective.high, mid: days.mid / effective.mid, high: days.high / effective.low)
    try calendar.check("days of training")

    var notes: [PerformanceNote] = [.peaksAreNotReached]
    if sku.status == .announced { notes.append(.announced(skuID: sku.id)) }
    let stateTB = run.parameters * assumptions.trainingBytesPerParameter.value / 1e12
    var memoryTB: Double?
    if let usable = sku.memory.usableGB {
      let available = usable.value * Double(gpus) / 1_000 * assumptions.trainingMemoryShare.value
      memoryTB = available
      if stateTB > available {
        notes.append(.modelDoesNotFit(neededTB: stateTB, availableTB: available))
      }
    } else {
      notes.append(.memoryNotPublished(skuID: sku.id))
    }

    self.run = run
    skuID = sku.id
    self.gpus = gpus
    peakPFLOPS = peak
    modelFLOPSUtilisation = share
    self.days = days
    calendarDays = calendar
    gpuHours = calendar * (24 * Double(gpus))
    modelStateTB = stateTB
    memoryForModelTB = memoryTB
    self.notes = notes
  }
}
