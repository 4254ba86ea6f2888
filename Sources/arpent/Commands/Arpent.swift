// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import Workflows

/// The command line of Arpent.
@main
struct Arpent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arpent",
    abstract: "Decides where GPU capacity goes, on which grid connection, and sizes what is built there.",
    discussion: """
      Start with: arpent plan models/scenarios/mistral-compute.toml -o plan
      Data goes to standard output, diagnostics to standard error. Exit codes: \(CommandRun.Code.list).
      """,
    version: ArpentVersion.current,
    subcommands: [
      PlanCommand.self, SitesCommand.self, ScreenCommand.self, SizeCommand.self, ValidateCommand.self,
      InspectCommand.self, VerifyCommand.self, StudyCommand.self, ServeCommand.self, CompareCommand.self,
      ReportCommand.self, ExportCommand.self,
      ModelCommand.self, SchemaCommand.self, DoctorCommand.self,
    ])

  /// Runs what the command line asks for. What is wrong with it goes to standard error as every other text
  /// does.
  static func main() {
    StandardStreams.claim()
    Interruption.begin()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let fault = CommandNames.fault(arguments, of: Arpent.self) {
      Terminal.diagnose(fault)
      Glibc.exit(ExitCode.validationFailure.rawValue)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      // A page of help and a script for a shell are what was asked for.
      if code.isSuccess { exit(withError: error) }
      let words = fullMessage(for: error)
      if !words.isEmpty { Terminal.diagnose(words) }
      Glibc.exit(code.rawValue)
    }
  }
}
