// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Results

/// What a cluster does with its time, as far as it was asked.
struct WorkloadText {
  var answers: WorkloadAnswers

  var text: String {
    var out = ""
    if let training = answers.training { out += Self.training(training) }
    for estimate in answers.serving { out += Self.serving(estimate) }
    if !answers.deratings.isEmpty { out += Self.deratings(answers.deratings) }
    if let year = answers.year { out += Self.year(year) }
    return out
  }

  /// A large number with a letter for thousands of millions and the like.
  private static func short(_ value: Double) -> String {
    for (scale, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M")] where value >= scale {
      return NumberText.rounded(value / scale, digits: 4) + letter
    }
    return NumberText.grouped(value, decimals: 0)
  }

  private static func model(_ parameters: Double, _ active: Double) -> String {
    "\(short(parameters)) parameters" + (active < parameters ? ", \(short(active)) of them active" : "")
  }

  private static func notes(_ notes: [PerformanceNote]) -> String {
    notes.map { TextParagraph.text(SpecificationNotes.closed($0.sentence), first: "  - ", rest: "    ") }
      .joined()
  }

  private static func cells(_ name: String, _ band: ValueBand, _ decimals: Int) -> [String] {
    [
      name, NumberText.grouped(band.low, decimals: decimals),
      NumberText.grouped(band.mid, decimals: decimals),
      NumberText.grouped(band.high, decimals: decimals),
    ]
  }

  private static func training(_ estimate: TrainingEstimate) -> String {
    let run = estimate.run
    let share = estimate.modelFLOPSUtilisation
    var out = "Training (rests on assumptions)\n"
    out += TextParagraph.text(
      "\(model(run.parameters, run.activeParameters)), \(short(run.tokens)) tokens in "
        + "\(run.precision.rawValue.uppercased()) on \(NumberText.grouped(estimate.gpus)) GPUs, at "
        + "\(NumberText.percent(share.low)) to \(NumberText.percent(share.high)) of the dense peak "
        + "(middle \(NumberText.percent(share.mid))).")
    out += SizingPage.table(
      ["", "fastest", "middle", "slowest"],
      [
        cells("days of training", estimate.days, 1),
        cells("days on the calendar, with restarts", estimate.calendarDays, 1),
        cells("GPU-hours, thousands", estimate.gpuHours.scaled(1e-3), 0),
      ])
    let memory = estimate.memoryForModelTB.map { "of \(NumberText.grouped($0, decimals: 1)) TB" } ?? ""
    out += TextParagraph.text(
      "Model with gradients and optimiser: \(NumberText.grouped(estimate.modelStateTB, decimals: 1)) TB \(memory)."
    )
    return out + notes(estimate.notes) + "\n"
  }

  private static func serving(_ estimate: InferenceEstimate) -> String {
    let served = estimate.model
    var out = "Serving (rests on assumptions)\n"
    out += TextParagraph.text(
      "\(model(served.parameters, served.activeParameters)) in \(served.precision.rawValue.uppercased()), batch "
        + "\(NumberText.grouped(served.batch)): \(NumberText.grouped(estimate.replicas)) replicas of "
        + "\(NumberText.grouped(estimate.gpusPerReplica)) GPUs, "
        + "\(NumberText.grouped(estimate.memoryGBPerReplica, decimals: 0)) GB each; "
        + "\(estimate.bound == .memory ? "memory bandwidth" : "arithmetic") decides.")
    out += SizingPage.table(
      ["tokens a second", "low", "mid", "high"],
      [
        cells("whole cluster, thousands", estimate.tokensPerSecond.scaled(1e-3), 0),
        cells("one sequence", estimate.tokensPerSecondPerSequence, 1),
      ])
    return out + notes(estimate.notes) + "\n"
  }

  private static func capped(_ derating: Derating) -> String {
    derating.cappedShareOfWork.map { "\(NumberText.percent($0.low)) to \(NumberText.percent($0.high))" }
      ?? "too deep"
  }

  private static func deratings(_ deratings: [Derating]) -> String {
    "With less power\n"
      + SizingPage.table(
        [
          "MW available", "MW needed", "systems on", "GPUs on", "of all",
          "work if all are capped (assumption)",
        ],
        deratings.map { derating in
          [
            NumberText.grouped(derating.availableMW, decimals: 2),
            NumberText.grouped(derating.neededMW, decimals: 2), NumberText.grouped(derating.systems),
            NumberText.grouped(derating.gpus), NumberText.percent(derating.shareOfGPUs), capped(derating),
          ]
        }) + "\n"
  }

  private static func year(_ year: DeratedYear) -> String {
    var out = "The year with less power\n"
    out += SizingPage.table(
      ["month", "PUE", "MW available", "MW needed", "GPUs on", "GPU-hours, thousands"],
      year.months.map { month in
        [
          String(month.number), NumberText.grouped(month.pue, decimals: 3),
          NumberText.grouped(month.derating.availableMW, decimals: 2),
          NumberText.grouped(month.derating.neededMW, decimals: 2),
          NumberText.grouped(month.derating.gpus), NumberText.grouped(month.gpuHours / 1_000, decimals: 0),
        ]
      })
    out += TextParagraph.text(
      "GPU-hours of the year: \(NumberText.grouped(year.gpuHoursPerYear / 1e6, decimals: 2)) M, "
        + "\(NumberText.percent(year.share, decimals: 1)) of a year without cuts.")
    return out + "\n"
  }
}

extension ValueBand {
  /// Level by level.
  func scaled(_ factor: Double) -> ValueBand {
    ValueBand(low: low * factor, mid: mid * factor, high: high * factor)
  }
}
