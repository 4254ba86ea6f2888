// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "What GDAL sees in a source: driver, coordinate system, extent, fields, nulls.")

  @Argument(help: "File, /vsi path or connection string.")
  var source: String

  @Option(help: "Only this layer.")
  var layer: String?

  @Option(help: "Print as text or json.")
  var format = OutputFormat.text

  func run() throws {
    try CommandRun.run {
      try Terminal.data(
        InspectWorkflow.run(InspectRequest(source: source, layer: layer, json: format == .json)))
    }
  }
}
