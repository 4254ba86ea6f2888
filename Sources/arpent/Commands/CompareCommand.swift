// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
package import Workflows

/// `arpent compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "What differs between two plans: inputs, decisions, and the money from one to the other, to the cent.",
    discussion: """
      Each plan is a result directory, a plan.json, the file of a case of a study (cases/KEY.json), or DIR#CASE for the \
      case of that name in a study's directory. Inputs are compared where a manifest.json lies beside the plan, or a \
      study.json beside the cases.
      """)

  @Argument(help: "The first plan.")
  var a: String

  @Argument(help: "The second plan; differences are B less A.")
  var b: String

  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(
    name: .shortAndLong,
    help: "Directory for the text, the JSON, a map layer and a page; replaced whole or not at all.")
  var output: String?

  @Flag(help: "Replace an output directory that Arpent did not write.")
  var force = false

  @Option(help: "Print as text or json.")
  var format = CompareFormat.text

  func run() throws {
    try CommandRun.run {
      let request = CompareRequest(a: a, b: b, outputDirectory: output, force: force, format: format)
      let response = try CompareWorkflow.run(request, context: CommandRun.context(quiet: diagnostics.quiet))
      try Terminal.data(response.text, for: format == .text ? .person : .program)
    }
  }
}

extension CompareFormat: ExpressibleByArgument {}
