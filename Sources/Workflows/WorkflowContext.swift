// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
import Quantities
import Results
import Sites

/// What a workflow needs from the outside: a solver, a clock, a receiver of diagnostics. A program other than
/// the command line passes its own.
package struct WorkflowContext: Sendable {
  /// Name and version of something that takes part.
  package struct Component: Sendable, Equatable {
    /// Name, for example `GLPK`.
    package var name: String
    /// Version, for example `5.0`.
    package var version: String

    /// Name and version of something that takes part.
    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// Solver of models.
  package var solver: any Solver
  /// Writer of model files.
  package var modelWriter: any ModelFileWriter
  /// The solver library and what else the caller brings.
  package var components: [Component]
  /// Receives messages for a person, one line each.
  package var diagnose: @Sendable (String) -> Void
  /// Receives the findings that are told on the way; nil where their lines are enough.
  var found: (@Sendable (Finding) -> Void)?
  /// Receives the state of a running search; nil where nobody watches.
  package var progress: (@Sendable (SearchState) -> Void)?
  /// Shows how far a long job is on a line that the next call overwrites; nil where there is no such line.
  package var status: (@Sendable (String) -> Void)?
  /// Columns of the terminal that shows the result; nil where it goes elsewhere, so that nothing is cut.
  package var outputWidth: Int?
  /// Whether that terminal shows emphasis.
  package var showsEmphasis: Bool
  /// Raised to stop a running search and keep the best plan.
  package var cancellation: CancellationFlag
  /// Seconds since some fixed moment, for durations.
  package var seconds: @Sendable () -> Double
  /// When the run began, in seconds since 1970 in UTC; nil where nothing may depend on it, so that no layer
  /// is out of date.
  package var startedAt: Int?
  /// Whether a result may tell how long something took. Without it the same inputs give the same manifest
  /// too.
  package var statesDurations: Bool

  /// What a workflow needs from the outside.
  package init(
    solver: any Solver, modelWriter: any ModelFileWriter, components: [Component] = [],
    diagnose: @escaping @Sendable (String) -> Void = { _ in },
    progress: (@Sendable (SearchState) -> Void)? = nil,
    status: (@Sendable (String) -> Void)? = nil,
    outputWidth: Int? = nil, showsEmphasis: Bool = false,
    cancellation: CancellationFlag = CancellationFlag(),
    seconds: @escaping @Sendable () -> Double = { 0 },
    startedAt: Int? = nil, statesDurations: Bool = false
  ) {
    self.solver = solver
    self.modelWriter = modelWriter
    self.components = components
    self.diagnose = diagnose
    self.progress = progress
    self.status = status
    self.outputWidth = outputWidth
    self.showsEmphasis = showsEmphasis
    self.cancellation = cancellation
    self.seconds = seconds
    self.startedAt = startedAt
    self.statesDurations = statesDurations
  }
}

extension WorkflowContext {
  /// Tells a finding that stops nothing.
  func tell(_ finding: Finding) {
    found?(finding)
    diagnose(finding.shown)
  }

  /// Tells what the planner should look at.
  func warn(_ message: String, in file: String = "") {
    tell(Finding(message, in: file, severity: .warning))
  }

  /// The same solver and clock without anybody to talk to.
  var silent: WorkflowContext {
    var silent = self
    silent.diagnose = { _ in }
    silent.found = nil
    silent.progress = nil
    return silent
  }

  /// What a result says of the run: the day, and the layers that are out of date on it.
  func run(reading layers: [LayerReport]) -> ReportContext.Run {
    let day = startedAt.map { CalendarDay(secondsSince1970: $0) }
    return ReportContext.Run(
      day: day, statesDurations: statesDurations,
      warnings: day.map { day in layers.compactMap { $0.ageWarning(today: day)?.sentence } } ?? [])
  }
}

/// The version of Arpent.
package enum ArpentVersion {
  /// Semantic version.
  package static let current = "0.2.0"
}
