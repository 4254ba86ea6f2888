// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// An indicator as a `[[layers.NAME.derive]]` table declares it: how its keys become settings.
protocol DeclaredIndicator: IndicatorSettings {
  /// Reads the settings; nil where something needed is missing or wrong, which the log then says.
  static func read(_ table: ConfigTable) -> LayerIndicator?
}

/// All indicators that a layer can declare.
enum IndicatorCatalogue {
  /// In the order of the documentation.
  static let all: [any DeclaredIndicator.Type] = [
    NearestIndicator.self, NeighboursIndicator.self, CountIndicator.self, WithinIndicator.self,
    CoverIndicator.self, LengthIndicator.self, RasterValueIndicator.self, ZonalIndicator.self,
    SlopeIndicator.self, InterpolationIndicator.self, JoinIndicator.self,
  ]

  private static let keysOf = all.reduce(into: [String: [String]]()) { keys, type in
    keys[type.keyword] = TableShape { _ = type.read($0) }.names
  }

  /// The keys that an indicator takes beside `indicator` and `where`, in alphabetical order.
  static func keys(of type: any DeclaredIndicator.Type) -> [String] { keysOf[type.keyword] ?? [] }

  /// Every key of any of them, in alphabetical order.
  static var keys: [String] { Set(keysOf.values.joined()).sorted() }

  /// The indicators that take a key, in alphabetical order.
  static func keywords(taking key: String) -> [String] {
    all.map { $0.keyword }.filter { keysOf[$0]?.contains(key) == true }.sorted()
  }
}
