// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "What GDAL sees in a source: driver, coordinate system, extent, geometries, fields.",
    discussion: "Ends with the lines to paste into a scenario. A large raster is read in part.")

  @Argument(help: "File, /vsi path or connection string.")
  var source: String

  @Option(help: "Only this layer.")
  var layer: String?

  @Option(
    name: .customLong("open-option"),
    help: ArgumentHelp(
      "Option of the driver, for example SEPARATOR=SEMICOLON; repeatable.", valueName: "name=value"))
  var openOptions: [String] = []

  @Option(help: "Print as text or json.")
  var format = OutputFormat.text

  func validate() throws { _ = try options() }

  func run() throws {
    try CommandRun.run {
      try Terminal.data(
        InspectWorkflow.run(
          InspectRequest(source: source, layer: layer, openOptions: options(), json: format == .json)),
        for: format.reader)
    }
  }

  private func options() throws -> [String: String] {
    var options: [String: String] = [:]
    for text in openOptions {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw ValidationError("--open-option \(text) is not of the form name=value.")
      }
      guard options.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
        throw ValidationError("--open-option \(parts[0]) is given twice.")
      }
    }
    return options
  }
}
