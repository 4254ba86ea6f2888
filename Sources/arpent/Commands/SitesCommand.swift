// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent sites`.
struct SitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sites",
    abstract: "The site table: what is known of every candidate, on what basis and from which source.")

  @OptionGroup var input: ScenarioOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "One site with every attribute, basis and source.")
  var site: String?

  @Option(help: "Print as table, csv or json.")
  var format = TableFormat.table

  func run() throws {
    try CommandRun.run {
      let request = SitesRequest(source: input.source, siteID: site, format: format)
      Terminal.data(try SitesWorkflow.run(request, context: CommandRun.context(quiet: talk.quiet)))
    }
  }
}
