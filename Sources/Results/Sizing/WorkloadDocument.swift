// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Quantities

/// Answers about the work of a cluster as JSON.
enum WorkloadDocument {
  static func json(_ answers: WorkloadAnswers) -> JSONValue {
    [
      "training": answers.training.map(training) ?? .null,
      "serving": .array(answers.serving.map(serving)),
      "deratings": .array(answers.deratings.map(derating)),
      "year": answers.year.map(year) ?? .null,
    ]
  }

  private static func training(_ estimate: TrainingEstimate) -> JSONValue {
    [
      "sku": .string(estimate.skuID),
      "gpus": .integer(estimate.gpus),
      "parameters": .number(estimate.run.parameters),
      "active_parameters": .number(estimate.run.activeParameters),
      "tokens": .number(estimate.run.tokens),
      "precision": .string(estimate.run.precision.rawValue),
      "arithmetic_flop": .number(estimate.run.flop),
      "peak_dense_pflops": .number(estimate.peakPFLOPS),
      "model_flops_utilisation": SpecificationDocument.band(estimate.modelFLOPSUtilisation),
      "training_days": SpecificationDocument.band(estimate.days),
      "calendar_days": SpecificationDocument.band(estimate.calendarDays),
      "gpu_hours": SpecificationDocument.band(estimate.gpuHours),
      "model_state_tb": .number(estimate.modelStateTB),
      "memory_for_model_tb": .optional(estimate.memoryForModelTB),
      "fits": .optional(estimate.fits),
      "notes": .array(estimate.notes.map { .string($0.sentence) }),
    ]
  }

  private static func serving(_ estimate: InferenceEstimate) -> JSONValue {
    [
      "sku": .string(estimate.skuID),
      "parameters": .number(estimate.model.parameters),
      "active_parameters": .number(estimate.model.activeParameters),
      "precision": .string(estimate.model.precision.rawValue),
      "batch": .integer(estimate.model.batch),
      "gpus_per_replica": .integer(estimate.gpusPerReplica),
      "replicas": .integer(estimate.replicas),
      "memory_per_replica_gb": .number(estimate.memoryGBPerReplica),
      "tokens_per_s": SpecificationDocument.band(estimate.tokensPerSecond),
      "tokens_per_s_per_sequence": SpecificationDocument.band(estimate.tokensPerSecondPerSequence),
      "bound_by": .string(estimate.bound.rawValue),
      "notes": .array(estimate.notes.map { .string($0.sentence) }),
    ]
  }

  private static func derating(_ derating: Derating) -> JSONValue {
    [
      "available_mw": .number(derating.availableMW),
      "needed_mw": .number(derating.neededMW),
      "used_mw": .number(derating.usedMW),
      "systems": .integer(derating.systems),
      "gpus": .integer(derating.gpus),
      "share_of_gpus": .number(derating.shareOfGPUs),
      "capped_share_of_work": derating.cappedShareOfWork.map(SpecificationDocument.band) ?? .null,
      "parts": .array(
        derating.parts.map {
          ["sku": .string($0.skuID), "systems": .integer($0.systems), "gpus": .integer($0.gpus)]
        }),
    ]
  }

  private static func year(_ year: DeratedYear) -> JSONValue {
    [
      "gpu_hours_per_year": .number(year.gpuHoursPerYear),
      "full_gpu_hours_per_year": .number(year.fullGPUHoursPerYear),
      "share": .number(year.share),
      "months": .array(
        year.months.map {
          [
            "month": .integer($0.number), "hours_h": .number($0.hours), "pue": .number($0.pue),
            "available_mw": .number($0.derating.availableMW), "gpus": .integer($0.derating.gpus),
            "gpu_hours": .number($0.gpuHours),
          ]
        }),
    ]
  }
}
