// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Every finding of a scenario or a study at once, without solving.")

  @OptionGroup var input: ScenarioOptions

  @Option(help: "Print findings as text or json.")
  var format = OutputFormat.text

  func run() throws {
    try CommandRun.run {
      let response = try ValidateWorkflow.run(input.source, context: CommandRun.context(quiet: false))
      try Terminal.data(format == .json ? response.json : response.text, for: format.reader)
      if !response.isValid {
        throw response.cannotOpen ? CommandRun.Code.cannotOpen : CommandRun.Code.invalidInput
      }
    }
  }
}
