// SPDX-License-Identifier: GPL-3.0-or-later

public import Clusters

/// What was asked about the work of a cluster, beside its size.
public struct WorkloadAnswers: Sendable, Equatable {
  /// Training of a model; nil where none was asked for.
  public var training: TrainingEstimate?
  /// Models that answer.
  public var serving: [InferenceEstimate]
  /// What runs with less power.
  public var deratings: [Derating]
  /// A year of months with less power; nil where none was asked for.
  public var year: DeratedYear?

  /// Nothing asked unless stated.
  public init(
    training: TrainingEstimate? = nil, serving: [InferenceEstimate] = [], deratings: [Derating] = [],
    year: DeratedYear? = nil
  ) {
    self.training = training
    self.serving = serving
    self.deratings = deratings
    self.year = year
  }

  /// Whether anything was asked.
  public var isEmpty: Bool { training == nil && serving.isEmpty && deratings.isEmpty && year == nil }
}
