// SPDX-License-Identifier: GPL-3.0-or-later

/// How a screening is printed.
package enum ScreenFormat: String, Sendable, CaseIterable {
  /// Counts, rules, ranking, stability and excluded sites for a person.
  case table
  /// Everything for a program, as in `screening.json`.
  case json
  /// One row a site, as in `ranking.csv`.
  case csv
  /// One point a site, as in `sites.geojson`.
  case geojson
}

/// What `arpent screen` is asked.
package struct ScreenRequest: Sendable, Equatable {
  /// The scenario.
  package var source: ScenarioSource
  /// Directory for the result; nil to write nothing.
  package var outputDirectory: String?
  /// Whether a directory that Arpent did not write may be replaced.
  package var force: Bool
  /// How to print.
  package var format: ScreenFormat

  /// What `arpent screen` is asked.
  package init(
    source: ScenarioSource, outputDirectory: String? = nil, force: Bool = false, format: ScreenFormat = .table
  ) {
    self.source = source
    self.outputDirectory = outputDirectory
    self.force = force
    self.format = format
  }
}

/// What `arpent screen` answers.
package struct ScreenResponse: Sendable {
  /// The screening in the format asked for.
  package var text: String
  /// How long each stage took.
  package var times: StageTimes
}
