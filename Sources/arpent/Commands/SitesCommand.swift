// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent sites`.
struct SitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "The site table: what is known of every candidate, on what basis and from which source.")

  @Argument(help: "Scenario file (TOML); by default the base on the 65 sites.")
  var scenario: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change values first: path=value, *=, +=, -=, =null; * and ? in paths; repeatable.",
      valueName: "path=value"))
  var overlays: [String] = []

  @Option(
    parsing: .unconditional, help: "Layers read at the same time; never changes the result. (default: 2)",
    transform: NumberOption.jobs)
  var jobs = 2

  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(help: "One site with every attribute, basis and source.")
  var site: String?

  @Option(
    help: ArgumentHelp(
      "Only these attributes, in this order, for example river_km,region_name.", valueName: "names"))
  var attributes: String?

  @Option(help: "Print as table, csv, json or geojson.")
  var format = TableFormat.table

  /// The names between the commas; nil where none are asked for.
  private var names: [String]? {
    attributes.map { text in
      text.split(separator: ",").map { part in
        let begin = part.drop { $0.isWhitespace }
        let blanks = begin.reversed().prefix { $0.isWhitespace }.count
        return String(begin.dropLast(blanks))
      }.filter { !$0.isEmpty }
    }
  }

  func validate() throws {
    if names?.isEmpty == true {
      throw ValidationError(
        "--attributes names no attribute: name some, for example river_km,region_name, or leave it out.")
    }
  }

  func run() throws {
    try CommandRun.run {
      let source = try ScenarioSource(
        path: scenario.map(InputPath.path) ?? SitesWorkflow.defaultScenario(), overlays: overlays, jobs: jobs)
      let request = SitesRequest(source: source, siteID: site, attributes: names, format: format)
      try Terminal.data(
        SitesWorkflow.run(request, context: CommandRun.context(quiet: diagnostics.quiet)),
        for: format == .table ? .person : .program)
    }
  }
}
