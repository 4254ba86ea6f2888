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
