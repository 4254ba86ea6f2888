// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute every rule and every figure of a plan from its inputs, without the solver.")

  @Argument(help: "Result directory, or the plan.json in it.")
  var plan: String

  @Option(help: "Scenario to verify against; by default the one recorded in the manifest.")
  var scenario: String?

  @Option(help: "Print as text or json.")
  var format = OutputFormat.text

  func run() throws {
    try CommandRun.run {
      let response = try VerifyWorkflow.run(
        VerifyRequest(plan: plan, scenario: scenario.map(InputPath.path)),
        context: CommandRun.context(quiet: false))
      try Terminal.data(format == .json ? response.json : response.text, for: format.reader)
      if !response.passed { throw CommandRun.Code.verificationFailed }
    }
  }
}
