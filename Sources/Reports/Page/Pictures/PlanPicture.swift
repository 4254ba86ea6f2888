// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities
import Rsvg
import Sites

/// A picture of a plan that can stand alone, on a slide.
package enum PlanPicture: String, Sendable, CaseIterable {
  /// The map of the sites.
  case map
  /// GPUs by year.
  case gpus
  /// Grid power by year.
  case power
  /// Costs by site and kind.
  case costs
  /// GPUs by region and sovereignty.
  case regions
  /// Power used of what the grid allows.
  case headroom
  /// What the capacity rests on.
  case basis
  /// The gap as the search went on.
  case search

  /// Widths that a PNG can have, in pixels.
  package static let widths = 100...8_000

  /// The libraries that draw PNG pictures, with their versions.
  package static var libraries: [(name: String, version: String)] { DrawnPicture.versions }

  /// All names, for messages.
  package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What to write instead of a name that there is none of.
  package static func hint(for name: String) -> String {
    if let near = nearestName(to: name, among: allCases.map(\.rawValue)) { return "did you mean '\(near)'?" }
    return "one of \(names)"
  }

  /// A picture as PNG.
  ///
  /// - Parameters:
  ///   - svg: Text of an SVG file.
  ///   - width: Width in pixels.
  /// - Throws: `RsvgError`.
  package static func png(_ svg: String, width: Int) throws -> [UInt8] {
    try DrawnPicture.png(svg: svg, width: width)
  }
}

extension PlanReport {
  /// A picture as the text of an SVG file; nil where the plan has nothing to draw.
  package func picture(_ picture: PlanPicture, in language: Language) -> String? {
    drawing(picture)?.file(in: language)
  }

  private func drawing(_ picture: PlanPicture) -> Picture? {
    if picture == .map { return SiteMap(plan: plan, context: context).picture }
    if plan.chosen.isEmpty { return nil }
    switch picture {
    case .map: return nil
    case .gpus: return YearsSection(plan: plan, problem: problem).gpus.picture
    case .power: return YearsSection(plan: plan, problem: problem).power.picture
    case .costs: return CostsSection(plan: plan).chart.picture
    case .regions: return CapacitySection(plan: plan, problem: problem).regions.picture
    case .headroom: return CapacitySection(plan: plan, problem: problem).headroom.picture
    case .basis: return AssumptionsSection(plan: plan, context: context).chart?.picture
    case .search: return shownSearch.flatMap { SearchSection(plan: plan, trace: $0).chart }
    }
  }
}
