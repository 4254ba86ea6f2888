// SPDX-License-Identifier: GPL-3.0-or-later

extension FeatureBatch {
  /// What a run of coordinates is.
  enum Role: UInt8 {
    /// One coordinate.
    case point
    /// A line.
    case line
    /// Outer ring of a polygon; closed.
    case outerRing
    /// Hole of the polygon before it; closed.
    case hole
  }

  /// What kinds of geometry a feature has, as bits.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    static let points = Kinds(rawValue: 1)
    static let lines = Kinds(rawValue: 2)
    static let polygons = Kinds(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The kind that a run belongs to.
    init(_ role: Role) {
      switch role {
      case .point: self = .points
      case .line: self = .lines
      case .outerRing, .hole: self = .polygons
      }
    }
  }
}
