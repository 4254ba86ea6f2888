// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
package import Workflows

/// `arpent screen`.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract:
      "Hard rules and scores without a plan: which sites are kept and how they rank, which rules excluded the others."
  )

  @Argument(help: "Scenario file (TOML); by default the screening example on the 65 sites.")
  var scenario: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change values first, for example screening.top=5: path=value, *=, +=, -=, =null; * and ? in paths; repeatable.",
      valueName: "path=value"))
  var overlays: [String] = []

  @Option(
    parsing: .unconditional, help: "Layers read at the same time; never changes the result. (default: 2)",
    transform: NumberOption.jobs)
  var jobs = 2

  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(name: .shortAndLong, help: "Directory for the result; replaced whole or not at all.")
  var output: String?

  @Flag(help: "Replace an output directory that Arpent did not write.")
  var force = false

  @Option(help: "Print as table, json, csv or geojson.")
  var format = ScreenFormat.table

  func run() throws {
    try CommandRun.run {
      let source = try ScenarioSource(
        path: scenario.map(InputPath.path) ?? ScreenWorkflow.defaultScenario(), overlays: overlays, jobs: jobs
      )
      let request = ScreenRequest(source: source, outputDirectory: output, force: force, format: format)
      let response = try ScreenWorkflow.run(request, context: CommandRun.context(quiet: diagnostics.quiet))
      try Terminal.data(response.text, for: format == .table ? .person : .program)
      if diagnostics.verbose { Terminal.diagnose("time: \(response.times.line)") }
    }
  }
}

extension ScreenFormat: ExpressibleByArgument {
  /// `text` is what other commands call the same thing.
  package init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
}
