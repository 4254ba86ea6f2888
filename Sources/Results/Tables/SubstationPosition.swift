// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanningModel
package import Sites

/// Where a substation stands; a connection names its substation, and the lines on the map need the place.
package struct SubstationPosition: Sendable, Equatable {
  /// Name as the site table has it.
  package var name: String
  /// Nominal voltages in kV at which it can be reached.
  package var voltagesKV: [Int]
  /// Position.
  package var position: SiteTable.Position

  /// Where a substation stands.
  package init(name: String, voltagesKV: [Int], position: SiteTable.Position) {
    self.name = name
    self.voltagesKV = voltagesKV
    self.position = position
  }

  /// Position of a connection's substation: of those with its name and voltage the one nearest to the site,
  /// since names repeat in the grid; nil when there is none.
  package static func position(
    of connection: ConnectionOption, from site: SiteTable.Position, among all: [SubstationPosition]
  ) -> SiteTable.Position? {
    func squaredDegrees(_ other: SiteTable.Position) -> Double {
      // 0.45 is the square of the cosine of 47.9 degrees, the middle of France: east-west degrees are
      // shorter.
      let east = other.longitude - site.longitude
      let north = other.latitude - site.latitude
      return east * east * 0.45 + north * north
    }
    return all.filter { $0.name == connection.substation && $0.voltagesKV.contains(connection.voltageKV) }
      .map(\.position)
      .min { squaredDegrees($0) < squaredDegrees($1) }
  }
}
