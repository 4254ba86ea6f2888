// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPK
import Synchronization

/// One neighbourhood of a point: the problem with most groups held. A value, so that it may be searched on
/// any thread.
struct Neighbourhood: Sendable {
  /// What a search of it found.
  struct Finding: Sendable {
    /// A better point; nil where there is none within the node limit.
    var values: [Double]?
    /// Whether the node limit ended the search.
    var isCut: Bool
    /// Nodes explored.
    var nodes: Int
    /// Simplex iterations.
    var iterations: Int
    /// What GLPK printed, where it is not kept by the environment.
    var lines: [String] = []
  }

  var arrays: ProblemArrays
  var parameters: IntegerParameters

  /// Searches it.
  func search(stop: StopRequest, in environment: borrowing Environment) throws -> Finding {
    try environment.withProblem { problem in
      try problem.load(arrays)
      var branching = BinaryFirstBranching()
      let result = try problem.branchAndBound(parameters, stop: stop) { tree in
        if tree.event == .branching { try branching.branch(tree) }
      }
      return Finding(
        values: try problem.integerSolution()?.columnValues, isCut: result.termination == .nodeLimit,
        nodes: result.nodes, iterations: result.iterations)
    }
  }
}

/// A neighbourhood that is searched on a thread of its own while another one is searched here.
final class NeighbourhoodAhead: Sendable {
  private let stop: StopRequest
  private let result = Mutex<Result<Neighbourhood.Finding, any Error>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Begins the search.
  init(_ neighbourhood: Neighbourhood, stop outer: StopRequest) {
    stop = StopRequest(orWhen: { outer.isRaised })
    let thread = Thread { [self] in
      let found = Result { () throws -> Neighbourhood.Finding in
        var lines: [String] = []
        var found = try Environment.run(output: { lines.append($0) }) { environment in
          try neighbourhood.search(stop: self.stop, in: environment)
        }
        found.lines = lines
        return found
      }
      result.withLock { $0 = found }
      done.signal()
    }
    // GLPK takes more stack than the half megabyte a thread gets by default.
    thread.stackSize = 16 << 20
    thread.start()
  }

  /// Waits for what the search found.
  func finding() throws -> Neighbourhood.Finding? {
    done.wait()
    return try result.withLock { $0 }?.get()
  }

  /// Ends the search; what it found does not matter.
  func abandon() {
    stop.raise()
    done.wait()
  }
}
