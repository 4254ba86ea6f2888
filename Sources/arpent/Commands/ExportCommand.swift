// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the map layers of a plan in any vector format that GDAL writes.",
    discussion: """
      Layers: sites, not_chosen, screened_out, connections, substations, regions, phases. A format of one layer a file writes \
      NAME_LAYER.ENDING for each, or NAME.ENDING with one --layer. What a format loses is said before the work.

      With --against OTHER the layer diff shows what became of each site from OTHER, the plan before, to PLAN, the plan after; \
      other layers are those of PLAN and are written where --layer names them.
      """)

  @Argument(help: "Result directory of 'arpent plan', or the plan.json in it.")
  var plan: String

  @Option(help: "The plan before, as a result directory or its plan.json: write the layer diff.")
  var against: String?

  @Option(help: "Driver of GDAL by its short name, or a file ending; by default the ending of the output.")
  var format: String?

  @Option(name: .shortAndLong, help: "File to write, or - for standard output.")
  var output: String

  @Option(help: "Only this layer; repeatable.")
  var layer: [String] = []

  @Option(
    help: ArgumentHelp(
      "Creation option of the driver, for a layer with LAYER: or the layer's name before it; repeatable.",
      valueName: "name=value"))
  var option: [String] = []

  @Flag(help: "Write style files for QGIS and MapLibre beside GeoJSON.")
  var styles = false

  @Flag(
    name: .customLong("raw-cells"),
    help: "Write texts that a spreadsheet would run to CSV and ODS as they are, without an apostrophe.")
  var rawCells = false

  @Flag(help: "Replace files that are there.")
  var force = false

  @Option(help: "Scenario to make the layers from; by default the one recorded in the manifest.")
  var scenario: String?

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    try CommandRun.run {
      let request = ExportRequest(
        plan: plan, against: against, format: format, output: output, layers: layer, options: option,
        withStyles: styles,
        force: force, scenario: scenario.map(InputPath.path), verbose: diagnostics.verbose, rawCells: rawCells
      )
      let text = try ExportWorkflow.run(request, context: CommandRun.context(quiet: diagnostics.quiet))
      if let text { try Terminal.data(text, for: .program) }
    }
  }
}
