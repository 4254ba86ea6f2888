// SPDX-License-Identifier: GPL-3.0-or-later

/// How a screening is printed.
public enum ScreenFormat: String, Sendable, CaseIterable {
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
public struct ScreenRequest: Sendable, Equatable {
  /// The scenario.
  public var source: ScenarioSource
  /// Directory for the result; nil to write nothing.
  public var outputDirectory: String?
  /// Whether a directory that Arpent did not write may be replaced.
  public var force: Bool
  /// How to print.
  public var format: ScreenFormat

  /// What `arpent screen` is asked.
  public init(
    source: ScenarioSource, outputDirectory: String? = nil, force: Bool = false, format: ScreenFormat = .table
  ) {
    self.source = source
    self.outputDirectory = outputDirectory
    self.force = force
    self.format = format
  }
}

/// What `arpent screen` answers.
public struct ScreenResponse: Sendable {
  /// The screening in the format asked for.
  public var text: String
  /// How long each stage took.
  public var times: StageTimes
}
