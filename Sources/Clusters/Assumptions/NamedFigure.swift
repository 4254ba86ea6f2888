// SPDX-License-Identifier: GPL-3.0-or-later

public import Figures

/// A figure with the name under which users set and read it.
public struct NamedFigure: Sendable, Equatable, Codable {
  /// The key, for example `shell_cost_eur_per_it_mw`.
  public var name: String
  /// The number with unit, basis and source.
  public var figure: Figure

  /// A figure with its name.
  public init(name: String, figure: Figure) {
    self.name = name
    self.figure = figure
  }
}
