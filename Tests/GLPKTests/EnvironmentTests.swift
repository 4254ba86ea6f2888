// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard
import Testing

@testable import GLPK

@Suite struct EnvironmentTests {
  @Test func libraryIsUsableWithThreads() throws {
    #expect(Library.version.hasPrefix("5."))
    #expect(Library.threadLocalStorage != nil)
    try Library.requireUsable()
  }

  @Test func secondEnvironmentOnTheThreadIsRefused() throws {
    try Environment.run { _ in
      #expect(throws: GLPKError.environmentAlreadyOpen) {
        try Environment.run { _ in }
      }
    }
    try Environment.run { environment in
      try environment.withProblem { problem in #expect(problem.rowCount == 0) }
    }
  }

  @Test func severalProblemsLiveSideBySide() throws {
    try Environment.run { environment in
      try environment.withProblem { one in
        try one.load(SmallProblems.manual)
        try environment.withProblem { other in
          try other.load(SmallProblems.knapsack)
          #expect(try one.simplex().objective.map { abs($0 - 2200.0 / 3) < 1e-9 } == true)
          #expect(other.columnCount == 4)
          try other.copy(from: one)
          #expect(try other.arrays() == SmallProblems.manual)
        }
        #expect(one.columnCount == 3)
      }
    }
  }

  @Test func environmentFreesItsMemory() throws {
    let (during, after) = try Environment.run { environment in
      let during = try environment.withProblem { problem in
        try problem.load(SmallProblems.covering(columns: 200, rows: 100, seed: 1))
        return try environment.memoryUse().bytes
      }
      return (during, try environment.memoryUse().bytes)
    }
    #expect(during > 50_000)
    #expect(after < during / 2)
  }

  @Test func errorOfTheClosureComesOut() {
    struct Mine: Error, Equatable {}
    #expect(throws: Mine()) {
      try Environment.run { environment in
        try environment.withProblem { problem in
          try problem.load(SmallProblems.manual)
          throw Mine()
        }
      }
    }
  }

  @Test func terminalOutputComesByLines() throws {
    var lines: [String] = []
    try Environment.withProblem(output: { lines.append($0) }) { problem in
      try problem.load(SmallProblems.manual)
      var parameters = SimplexParameters()
      parameters.messageLevel = .all
      _ = try problem.simplex(parameters)
    }
    #expect(lines.contains("OPTIMAL LP SOLUTION FOUND"))
    #expect(lines.allSatisfy { !$0.contains("\n") })
  }

  @Test func nothingReachesTheStandardStreams() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try Environment.withProblem { problem in
        try problem.load(SmallProblems.knapsack)
        var simplex = SimplexParameters()
        simplex.messageLevel = .debug
        _ = try problem.simplex(simplex)
        var integer = IntegerParameters()
        integer.messageLevel = .debug
        integer.presolve = true
        _ = try problem.branchAndBound(integer)
      }
      try? Environment.withProblem { problem in
        try problem.call("glp_add_rows") {
          var first: Int32 = 0
          return glpguard_add_rows($0, $1, 0, &first)
        }
      }
    }
    let written =
      String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
      + String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    for word in ["GLPK", "Simplex", "obj =", "OPTIMAL", "Error detected"] {
      #expect(!written.contains(word))
    }
  }

  @Test func anotherThreadIsRefused() throws {
    // The compiler keeps Swift code from this; the C guard is what stands behind it.
    var scope: OpaquePointer?
    #expect(glpguard_open(&scope, nil, nil) == GLPGUARD_OK)
    defer { glpguard_close(scope) }
    var problem: OpaquePointer?
    #expect(glpguard_create(scope, &problem) == GLPGUARD_OK)
    let addresses = (UInt(bitPattern: scope), UInt(bitPattern: problem))
    let status = onThreads(1) { _ in
      var size = glpguard_size()
      return glpguard_measure(
        OpaquePointer(bitPattern: addresses.0), OpaquePointer(bitPattern: addresses.1), &size
      ).rawValue
    }
    #expect(status == [GLPGUARD_WRONG_THREAD.rawValue])
    glpguard_delete(scope, problem)
  }
}
