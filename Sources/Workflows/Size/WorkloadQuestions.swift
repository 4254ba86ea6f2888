// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Results

/// What a cluster is to do, asked beside its size.
package struct WorkloadQuestions: Sendable, Equatable {
  /// Parameters of a model to train; nil for none.
  package var trainParameters: Double?
  /// Of these, parameters that each token passes through; nil for all.
  package var trainActiveParameters: Double?
  /// Tokens to train it on.
  package var trainTokens: Double?
  /// Number format of the training.
  package var trainPrecision = "bf16"
  /// Parameters of a model to serve; nil for none.
  package var serveParameters: Double?
  /// Of these, parameters that each token passes through; nil for all.
  package var serveActiveParameters: Double?
  /// Number format of the serving.
  package var servePrecision = "fp8"
  /// Sequences that a replica works on at a time.
  package var serveBatch = 64
  /// Powers that the site may draw at times, MW at the meter.
  package var availableMW: [Double] = []
  /// Powers that the site may draw in each month from January on, MW at the meter; empty or twelve.
  package var availableMWByMonth: [Double] = []

  /// Nothing asked.
  package init() {}

  /// The answers for a specification of one product. Where nothing is said of the months and the hot ones
  /// need more at full load than the site may draw, the year says what they cut.
  ///
  /// - Parameters:
  ///   - specification: What gets built.
  ///   - sku: Its product.
  ///   - meterPUE: Power at the meter over IT power, mean of the year.
  ///   - limitMW: What the site may draw, MW at the meter; nil where nothing is stated.
  /// - Throws: `SizingError` for what cannot be answered.
  func answers(
    _ specification: ClusterSpecification, sku: HardwareSKU, meterPUE: Double, limitMW: Double?
  ) throws -> WorkloadAnswers {
    let design = specification.design
    let assumptions = specification.assumptions.performance
    var answers = WorkloadAnswers()
    if let parameters = trainParameters {
      let run = TrainingRun(
        parameters: parameters, activeParameters: trainActiveParameters, tokens: trainTokens ?? .nan,
        precision: try ComputePrecision.named(trainPrecision))
      answers.training = try TrainingEstimate(
        run: run, sku: sku, gpus: design.gpus, assumptions: assumptions)
    }
    if let parameters = serveParameters {
      let model = ServedModel(
        parameters: parameters, activeParameters: serveActiveParameters,
        precision: try ComputePrecision.named(servePrecision), batch: serveBatch)
      answers.serving = [
        try InferenceEstimate(model: model, sku: sku, gpus: design.gpus, assumptions: assumptions)
      ]
    }
    for available in availableMW {
      answers.deratings.append(
        try Derating.at(availableMW: available, design: design, pue: meterPUE, assumptions: assumptions))
    }
    let pueByMonth = specification.cooling.months.map(\.pue)
    var byMonth = availableMWByMonth
    if byMonth.isEmpty, let limitMW, let hottest = pueByMonth.max(),
      design.itMW * hottest > limitMW * (1 + 1e-9)
    {
      byMonth = pueByMonth.map { _ in limitMW }
    }
    if !byMonth.isEmpty {
      answers.year = try DeratedYear(
        design: design, availableMWByMonth: byMonth, pueByMonth: pueByMonth, assumptions: assumptions)
    }
    return answers
  }
}
