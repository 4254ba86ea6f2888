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

  @OptionGroup var talk: TalkOptions

  @Option(help: "One site with every attribute, basis and source.")
  var site: String?

  @Option(
    help: ArgumentHelp(
      "Only these attributes, in this order, for example river_km,region_name.", valueName: "names"))
  var attributes: String?

  @Option(help: "Print as table, csv, json or geojson.")
  var format = TableFormat.table

  func run() throws {
    try CommandRun.run {
      let source = try ScenarioSource(
        path: scenario.map(InputPath.path) ?? SitesWorkflow.defaultScenario(), overlays: overlays, jobs: jobs)
      let names = attributes.map { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
      let request = SitesRequest(source: source, siteID: site, attributes: names, format: format)
      try Terminal.data(
        SitesWorkflow.run(request, context: CommandRun.context(quiet: talk.quiet)),
        for: format == .table ? .person : .program)
    }
  }
}
