// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import GLPKSolver
import Optimization
import Workflows

/// Runs a workflow for a command: makes its context, prints failures once, and turns outcomes into exit
/// codes.
enum CommandRun {
  /// Exit codes that users and scripts rely on.
  enum Code {
    static let infeasible = ExitCode(3)
    static let limitWithPlan = ExitCode(4)
    static let limitWithoutPlan = ExitCode(5)
    static let verificationFailed = ExitCode(6)
    static let someCasesFailed = ExitCode(7)
    static let invalidInput = ExitCode(65)
    static let cannotOpen = ExitCode(66)
    static let cannotWrite = ExitCode(73)
    static let internalFault = ExitCode(1)

    /// Every exit code with its meaning, in ascending order: the list that the help prints, and README and
    /// docs repeat.
    private static let meanings: [([ExitCode], String)] = [
      ([.success], "done"), ([internalFault], "internal fault"), ([infeasible], "proven infeasible"),
      ([limitWithPlan], "limit reached with a plan"), ([limitWithoutPlan], "limit reached without one"),
      ([verificationFailed], "verification failed"), ([someCasesFailed], "some cases of a study failed"),
      ([.validationFailure], "wrong use"), ([invalidInput], "invalid input"),
      ([cannotOpen], "input cannot be opened"), ([cannotWrite], "output cannot be written"),
      (Interruption.signals.map(interrupted), "interrupted"),
    ]

    /// The exit code of a run that a signal ended.
    static func interrupted(_ signal: Int32) -> ExitCode { ExitCode(128 + signal) }

    /// The list in words.
    static let list = meanings.map { codes, words in
      let numbers = codes.map { String($0.rawValue) }
      let all = numbers.dropLast().joined(separator: ", ")
      return (all.isEmpty ? "" : all + " and ") + (numbers.last ?? "") + " " + words
    }.joined(separator: ", ")
  }

  /// A context that writes diagnostics to standard error.
  static func context(
    quiet: Bool, interruption: Interruption? = nil, progress: ProgressLine? = nil
  ) -> WorkflowContext {
    let start = RunStart(diagnose: { if !quiet { Terminal.diagnose($0) } })
    return WorkflowContext(
      solver: GLPKSolver(),
      modelWriter: GLPKModelWriter(),
      components: [WorkflowContext.Component(name: "GLPK", version: GLPKSolver.libraryVersion)],
      diagnose: { if !quiet { Terminal.diagnose($0) } },
      progress: watcher(progress),
      status: status(quiet: quiet),
      outputWidth: Terminal.outputWidth, showsEmphasis: Terminal.showsEmphasis,
      cancellation: interruption?.flag ?? CancellationFlag(),
      seconds: { Terminal.seconds() },
      startedAt: start.seconds, statesDurations: !start.isFixed)
  }

  private static func status(quiet: Bool) -> (@Sendable (String) -> Void)? {
    guard !quiet, Terminal.overwrites else { return nil }
    return { Terminal.overwrite($0) }
  }

  private static func watcher(_ line: ProgressLine?) -> (@Sendable (SearchState) -> Void)? {
    guard let line else { return nil }
    return { line.show($0) }
  }

  /// Runs a body; a failure is printed and becomes its exit code.
  static func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as WorkflowFailure {
      for line in failure.reported { Terminal.diagnose(line) }
      throw code(of: failure.kind)
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      Terminal.diagnose("error: internal fault: \(error)")
      Terminal.diagnose("hint: this is a bug in Arpent; please report it with the output of 'arpent doctor'")
      throw Code.internalFault
    }
  }

  private static func code(of kind: WorkflowFailure.Kind) -> ExitCode {
    switch kind {
    case .invalidInput: return Code.invalidInput
    case .cannotOpen: return Code.cannotOpen
    case .cannotWrite: return Code.cannotWrite
    case .verificationFailed: return Code.verificationFailed
    case .internalFault:
      Terminal.diagnose("hint: this is a bug in Arpent; please report it with the output of 'arpent doctor'")
      return Code.internalFault
    }
  }
}
