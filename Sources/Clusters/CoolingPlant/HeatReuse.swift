// SPDX-License-Identifier: GPL-3.0-or-later

/// Heat that a site can give away.
package struct HeatReuse: Sendable, Equatable, Codable {
  /// Temperature behind the coolant distribution units, C; nil where nothing is cooled by liquid.
  package var temperatureC: Double?
  /// Heat to liquid at provisioned power, MW.
  package var heatMW: Double
  /// Heat to liquid on average, MW.
  package var averageMW: Double
  /// Share of it that a network can take over the year; an assumption.
  package var share: Double
  /// Heat that a network can take, MWh a year of 8,760 hours.
  package var reusableMWhPerYear: Double
}
