// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent model`.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "The mixed-integer program as .mps or .lp for any solver, or as .dat for models/siting.mod.")

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(name: .shortAndLong, help: "File to write; its ending chooses the format: .mps, .lp or .dat.")
  var output: String

  @Flag(help: "Overwrite an existing file.")
  var force = false

  @Option(help: "Say on standard output what was written, as json; as text it is said to the person alone.")
  var format = OutputFormat.text

  func run() throws {
    try CommandRun.run {
      let written = try ModelWorkflow.run(
        ModelRequest(source: input.source, output: output, force: force),
        context: CommandRun.context(quiet: diagnostics.quiet))
      if format == .json { try Terminal.data(written, for: .program) }
    }
  }
}
