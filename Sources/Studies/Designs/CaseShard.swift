// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a study's cases for one of several machines, written `i/n`: the cases at positions i-1, i-1+n,
/// i-1+2n and so on, from 0.
///
/// A stride rather than a hash or a block: the parts differ by at most one case, neighbours in a grid, which
/// take about as long, are spread over the machines, and a case keeps its part when a prefix design gets more
/// samples. The parts 1/n to n/n hold every case once.
package struct CaseShard: Sendable, Equatable, CustomStringConvertible {
  /// Which part, from 1 to `count`.
  package let index: Int
  /// How many parts there are, at least 1.
  package let count: Int

  /// The part of a study that is all of it.
  package static let whole = CaseShard(uncheckedIndex: 1, count: 1)

  /// A part, or nil unless `index` lies from 1 to `count`.
  package init?(index: Int, count: Int) {
    guard count >= 1, (1...count).contains(index) else { return nil }
    self.init(uncheckedIndex: index, count: count)
  }

  /// A part as written, `3/8`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let index = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(index: index, count: count)
  }

  private init(uncheckedIndex: Int, count: Int) {
    index = uncheckedIndex
    self.count = count
  }

  /// Whether the part holds the case at a position, from 0.
  package func holds(_ position: Int) -> Bool { position % count == index - 1 }

  /// The elements of a list that the part holds, in their order.
  package func part<Element>(of elements: [Element]) -> [Element] {
    guard index - 1 < elements.count else { return [] }
    return stride(from: index - 1, to: elements.count, by: count).map { elements[$0] }
  }

  /// As written: `3/8`.
  package var description: String { "\(index)/\(count)" }
}
