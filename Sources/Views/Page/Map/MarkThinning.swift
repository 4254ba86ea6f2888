// SPDX-License-Identifier: GPL-3.0-or-later

/// Leaves out marks of a picture that would lie over others, where there are tens of thousands: the picture
/// looks the same and its file stays small. The first of a place is drawn.
struct MarkThinning {
  /// Sites from which on marks are left out, and none but the chosen ones are named.
  static let manySites = 2_000
  /// Pixels of which one mark is drawn, across and down: less than a mark's width.
  private static let cell = 5.0

  /// Whether there are this many sites.
  let isNeeded: Bool
  private var taken: Set<Int> = []

  init(sites: Int) { isNeeded = sites > Self.manySites }

  /// Whether a mark at a place is drawn.
  mutating func draws(_ place: (x: Double, y: Double)) -> Bool {
    !isNeeded || taken.insert(Int(place.x / Self.cell) << 16 | Int(place.y / Self.cell)).inserted
  }
}
