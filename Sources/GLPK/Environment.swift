// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard

/// GLPK on the current thread, for the length of one closure.
///
/// GLPK keeps its memory and its settings for each thread, and an object must be used and deleted where it
/// was made; a problem deleted on another thread ends the process. The compiler sees to that here:
/// environments, problems and translators cannot be copied, cannot be made outside the closures that hand
/// them out, and cannot leave these closures, which are synchronous. Different threads may work at the same
/// time, each in an environment of its own.
///
/// ```swift
/// let cost = try Environment.run { environment in
///   try environment.withProblem { problem in
///     try problem.load(arrays)
///     return try problem.simplex().objective
///   }
/// }
/// ```
///
/// A solve may take minutes and blocks its thread: start it on a thread of its own, not in the cooperative
/// pool.
///
/// After a fatal error GLPK's memory on this thread is freed as a whole. Code that uses GLPK on the same
/// thread without this module would lose its objects too.
public struct Environment: ~Copyable {
  let scope: Scope

  private init(scope: Scope) { self.scope = scope }

  /// Opens the thread's environment for the length of a closure.
  ///
  /// - Parameters:
  ///   - memoryLimitMiB: Memory GLPK may use on this thread, in MiB; passing it is a fatal error. Nil for no
  ///     limit.
  ///   - output: Receives GLPK's terminal output line by line, on this thread; must not call GLPK. Nothing is
  ///     ever written to the standard streams.
  ///   - body: Uses the environment.
  /// - Throws: What `body` throws; ``GLPKError/environmentAlreadyOpen`` inside another environment of the
  ///   same thread; ``GLPKError/unusableLibrary(reason:)``.
  @discardableResult
  public static func run<Result>(
    memoryLimitMiB: Int? = nil, output: @escaping (String) -> Void = { _ in },
    _ body: (borrowing Environment) throws -> Result
  ) throws -> Result {
    try Library.requireUsable()
    let scope = try Scope(output: output)
    defer { scope.close() }
    if let memoryLimitMiB {
      guard let limit = Int32(exactly: memoryLimitMiB), limit >= 1 else {
        throw GLPKError.invalidArgument(
          routine: "glp_mem_limit",
          reason: "the limit of \(memoryLimitMiB) MiB is not between 1 and 2147483647")
      }
      try scope.call("glp_mem_limit") { glpguard_limit_memory($0, limit) }
    }
    let environment = Environment(scope: scope)
    return try body(environment)
  }

  /// Opens the thread's environment and makes one problem in it, for the length of a closure.
  @discardableResult
  public static func withProblem<Result>(
    output: @escaping (String) -> Void = { _ in }, _ body: (inout Problem) throws -> Result
  ) throws -> Result {
    try run(output: output) { environment in try environment.withProblem(body) }
  }

  /// Makes an empty problem for the length of a closure.
  @discardableResult
  public func withProblem<Result>(_ body: (inout Problem) throws -> Result) throws -> Result {
    var problem = try Problem(scope: scope)
    return try body(&problem)
  }

  /// Makes a MathProg translator for the length of a closure.
  @discardableResult
  public func withTranslator<Result>(
    _ body: (inout Translator) throws -> Result
  ) throws -> Result {
    var translator = try Translator(scope: scope)
    return try body(&translator)
  }

  /// Memory that GLPK uses on this thread.
  public func memoryUse() throws -> MemoryUse {
    var blocks: Int32 = 0
    var peakBlocks: Int32 = 0
    var bytes = 0
    var peakBytes = 0
    try scope.call("glp_mem_usage") { glpguard_memory($0, &blocks, &peakBlocks, &bytes, &peakBytes) }
    return MemoryUse(
      blocks: Int(blocks), peakBlocks: Int(peakBlocks), bytes: bytes, peakBytes: peakBytes)
  }
}

@available(*, unavailable)
extension Environment: Sendable {}

/// Memory allocated by GLPK on one thread.
public struct MemoryUse: Sendable, Equatable {
  /// Blocks allocated now.
  public let blocks: Int
  /// Largest number of blocks since the environment was opened.
  public let peakBlocks: Int
  /// Bytes allocated now.
  public let bytes: Int
  /// Largest number of bytes since the environment was opened.
  public let peakBytes: Int
}
