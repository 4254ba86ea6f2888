// SPDX-License-Identifier: GPL-3.0-or-later

/// One value of a recorded scenario, under its key path.
package struct RecordedValue: Sendable, Equatable {
  /// Keys joined by dots, for example `cost.energy_eur_per_mwh` or `demand.gpus.2027`; an entry of a list of
  /// tables stands as `[name]`.
  package var path: String
  /// The value as TOML writes it.
  package var value: String
  /// Unit; empty where none is written.
  package var unit = ""
  /// What it rests on, for example `published`; empty where it is not written.
  package var basis = ""
  /// Where it is from; empty where it is not written.
  package var source = ""
  /// Least and greatest value that is thought possible, as TOML writes them; empty where there is no band.
  package var band = ""
  /// Entries of a list of plain values; nil for anything else.
  package var entries: [String]?

  /// The value with its unit.
  package var shown: String { unit.isEmpty ? value : "\(value) \(unit)" }
  /// Basis, source and band in words; empty where none is written.
  package var ground: String {
    var parts: [String] = []
    for part in [basis, source] where !part.isEmpty { parts.append(part) }
    if !band.isEmpty { parts.append("band \(band)") }
    return parts.joined(separator: ", ")
  }
}
