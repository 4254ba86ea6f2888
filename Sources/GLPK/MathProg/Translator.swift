// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CGLPKGuard

/// Reads models in GNU MathProg and makes problems of them.
///
/// The steps come in one order: model, data files if any, generate, build, solve, postsolve. A step out of
/// order, or after a failed one, would end the process in GLPK; here it is refused.
public struct Translator: ~Copyable {
  private enum Stage: String {
    case empty, model, data, generated, postsolved, failed
  }

  private let scope: Scope
  private let handle: OpaquePointer
  private var stage = Stage.empty
  private var builtSize: (rows: Int, columns: Int)?

  init(scope: Scope) throws {
    var made: OpaquePointer?
    try scope.call("glp_mpl_alloc_wksp") { glpguard_translator_create($0, &made) }
    guard let made else { throw GLPKError.outOfMemory }
    self.scope = scope
    handle = made
  }

  deinit { glpguard_translator_delete(scope.handle, handle) }

  /// Seeds the generator behind MathProg's random functions; before the model is read. GLPK's own seed is 0.
  public mutating func setSeed(_ seed: Int32) throws {
    let routine = "glp_mpl_init_rand"
    try require([.empty], routine)
    let handle = handle
    try scope.call(routine) { glpguard_translator_seed($0, handle, seed) }
  }

  /// Reads a model file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - skipsData: Whether a data section in it is ignored, because data files follow.
  public mutating func readModel(_ path: String, skipsData: Bool = false) throws {
    let routine = "glp_mpl_read_model"
    try require([.empty], routine)
    try step(routine, path, then: .model) { scope, handle, code in
      glpguard_translator_read_model(scope, handle, path, skipsData, &code)
    }
  }

  /// Reads a data file; several may be read.
  public mutating func readData(_ path: String) throws {
    let routine = "glp_mpl_read_data"
    try require([.model, .data], routine)
    try step(routine, path, then: .data) { scope, handle, code in
      glpguard_translator_read_data(scope, handle, path, &code)
    }
  }

  /// Evaluates the model. Output of `display` and `printf` statements goes to the environment's output, or to
  /// a file.
  public mutating func generate(outputPath: String? = nil) throws {
    let routine = "glp_mpl_generate"
    try require([.model, .data], routine)
    try step(routine, outputPath, then: .generated) { scope, handle, code in
      glpguard_translator_generate(scope, handle, outputPath, &code)
    }
  }

  /// Replaces the content of a problem by the generated model, names included. Objectives are rows of it too.
  public mutating func build(_ problem: inout Problem) throws {
    let routine = "glp_mpl_build_prob"
    try require([.generated], routine)
    let handle = handle
    try problem.call(routine) { glpguard_translator_build($0, handle, $1) }
    try problem.refreshCounts()
    builtSize = (problem.rowCount, problem.columnCount)
  }

  /// Runs the statements after `solve` with a solution of the problem that ``build(_:)`` made.
  ///
  /// - Parameters:
  ///   - problem: The problem, solved and otherwise unchanged.
  ///   - integer: Whether the integer solution is used, not the basic one.
  public mutating func postsolve(_ problem: borrowing Problem, integer: Bool) throws {
    let routine = "glp_mpl_postsolve"
    try require([.generated], routine)
    let other = problem.handle
    let solution = integer ? GLP_MIP : GLP_SOL
    guard try integer ? problem.integerSolution() != nil : problem.basicSolution() != nil else {
      throw GLPKError.notAllowedNow(routine: routine, reason: "the problem has no solution")
    }
    try checkSize(problem, routine)
    try step(routine, nil, then: .postsolved) { scope, handle, code in
      glpguard_translator_postsolve(scope, handle, other, solution, &code)
    }
  }

  private func checkSize(_ problem: borrowing Problem, _ routine: String) throws {
    guard let builtSize, builtSize.rows == problem.rowCount, builtSize.columns == problem.columnCount
    else {
      throw GLPKError.invalidArgument(
        routine: routine, reason: "the problem is not the one this translator built")
    }
  }

  private func require(_ stages: [Stage], _ routine: String) throws {
    guard stages.contains(stage) else {
      throw GLPKError.notAllowedNow(
        routine: routine,
        reason: "the translator is in the stage \"\(stage.rawValue)\", the call belongs to "
          + stages.map { "\"\($0.rawValue)\"" }.joined(separator: " or "))
    }
  }

  private mutating func step(
    _ routine: String, _ path: String?, then next: Stage,
    _ call: (OpaquePointer?, OpaquePointer, inout Int32) -> glpguard_status
  ) throws {
    if let path { try Checks.path(path, for: routine) }
    var code: Int32 = 0
    let handle = handle
    stage = .failed
    let messages = try scope.recordingLines {
      try scope.call(routine) { call($0, handle, &code) }
    }
    guard code == 0 else {
      throw GLPKError.file(routine: routine, path: path ?? "the model", messages: messages)
    }
    stage = next
  }
}

@available(*, unavailable)
extension Translator: Sendable {}
