// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters

/// What was asked about the work of a cluster, beside its size.
package struct WorkloadAnswers: Sendable, Equatable {
  /// Training of a model; nil where none was asked for.
  package var training: TrainingEstimate?
  /// Models that answer.
  package var serving: [InferenceEstimate]
  /// What runs with less power.
  package var deratings: [Derating]
  /// A year of months with less power; nil where none was asked for.
  package var year: DeratedYear?

  /// Nothing asked unless stated.
  package init(
    training: TrainingEstimate? = nil, serving: [InferenceEstimate] = [], deratings: [Derating] = [],
    year: DeratedYear? = nil
  ) {
    self.training = training
    self.serving = serving
    self.deratings = deratings
    self.year = year
  }

  /// Whether anything was asked.
  package var isEmpty: Bool { training == nil && serving.isEmpty && deratings.isEmpty && year == nil }
}
