// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

extension WorkloadAnswers {
  /// Answers about the work of a cluster.
  package var lines: [SpecificationLine] {
    [
      .group("training", training?.lines, training == nil ? "" : "Training (rests on assumptions)"),
      .kinds("serving", serving, count: { _ in 1 }) { $0.lines },
      .rows("deratings", deratings, "With less power") { $0.lines },
      .group("year", year?.lines, year == nil ? "" : "The year with less power"),
    ]
  }
}

extension TrainingEstimate {
  fileprivate var lines: [SpecificationLine] {
    [
      .text("sku", skuID),
      .count("gpus", gpus, "GPUs"),
      .number("parameters", run.parameters, .letters, "parameters"),
      .number("active_parameters", run.activeParameters, .letters, "parameters active for a token"),
      .number("tokens", run.tokens, .letters, "tokens"),
      .text("precision", run.precision.rawValue, "precision", shown: run.precision.words),
      .number("arithmetic_flop", run.flop),
      .number("peak_dense_pflops", peakPFLOPS),
      .band("model_flops_utilisation", modelFLOPSUtilisation, .percent, "share of the dense peak"),
      .band("training_days", days, 1, "days of training"),
      .band("calendar_days", calendarDays, 1, "days on the calendar, with restarts"),
      .band("gpu_hours", gpuHours, 0, "GPU-hours"),
      .number("model_state_tb", modelStateTB, 1, "model with gradients and optimiser", "TB"),
      .number("memory_for_model_tb", memoryForModelTB, 1, "memory for it", "TB"),
      .flag("fits", fits, "fits"),
      .sentences("notes", notes.map(\.sentence), "note"),
    ]
  }
}

extension InferenceEstimate {
  fileprivate var lines: [SpecificationLine] {
    [
      .text("sku", skuID),
      .number("parameters", model.parameters, .letters, "parameters of the model that answers"),
      .number("active_parameters", model.activeParameters, .letters, "parameters active for a token"),
      .text("precision", model.precision.rawValue, "precision", shown: model.precision.words),
      .count("batch", model.batch, "batch"),
      .count("gpus_per_replica", gpusPerReplica, "GPUs of a replica"),
      .count("replicas", replicas, "replicas"),
      .number("memory_per_replica_gb", memoryGBPerReplica, 0, "memory of a replica", "GB"),
      .band("tokens_per_s", tokensPerSecond, 0, "tokens of the whole cluster", "per s"),
      .band("tokens_per_s_per_sequence", tokensPerSecondPerSequence, 1, "tokens of one sequence", "per s"),
      .text(
        "bound_by", bound.rawValue, "what decides",
        shown: bound == .memory ? "memory bandwidth" : "arithmetic"),
      .sentences("notes", notes.map(\.sentence), "note"),
    ]
  }
}

extension Derating {
  fileprivate var lines: [SpecificationLine] {
    [
      .number("available_mw", availableMW, 2, "MW available"),
      .number("needed_mw", neededMW, 2, "MW needed"),
      .number("used_mw", usedMW, 2, "MW used"),
      .count("systems", systems, "systems on"),
      .count("gpus", gpus, "GPUs on"),
      .number("share_of_gpus", shareOfGPUs, .percent, "of all"),
      .band("capped_share_of_work", cappedShareOfWork, .percent, "work if all are capped (- where too deep)"),
      .rows("parts", parts) {
        [.text("sku", $0.skuID), .count("systems", $0.systems), .count("gpus", $0.gpus)]
      },
    ]
  }
}

extension DeratedYear {
  fileprivate var lines: [SpecificationLine] {
    [
      .number("gpu_hours_per_year", gpuHoursPerYear, 0, "GPU-hours of the year"),
      .number("full_gpu_hours_per_year", fullGPUHoursPerYear, 0, "GPU-hours of a year without cuts"),
      .number("share", share, .percent(1), "share of a year without cuts"),
      .rows("months", months, "Month by month") {
        [
          .count("month", $0.number, "month"),
          .number("hours_h", $0.hours),
          .number("pue", $0.pue, 3, "PUE"),
          .number("available_mw", $0.derating.availableMW, 2, "MW available"),
          .count("gpus", $0.derating.gpus, "GPUs on"),
          .number("gpu_hours", $0.gpuHours, 0, "GPU-hours"),
        ]
      },
    ]
  }
}

extension ComputePrecision {
  fileprivate var words: Phrase { Phrase(verbatim: rawValue.uppercased()) }
}
