// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A name in a scenario that can only be checked against the layers: a site or a demand zone.
package struct NameMention: Sendable, Equatable, Codable {
  /// What the name names.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// A candidate site, by its identifier.
    case site
    /// A demand zone of the grid, by its name.
    case zone
  }

  /// What the name names.
  package var kind: Kind
  /// The name.
  package var name: String
  /// Key path under which it stands.
  package var keyPath: String
  /// File in which it stands, or the overlay.
  package var file: String
  /// Line in the file, from 1; nil for an overlay.
  package var line: Int?
  /// Column in the line, from 1; nil for an overlay.
  package var column: Int?

  init(kind: Kind, _ text: LocatedText, path: [String]) {
    self.kind = kind
    name = text.text
    keyPath = ConfigPath.text(path)
    file = text.node.origin.file
    line = text.node.origin.position?.line
    column = text.node.origin.position?.column
  }
}

extension Scenario {
  /// A finding for every site that the scenario names (`sites.force_in`, `sites.force_out`, `[sites.<id>]`)
  /// and that is not among the sites of its source.
  ///
  /// - Parameter ids: Identifiers of the candidate sites, in any order.
  package func findings(forKnownSites ids: [String]) -> [Finding] {
    findings(.site, known: ids, what: "site")
  }

  /// A finding for every demand zone that the scenario names (`grid.zone_headroom_mw`) and that is not among
  /// the zones of its layers.
  ///
  /// - Parameter names: Names of the zones, in any order.
  package func findings(forKnownZones names: [String]) -> [Finding] {
    findings(.zone, known: names, what: "demand zone")
  }

  private func findings(_ kind: NameMention.Kind, known names: [String], what: String) -> [Finding] {
    let known = Set(names)
    return mentions.filter { $0.kind == kind && !known.contains($0.name) }.map { mention in
      let near =
        nearestName(to: mention.name, among: names) ?? namesContaining(mention.name, among: names).first
      return Finding(
        file: mention.file, line: mention.line, column: mention.column, keyPath: mention.keyPath,
        message: "there is no \(what) '\(mention.name)'",
        hint: near.map { "did you mean '\($0)'?" } ?? "the source holds \(names.count) of them")
    }
  }
}
