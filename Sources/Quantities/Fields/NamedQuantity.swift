// SPDX-License-Identifier: GPL-3.0-or-later

/// A figure with the name under which users set and read it.
package struct NamedQuantity: Sendable, Equatable, Codable {
  /// The key, for example `shell_eur_per_it_mw`.
  package var name: String
  /// The number with unit, basis and source.
  package var figure: Quantity
  /// What it is, as a sentence; empty where its name says it.
  package var meaning: String

  /// A figure with its name.
  package init(name: String, figure: Quantity, meaning: String = "") {
    self.name = name
    self.figure = figure
    self.meaning = meaning
  }
}
