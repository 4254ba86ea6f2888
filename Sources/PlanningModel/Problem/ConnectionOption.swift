// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters

/// How a site comes by grid power.
package enum ConnectionKind: String, Sendable, Codable, CaseIterable {
  /// A connection that is there.
  case existing
  /// A new connection whose date is announced or agreed.
  case dated
  /// The fast track at 400 kV for sites that the State has named.
  case fastTrack = "fast_track"
  /// A new line to a substation, asked for at the decision.
  case newLine = "new_line"
}

/// One way to connect one site.
package struct ConnectionOption: Sendable, Equatable, Codable {
  /// How the power of a large connection grows from the year in which it is energised.
  package struct Ramp: Sendable, Equatable, Codable {
    /// Power at first, in MW.
    package var firstMW: Double
    /// Power that every further year adds, in MW.
    package var mwPerYear: Double

    /// How the power of a large connection grows.
    package init(firstMW: Double, mwPerYear: Double) {
      self.firstMW = firstMW
      self.mwPerYear = mwPerYear
    }
  }

  /// How the power comes.
  package var kind: ConnectionKind
  /// Nominal voltage in kV.
  package var voltageKV: Int
  /// Substation it goes to.
  package var substation: String
  /// Straight distance to the substation, in km.
  package var distanceKm: Double
  /// Power it gives the site, in MW.
  package var capacityMW: Double
  /// How it comes to that power; nil where all of it is there at once.
  package var ramp: Ramp?
  /// First calendar year with power and systems.
  package var firstYear: Int
  /// Price that does not depend on the power, in EUR: bays and transformers, line.
  package var fixedEUR: Double
  /// Price of shared works, in EUR per MW that is contracted.
  package var eurPerMW: Double
  /// Least power that is contracted, in MW.
  package var leastMW: Double
  /// From the decision to the first operation on this connection.
  package var calendar: BuildCalendar

  /// One way to connect one site.
  package init(
    kind: ConnectionKind = .newLine, voltageKV: Int, substation: String, distanceKm: Double,
    capacityMW: Double, ramp: Ramp? = nil, firstYear: Int, fixedEUR: Double, eurPerMW: Double = 0,
    leastMW: Double = 0, calendar: BuildCalendar = .done
  ) {
    self.kind = kind
    self.voltageKV = voltageKV
    self.substation = substation
    self.distanceKm = distanceKm
    self.capacityMW = capacityMW
    self.ramp = ramp
    self.firstYear = firstYear
    self.fixedEUR = fixedEUR
    self.eurPerMW = eurPerMW
    self.leastMW = leastMW
    self.calendar = calendar
  }

  /// Power this many years after the one in which it is energised, in MW.
  package func capacityMW(yearsAfterOpening years: Int) -> Double {
    guard let ramp else { return capacityMW }
    return min(capacityMW, ramp.firstMW + ramp.mwPerYear * Double(years))
  }

  /// Power that has to be contracted for a use, in MW: the use over the share of a connection that may be
  /// used, and never less than the least.
  package func contractedMW(gridMW: Double, usableShare: Double) -> Double {
    max(leastMW, gridMW / usableShare)
  }

  /// Price of the connection for a contracted power, in EUR.
  package func costEUR(contractedMW: Double) -> Double { fixedEUR + eurPerMW * contractedMW }
}
