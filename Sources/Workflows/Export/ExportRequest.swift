// SPDX-License-Identifier: GPL-3.0-or-later

/// What `arpent export` is asked.
package struct ExportRequest: Sendable, Equatable {
  /// Result directory, or the plan.json in it.
  package var plan: String
  /// The plan before, for the layer `diff`: result directory, or the plan.json in it; nil without one.
  package var against: String?
  /// Short name of a driver of GDAL or an ending; nil for the ending of the output.
  package var format: String?
  /// File to write; `-` for standard output.
  package var output: String
  /// Names of layers; empty for all of one plan, or for `diff` alone where there are two.
  package var layers: [String]
  /// Creation options: `NAME=VALUE`, `LAYER:NAME=VALUE`, `sites:NAME=VALUE`.
  package var options: [String]
  /// Whether style files are written beside GeoJSON.
  package var withStyles: Bool
  /// Whether files that are there may be replaced.
  package var force: Bool
  /// Whether texts that a spreadsheet would run are written as they are, to CSV and ODS.
  package var rawCells: Bool
  /// Whether the time of each stage is reported.
  package var verbose: Bool
  /// Scenario to make the layers from; nil for the one recorded in the manifest.
  package var scenario: String?

  /// What `arpent export` is asked.
  package init(
    plan: String, against: String? = nil, format: String? = nil, output: String, layers: [String] = [],
    options: [String] = [],
    withStyles: Bool = false, force: Bool = false, scenario: String? = nil, verbose: Bool = false,
    rawCells: Bool = false
  ) {
    self.plan = plan
    self.against = against
    self.format = format
    self.output = output
    self.layers = layers
    self.options = options
    self.withStyles = withStyles
    self.force = force
    self.verbose = verbose
    self.rawCells = rawCells
    self.scenario = scenario
  }
}
