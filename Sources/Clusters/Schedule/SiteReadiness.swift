// SPDX-License-Identifier: GPL-3.0-or-later

/// What a site offers a schedule: what is there already, and when its connection comes.
package struct SiteReadiness: Sendable, Equatable, Codable {
  /// When a connection is there.
  package enum Connection: Sendable, Equatable, Codable {
    /// The usual time from the request, in years after the decision; nil for the figure of the design.
    case requested(years: Double?)
    /// The time of the fast track at 400 kV, as the figures of the design have it.
    case fastTrack
    /// A date that is agreed or announced, in years after the decision; a date that has passed is 0. A later
    /// decision does not move it.
    case dated(years: Double)
  }

  /// How far the project has come.
  package var stage = ProjectStage.idea
  /// Whether high-voltage transformers stand on the site.
  package var hasTransformers = false
  /// When the connection is there.
  package var connection = Connection.requested(years: nil)

  /// A place without anything, and a connection that has to be asked for.
  package init() {}

  /// A project on a site.
  package init(stage: ProjectStage, hasTransformers: Bool = false, connection: Connection) {
    self.stage = stage
    self.hasTransformers = hasTransformers
    self.connection = connection
  }
}
