// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Versions, drivers and the data pack: what is there, what is missing, how to get it.")

  @Option(help: "Print as text or json.")
  var format = OutputFormat.text

  func run() throws {
    try CommandRun.run {
      let response = DoctorWorkflow.run(context: CommandRun.context(quiet: false))
      try Terminal.data(format == .json ? response.json : response.text, for: format.reader)
      if !response.isHealthy { throw CommandRun.Code.cannotOpen }
    }
  }
}
