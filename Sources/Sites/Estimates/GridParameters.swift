// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Grid connection.
package struct GridParameters: FieldSet, Equatable, Codable {
  /// Share of a connection that may be used, between 0 and 1.
  package var usableShare: Quantity
  /// Route length over straight distance.
  package var routeFactor: Quantity
  /// Ways to connect, ascending by voltage.
  package var connections: [ConnectionClass]
  /// Distance from the centre of a demand zone up to which a site draws on it, in km.
  package var zoneRadiusKm: Quantity
  /// Free power of a demand zone by year in MW, replacing the layer's figure; years not named carry forward.
  package var zoneHeadroomMW: [String: [Int: Double]]
  /// Years from a site's first power to its full power where no steps are published.
  package var rampYears: Quantity

  /// Grid connection.
  package init(
    usableShare: Quantity = .unstated, routeFactor: Quantity = .unstated, connections: [ConnectionClass] = [],
    zoneRadiusKm: Quantity = .unstated, zoneHeadroomMW: [String: [Int: Double]] = [:],
    rampYears: Quantity = .unstated
  ) {
    self.usableShare = usableShare
    self.routeFactor = routeFactor
    self.connections = connections
    self.zoneRadiusKm = zoneRadiusKm
    self.zoneHeadroomMW = zoneHeadroomMW
    self.rampYears = rampYears
  }

  package static let fields: [Field<GridParameters>] = [
    Field(
      "connection_utilisation_max", \.usableShare, unit: "", .positive(upTo: 1),
      meaning: "Share of the power of a connection that a site may draw.", formerly: ["site_power_factor"]),
    Field(
      "route_factor", \.routeFactor, unit: "", .from(1, to: 10),
      meaning: "Length of a connection over the straight distance to the substation."),
    Field(
      "ramp_years", \.rampYears, unit: "years", .upTo(30),
      meaning: "Years from the first power of a site to its full power, where no steps are published."),
    Field(
      "zone_radius_km", \.zoneRadiusKm, unit: "km", .upTo(500),
      meaning: "Distance from the centre of a demand zone up to which a site draws on its free power."),
  ]
}
