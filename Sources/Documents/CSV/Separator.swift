// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands between the cells of a row.
package enum Separator: Sendable, CaseIterable {
  case comma, semicolon, tab, bar, space

  /// The byte.
  package var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    case .bar: 0x7C
    case .space: 0x20
    }
  }

  /// Its name in messages.
  package var word: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .bar: "vertical bar"
    case .space: "blank"
    }
  }

  /// The separator of a table: the one that divides all rows as it divides the first; where none does, the
  /// one that divides the first row most often, so that the rows that do not fit can be named. A blank counts
  /// only where nothing else divides the first row.
  ///
  /// - Parameters:
  ///   - start: The first bytes of the file, some hundred rows.
  ///   - isWhole: Whether that is all of it.
  ///   - mergesSeparators: Whether separators that stand together count as one.
  ///   - candidates: Separators to choose from; of those that are as good the first one.
  package static func found(
    in start: [UInt8], isWhole: Bool, mergesSeparators: Bool = false,
    among candidates: [Separator] = [.semicolon, .comma, .tab, .bar, .space]
  ) -> Separator {
    var sample = start[...]
    // A row that is cut by the end of the sample says nothing.
    if !isWhole, let end = sample.lastIndex(of: 0x0A) { sample = sample[...end] }
    var best: (separator: Separator, fits: Bool, cells: Int)?
    for separator in candidates {
      if separator == .space, best != nil { break }
      var text = DelimitedText(
        separator: separator, keeping: .header, mergesSeparators: mergesSeparators)
      text.take(Array(sample))
      text.finish()
      let cells = text.rows.first?.count ?? 0
      let fits = text.faults.isEmpty
      guard cells > 1, fits || separator != .space else { continue }
      if let best, (best.fits ? 1 : 0, best.cells) >= (fits ? 1 : 0, cells) { continue }
      best = (separator, fits, cells)
    }
    return best?.separator ?? .comma
  }
}
