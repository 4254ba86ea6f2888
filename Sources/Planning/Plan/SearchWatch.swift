// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import PlanningModel
import Synchronization

/// Watches a search objective by objective: turns what the solver says of one model into amounts of the
/// objective, adds up the work of all solves, and writes down how the search went.
final class SearchWatch: Sendable {
  fileprivate struct Standing {
    var recorder = SearchRecorder()
    var objective = 0
    /// Best known in the unit of the model's objective, which is always made small.
    var incumbent: Double?
    var bound: Double?
    /// Work of finished solves, and that of the one which runs.
    var before = (nodes: 0, iterations: 0)
    var running = (nodes: 0, iterations: 0)
    var stage = ""
  }

  private let objectives: [Objective]
  private let progress: (@Sendable (SearchState) -> Void)?
  private let start = ContinuousClock.now
  private let standing = Mutex(Standing())

  /// - Parameters:
  ///   - objectives: Objectives in order.
  ///   - progress: Receives every state.
  init(objectives: [Objective], progress: (@Sendable (SearchState) -> Void)?) {
    self.objectives = objectives
    self.progress = progress
  }

  /// How the search went so far.
  var trace: SearchTrace { standing.withLock { $0.recorder.trace } }

  /// An objective is sought from now on; nothing is known of it.
  func begin(objective: Int) {
    standing.withLock { standing in
      standing.objective = objective
      standing.incumbent = nil
      standing.bound = nil
    }
  }

  /// Takes a state of the solver. Sifting solves several models for one objective, and each solve begins to
  /// count anew.
  func take(_ state: SolveProgress) {
    tell { standing in
      if state.nodes < standing.running.nodes || state.iterations < standing.running.iterations {
        standing.close()
      }
      standing.running = (state.nodes, state.iterations)
      standing.stage = state.stage
      if let found = state.incumbent { standing.incumbent = min(standing.incumbent ?? found, found) }
      if let proven = state.bound { standing.bound = max(standing.bound ?? proven, proven) }
      return true
    }
  }

  /// Takes what an objective ended with.
  func end(with result: SolveResult) {
    tell { standing in
      standing.running.nodes = max(standing.running.nodes, result.nodes)
      standing.running.iterations = max(standing.running.iterations, result.iterations)
      standing.close()
      standing.stage = SearchState.endStage
      standing.incumbent = result.objective
      standing.bound = result.bound
      return true
    }
  }

  /// Says what is done after the search, without writing it down.
  func tell(stage: String) {
    tell { standing in
      standing.stage = stage
      return false
    }
  }

  /// Changes what is known and passes it on.
  ///
  /// - Parameter change: Returns whether the state is part of the search.
  private func tell(_ change: (inout Standing) -> Bool) {
    let elapsed = start.duration(to: .now).components
    let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    let state = standing.withLock { standing in
      let isRecorded = change(&standing)
      let state = self.state(standing, seconds: seconds)
      if isRecorded { standing.recorder.record(state) }
      return state
    }
    progress?(state)
  }

  private func state(_ standing: Standing, seconds: Double) -> SearchState {
    let objective = objectives[standing.objective]
    let unit = objective.amountPerUnit * (objective.isMaximised ? -1 : 1)
    var best: Double?
    if let incumbent = standing.incumbent { best = incumbent * unit }
    var bound: Double?
    if let proven = standing.bound, proven.isFinite { bound = proven * unit }
    return SearchState(
      stage: standing.stage,
      objective: .init(
        name: objective.name, unit: objective.unit, isMaximised: objective.isMaximised,
        number: standing.objective + 1,
        count: objectives.count),
      best: best, bound: bound, nodes: standing.before.nodes + standing.running.nodes,
      iterations: standing.before.iterations + standing.running.iterations, elapsedSeconds: seconds)
  }
}

extension SearchWatch.Standing {
  /// Adds the work of the solve that ran to that of the finished ones.
  fileprivate mutating func close() {
    before.nodes += running.nodes
    before.iterations += running.iterations
    running = (0, 0)
  }
}
