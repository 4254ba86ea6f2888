// SPDX-License-Identifier: GPL-3.0-or-later

/// For every site the nearest few features seen so far, nearest first; the first in file order comes first on
/// a tie.
struct NeighbourLists {
  /// How many are kept for each site.
  let capacity: Int
  /// Square of the distance beyond which none is kept.
  let maxSquare: Double
  private var squares: [Double]
  private var ordinals: [Int]
  private var filled: [Int32]
  /// The first site that has a list.
  private var offset = 0

  /// Empty lists.
  init(sites: Int, capacity: Int, maxMetres: Double?) {
    self.capacity = capacity
    maxSquare = maxMetres.map { $0 * $0 } ?? .infinity
    squares = [Double](repeating: .infinity, count: sites * capacity)
    ordinals = [Int](repeating: .max, count: sites * capacity)
    filled = [Int32](repeating: 0, count: sites)
  }

  /// An empty list for one of many sites.
  init(only site: Int, capacity: Int, maxMetres: Double?) {
    self.init(sites: 1, capacity: capacity, maxMetres: maxMetres)
    offset = site
  }

  /// Number of neighbours of a site.
  func count(of site: Int) -> Int { Int(filled[site - offset]) }

  /// Square of the distance of a neighbour, 0 the nearest.
  func square(_ site: Int, _ rank: Int) -> Double { squares[(site - offset) * capacity + rank] }

  /// Position in the file of a neighbour, 0 the nearest.
  func ordinal(_ site: Int, _ rank: Int) -> Int { ordinals[(site - offset) * capacity + rank] }

  /// Square of the distance up to which a feature may still enter a site's list.
  @inline(__always)
  func limit(of site: Int) -> Double {
    filled[site - offset] < capacity ? maxSquare : squares[(site - offset) * capacity + capacity - 1]
  }

  /// Offers a feature to a site; of several distances of the same feature the least stays.
  mutating func offer(_ site: Int, square: Double, ordinal: Int) {
    guard square <= maxSquare else { return }
    let base = (site - offset) * capacity
    var count = Int(filled[site - offset])
    for rank in 0..<count where ordinals[base + rank] == ordinal {
      if squares[base + rank] <= square { return }
      for place in rank..<(count - 1) {
        squares[base + place] = squares[base + place + 1]
        ordinals[base + place] = ordinals[base + place + 1]
      }
      count -= 1
      break
    }
    var place = count
    while place > 0, (square, ordinal) < (squares[base + place - 1], ordinals[base + place - 1]) {
      place -= 1
    }
    guard place < capacity else { return }
    var last = min(count, capacity - 1)
    while last > place {
      squares[base + last] = squares[base + last - 1]
      ordinals[base + last] = ordinals[base + last - 1]
      last -= 1
    }
    squares[base + place] = square
    ordinals[base + place] = ordinal
    filled[site - offset] = Int32(min(capacity, count + 1))
  }
}
