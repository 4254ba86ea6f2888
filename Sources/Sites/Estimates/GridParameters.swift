// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Grid connection.
package struct GridParameters: Sendable, Equatable, Codable {
  /// Share of a connection that may be used, between 0 and 1.
  package var usableShare: Quantity
  /// Route length over straight distance.
  package var routeFactor: Quantity
  /// Ways to connect, ascending by voltage.
  package var connections: [ConnectionClass]
  /// Year from which lead times count.
  package var baseYear: Int
  /// Distance from the centre of a demand zone up to which a site draws on it, in km.
  package var zoneRadiusKm: Quantity
  /// Free power of a demand zone by year in MW, replacing the layer's figure; years not named carry forward.
  package var zoneHeadroomMW: [String: [Int: Double]]
  /// Years from a site's first power to its full power where no steps are published.
  package var rampYears: Quantity

  /// Grid connection.
  package init(
    usableShare: Quantity, routeFactor: Quantity, connections: [ConnectionClass], baseYear: Int,
    zoneRadiusKm: Quantity, zoneHeadroomMW: [String: [Int: Double]] = [:], rampYears: Quantity
  ) {
    self.usableShare = usableShare
    self.routeFactor = routeFactor
    self.connections = connections
    self.baseYear = baseYear
    self.zoneRadiusKm = zoneRadiusKm
    self.zoneHeadroomMW = zoneHeadroomMW
    self.rampYears = rampYears
  }
}
