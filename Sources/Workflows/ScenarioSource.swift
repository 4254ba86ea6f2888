// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

/// Where a scenario comes from.
package struct ScenarioSource: Sendable, Equatable {
  /// Path of the file.
  package var path: String
  /// Changes such as `demand.gpus.2027=20000`, applied in order before anything else.
  package var overlays: [String]
  /// Layers read at the same time; never changes the result.
  package var jobs: Int

  /// Standard input as a path.
  package static let standardInputPath = FileReader.standardInputPath

  /// Where a scenario comes from.
  package init(path: String, overlays: [String] = [], jobs: Int = 1) {
    self.path = path
    self.overlays = overlays
    self.jobs = jobs
  }
}
