// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import Workflows

/// `arpent serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "A loaded scenario that answers questions: JSON lines in, JSON lines out.",
    discussion: """
      Each line of standard input is a question such as {"id": 1, "set": ["demand.gpus.2027*=1.5"]}; each line of \
      standard output is its answer. Layers are read once. docs/serve.md has the format and examples.
      """)

  @Argument(help: "Scenario file (TOML).")
  var scenario: String

  @Flag(help: "Answer over standard input and output; the only way there is.")
  var stdio = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change the scenario before every question, as in arpent plan; repeatable.", valueName: "path=value"))
  var overlays: [String] = []

  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if InputPath.isStandardInput(scenario) {
      throw ValidationError("The scenario must be a file: questions come over standard input.")
    }
    if !stdio { throw ValidationError("Add --stdio: questions come over standard input.") }
  }

  func run() throws {
    let interruption = Interruption()
    interruption.listen(saying: "interrupted: no more questions are answered")
    // Whoever asks may go away: that is an output that cannot be written, not the end by a signal.
    Glibc.signal(SIGPIPE, SIG_IGN)
    try CommandRun.run {
      guard StandardStreams.isInputOpen else {
        throw WorkflowFailure(.cannotOpen, "standard input is closed; questions come over it, a line each")
      }
      let session = try ServeSession(
        path: scenario, overlays: overlays,
        context: CommandRun.context(quiet: diagnostics.quiet, interruption: interruption))
      var lines = InputLines(byteLimit: ServeSession.lineByteLimit)
      while let line = try lines.next(unless: { interruption.signal != nil }) {
        if let answer = session.answer(line) { try Terminal.data(answer + "\n", for: .program) }
      }
      if let signal = interruption.signal { throw CommandRun.Code.interrupted(signal) }
    }
  }
}
