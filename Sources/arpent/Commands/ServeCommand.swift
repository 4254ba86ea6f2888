// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "A loaded scenario that answers questions: JSON lines in, JSON lines out.",
    discussion: """
      Each line of standard input is a question such as {"id": 1, "set": ["demand.gpus.2028*=1.5"]}; each line of
      standard output is its answer. Layers are read once. docs/serve.md has the format and examples.
      """)

  @Argument(help: "Scenario file (TOML).")
  var scenario: String

  @Flag(help: "Talk over standard input and output; the only way there is.")
  var stdio = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change the scenario before every question; repeatable.", valueName: "path=value"))
  var overlays: [String] = []

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if !stdio { throw ValidationError("Add --stdio: questions come over standard input.") }
  }

  func run() throws {
    let interruption = Interruption()
    interruption.listen()
    try CommandRun.run {
      let session = try ServeSession(
        path: scenario, overlays: overlays,
        context: CommandRun.context(quiet: talk.quiet, interruption: interruption))
      while let line = readLine(), interruption.signal == nil {
        if line.allSatisfy(\.isWhitespace) { continue }
        try Terminal.data(session.answer(line) + "\n")
      }
      if let signal = interruption.signal { throw ExitCode(128 + signal) }
    }
  }
}
