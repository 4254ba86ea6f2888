// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Quantities
import Sites
package import Wording

/// What a report says beside the plan: who made it, from what, on which map.
package struct ReportContext: Sendable {
  /// A library and its version.
  package struct Library: Sendable, Equatable {
    /// Name in lower case, for example `gdal`.
    package var name: String
    /// Version as the loaded library states it.
    package var version: String

    /// A library and its version.
    package init(_ name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// A file that the result depends on.
  package struct Input: Sendable, Equatable {
    /// What it is: `scenario`, `layer`, `hardware`, `sites` ...
    package var role: String
    /// Path as the user or the scenario names it.
    package var path: String
    /// SHA-256 of its bytes in hexadecimal; empty for what is no file.
    package var sha256: String

    /// A file that the result depends on.
    package init(role: String, path: String, sha256: String) {
      self.role = role
      self.path = path
      self.sha256 = sha256
    }
  }

  /// What depends on when the result was made, not on the inputs; the manifest alone shows it.
  package struct Run: Sendable, Equatable {
    /// Day of the run; nil where it shall not be reported.
    package var day: CalendarDay?
    /// Whether durations are reported.
    package var statesDurations: Bool
    /// Warnings that hold on that day, such as layers that are out of date.
    package var warnings: [String]

    /// What depends on when the result was made; by default nothing is reported.
    package init(day: CalendarDay? = nil, statesDurations: Bool = false, warnings: [String] = []) {
      self.day = day
      self.statesDurations = statesDurations
      self.warnings = warnings
    }
  }

  /// What the run was asked beside its scenario file, as on the command line.
  package struct Options: Sendable, Equatable {
    /// Changes of the scenario, in order.
    package var changes: [String]
    /// Gap to stop at, a ratio; nil for the scenario's.
    package var gap: Double?
    /// Limit of the search in seconds; nil for the scenario's.
    package var timeLimitSeconds: Double?
    /// Seed; nil for the scenario's.
    package var seed: Int?

    /// What the run was asked; by default nothing.
    package init(
      changes: [String] = [], gap: Double? = nil, timeLimitSeconds: Double? = nil, seed: Int? = nil
    ) {
      self.changes = changes
      self.gap = gap
      self.timeLimitSeconds = timeLimitSeconds
      self.seed = seed
    }
  }

  /// Version of Arpent.
  package var toolVersion: String
  /// GDAL, PROJ, GLPK and what else took part, in the order in which they are listed.
  package var libraries: [Library]
  /// Every file that was read, in order.
  package var inputs: [Input]
  /// The scenario with its base and all overlays in place, as text.
  package var effectiveScenario: String
  /// What each change of the scenario matched, those of its files and of the command line, in order.
  package var changes: [String]
  /// Seed of the run; nil where nothing is random.
  package var seed: Int?
  /// Figures that the scenario sets or assumes, shown with basis and source beside those of the cluster
  /// designs.
  package var assumptions: [NamedQuantity]
  /// Positions of the substations, for the lines on the map.
  package var substations: [SubstationPosition]
  /// Outlines under the map.
  package var basemap: Basemap
  /// The map library that pages take in; nil where it is not installed, and their maps stand still.
  package var leaflet: LeafletLibrary?
  /// Warnings of the run, for the reader of the report.
  package var warnings: [String]
  /// What depends on when the result was made.
  package var run: Run
  /// What the run was asked beside its scenario file.
  package var options = Options()

  /// What a report says beside the plan.
  package init(
    toolVersion: String, libraries: [Library] = [], inputs: [Input] = [], effectiveScenario: String = "",
    changes: [String] = [], seed: Int? = nil, assumptions: [NamedQuantity] = [],
    substations: [SubstationPosition] = [],
    basemap: Basemap = Basemap(), leaflet: LeafletLibrary? = nil, warnings: [String] = [],
    run: Run = Run()
  ) {
    self.toolVersion = toolVersion
    self.libraries = libraries
    self.inputs = inputs
    self.effectiveScenario = effectiveScenario
    self.changes = changes
    self.seed = seed
    self.assumptions = assumptions
    self.substations = substations
    self.basemap = basemap
    self.leaflet = leaflet
    self.warnings = warnings
    self.run = run
  }
}

extension ReportContext {
  /// The same without the credentials that paths and warnings may hold; every writer of files begins with it.
  package func withoutCredentials() -> ReportContext {
    var context = self
    for index in context.inputs.indices {
      context.inputs[index].path = Credentials.hidden(in: context.inputs[index].path)
    }
    context.changes = context.changes.map { Credentials.hidden(in: $0) }
    context.warnings = context.warnings.map { Credentials.hidden(in: $0) }
    context.run.warnings = context.run.warnings.map { Credentials.hidden(in: $0) }
    return context
  }
}
