// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// An indicator as a `[[layers.NAME.derive]]` table declares it: its keys, and how they become settings.
protocol DeclaredIndicator: IndicatorSettings {
  /// The keys that it takes beside `indicator` and `where`, in alphabetical order.
  static var keys: [String] { get }
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

  /// Every key of any of them, in alphabetical order.
  static var keys: [String] { Set(all.flatMap { $0.keys }).sorted() }

  /// The indicators that take a key, in alphabetical order.
  static func keywords(taking key: String) -> [String] {
    all.filter { $0.keys.contains(key) }.map { $0.keyword }.sorted()
  }
}
