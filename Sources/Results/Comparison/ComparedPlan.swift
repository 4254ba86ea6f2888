// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Planning

/// One of two results that are compared: what was decided, what it comes to, and what it was made from where
/// that is recorded.
package struct ComparedPlan: Sendable, Equatable {
  /// The path the planner gave.
  package var path: String
  /// What was decided and what it comes to.
  package var record: CaseFile
  /// What it was made from; nil where it is not recorded.
  package var inputs: RecordedInputs?

  /// Reads a plan.json or the file of a case.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - path: The path the planner gave.
  ///   - inputs: What it was made from.
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue, path: String, inputs: RecordedInputs? = nil) throws(PlanReadingError) {
    self.init(record: try CaseFile(document), path: path, inputs: inputs)
  }

  /// A result that was read before.
  package init(record: CaseFile, path: String, inputs: RecordedInputs? = nil) {
    self.path = path
    self.record = record
    self.inputs = inputs
  }

  /// What was sought first; nil where nothing is stated.
  package var objective: Plan.ObjectiveOutcome? { record.plan.objectives.first }

  /// How far the search stayed from a proof, in the unit of the objective; nil without a plan or a bound.
  package var gap: Double? {
    guard let objective, let value = objective.value, let bound = objective.bound else { return nil }
    return max(0, objective.isMaximised ? bound - value : value - bound)
  }
}
