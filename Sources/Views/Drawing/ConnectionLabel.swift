// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel
import Quantities
import Wording

/// Connections in words for people.
enum ConnectionLabel {
  /// Voltage, way and place of a connection.
  static func words(_ line: ConnectionOption) -> Phrase {
    switch line.kind {
    case .existing: return "\(line.voltageKV) kV, there already"
    case .dated, .fastTrack, .newLine:
      let place: Phrase =
        "\(line.voltageKV) kV, \(.grouped(line.distanceKm, decimals: 1)) km to \(line.substation)"
      switch line.kind {
      case .fastTrack: return "\(place), fast track"
      case .dated: return "\(place), date announced"
      case .existing, .newLine: return place
      }
    }
  }

  /// The steps that the first operation waits for.
  static func criticalPath(_ line: ConnectionOption) -> Phrase {
    .joined(line.calendar.criticalPath.map { Phrase(word: $0.phrase) }, separator: ", ")
  }
}
