// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities
package import Sites

/// What became of a site from one plan to another.
package struct SiteDifference: Sendable, Equatable {
  /// In a word.
  package enum Kind: String, Sendable, CaseIterable {
    /// Chosen in A and not in B.
    case left
    /// Chosen in B and not in A.
    case joined
    /// Chosen in both, with other decisions.
    case changed
    /// Chosen in both, with the same decisions in the years they share.
    case kept
  }

  /// A decision that moved.
  package struct Move: Sendable, Equatable {
    /// What: `connection`, `opens`, `gpus` or `blocks`.
    package var what: String
    /// Calendar year; nil for a decision that has none.
    package var year: Int?
    /// What was decided in A, in words.
    package var a: String
    /// What was decided in B, in words.
    package var b: String
  }

  /// What became of it.
  package var kind: Kind
  /// Identifier.
  package var id: String
  /// Name to show.
  package var name: String
  /// Region; empty when unknown.
  package var region: String
  /// Longitude, degrees, WGS 84.
  package var longitude: Double
  /// Latitude, degrees, WGS 84.
  package var latitude: Double
  /// The site in A; nil where it is not chosen.
  package var a: PlanFile.Site?
  /// The site in B; nil where it is not chosen.
  package var b: PlanFile.Site?
  /// GPUs in A at the end of the last year that both plan; at the end of its own horizon where they share
  /// none.
  package var gpusA = 0
  /// The same in B.
  package var gpusB = 0
  /// Decisions that moved; empty for a site that left or joined.
  package var moves: [Move] = []

  /// GPUs more in B than in A.
  package var gpusChange: Int { gpusB - gpusA }
  /// Place on a map.
  package var position: SiteTable.Position { SiteTable.Position(longitude: longitude, latitude: latitude) }

  /// What became of the sites that either plan chose, in order of their identifiers.
  ///
  /// - Parameter years: Years that both plan.
  package static func all(_ a: ComparedPlan, _ b: ComparedPlan, years: [Int]) -> [SiteDifference] {
    var first: [String: PlanFile.Site] = [:]
    var second: [String: PlanFile.Site] = [:]
    for site in a.record.plan.chosen { first[site.id] = site }
    for site in b.record.plan.chosen { second[site.id] = site }
    var changes: [SiteDifference] = []
    for id in Set(first.keys).union(second.keys).sorted() {
      let (old, new) = (first[id], second[id])
      guard let shown = new ?? old else { continue }
      var change = SiteDifference(
        kind: old == nil ? .joined : .left, id: id, name: shown.name, region: shown.region,
        longitude: shown.position.longitude, latitude: shown.position.latitude, a: old, b: new)
      if let old { change.gpusA = gpus(of: old, years: years) }
      if let new { change.gpusB = gpus(of: new, years: years) }
      if let old, let new {
        change.moves = moves(old, new, years: years)
        change.kind = change.moves.isEmpty ? .kept : .changed
      }
      changes.append(change)
    }
    return changes
  }

  private static func gpus(of site: PlanFile.Site, years: [Int]) -> Int {
    site.gpusByYear[years.last] ?? 0
  }

  private static func moves(
    _ old: PlanFile.Site, _ new: PlanFile.Site, years: [Int]
  ) -> [Move] {
    var moves: [Move] = []
    func add(_ what: String, _ year: Int?, _ first: String, _ second: String) {
      if first != second { moves.append(Move(what: what, year: year, a: first, b: second)) }
    }
    add("connection", nil, connection(of: old), connection(of: new))
    add("opens", nil, old.opensYear.map { "\($0)" } ?? "never", new.opensYear.map { "\($0)" } ?? "never")
    for year in years {
      let (before, after) = (old.gpusByYear[year] ?? 0, new.gpusByYear[year] ?? 0)
      if before != after { add("gpus", year, NumberText.grouped(before), NumberText.grouped(after)) }
      add("blocks", year, products(of: old, in: year), products(of: new, in: year))
    }
    return moves
  }

  /// The connection of a site in words.
  package static func connection(of site: PlanFile.Site) -> String {
    guard let connection = site.connection else { return "none" }
    let substation = connection.substation
    let there = connection.kind == .existing ? ", there already" : ""
    return "\(connection.voltageKV) kV\(there)" + (substation.isEmpty ? "" : " \(substation)")
  }

  /// Blocks by product in a year, in words.
  package static func products(of site: PlanFile.Site, in year: Int) -> String {
    let blocks = site.blocks.filter { $0.year == year && $0.blocks != 0 }.sorted { $0.skuID < $1.skuID }
    return blocks.isEmpty ? "none" : blocks.map { "\($0.blocks) x \($0.skuID)" }.joined(separator: " + ")
  }
}
