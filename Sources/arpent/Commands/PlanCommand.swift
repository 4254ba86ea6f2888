// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "The main job: layers, placement, clusters, and a directory with maps, tables and a report.")

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(name: .shortAndLong, help: "Directory for the result; replaced whole or not at all.")
  var output: String?

  @Option(
    name: .customLong("gap"), parsing: .unconditional,
    help: "Proven distance to the optimum to stop at, for example 0.001.",
    transform: NumberOption.number("from 0 to below 1") { $0 >= 0 && $0 < 1 })
  var gap: Double?

  @Option(
    name: .customLong("time-limit"), parsing: .unconditional,
    help: "Seconds after which the search ends with the best plan.", transform: NumberOption.positive)
  var timeLimitSeconds: Double?

  @Option(
    parsing: .unconditional, help: "Seed, kept in the manifest; planning itself uses no random numbers.",
    transform: NumberOption.anyWhole)
  var seed: Int?

  @Flag(
    help:
      "Replace files in a directory that Arpent did not write, or a result that is better than the new one.")
  var force = false

  @Flag(name: .customLong("dry-run"), help: "Read and build everything, solve nothing, write nothing.")
  var dryRun = false

  @Option(
    help:
      "Take over this solution of the model instead of searching: HiGHS, CBC, GLPK, SCIP, CPLEX, JSON or CSV."
  )
  var solution: String?

  @Flag(help: "With --solution: solve the linear relaxation, for the distance to the optimum.")
  var bound = false

  @Option(help: "Language of report.html: en or fr; 'arpent report' makes the other from the plan.")
  var lang = ReportLanguage.en

  @Option(help: "Print the result as text or json.")
  var format = OutputFormat.text

  func validate() throws {
    if bound, solution == nil { throw ValidationError("--bound goes with --solution FILE.") }
    if dryRun, solution != nil { throw ValidationError("--dry-run and --solution exclude each other.") }
  }

  func run() throws {
    let interruption = Interruption()
    interruption.listen()
    let progress = diagnostics.quiet ? nil : ProgressLine()
    defer { progress?.finish() }
    try CommandRun.run {
      let request = PlanRequest(
        source: input.source, outputDirectory: output, gap: gap, timeLimitSeconds: timeLimitSeconds,
        seed: seed, force: force, dryRun: dryRun, verbose: diagnostics.verbose,
        solution: solution, bound: bound, language: lang.language)
      let response = try PlanWorkflow.run(
        request,
        context: CommandRun.context(
          quiet: diagnostics.quiet, interruption: interruption, progress: progress))
      progress?.finish()
      try Terminal.data(format == .json ? response.json : response.text, for: format.reader)
      if diagnostics.verbose { Terminal.diagnose("time: \(response.times.line)") }
      if let signal = interruption.signal { throw CommandRun.Code.interrupted(signal) }
      switch response.ending {
      case .proven, .dryRun: break
      case .infeasible: throw CommandRun.Code.infeasible
      case .limitWithPlan: throw CommandRun.Code.limitWithPlan
      case .limitWithoutPlan: throw CommandRun.Code.limitWithoutPlan
      }
    }
  }
}
