// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Results

/// A small map of a plan in plain characters, to paste in a mail. Land is drawn as dots, which are about as
/// wide as spaces in proportional fonts too.
package enum TextMap {
  /// Columns and lines that the map takes at most, without the legend.
  package static let mostColumns = 46
  static let mostLines = 22
  /// Columns of the legend.
  private static let legendWidth = 72

  /// The map with its legend; nil where no outlines are known, no site lies on the map, or the map is wider
  /// than `width`.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - basemap: Outlines; departements are drawn as land where there are any, since land knows no border.
  ///   - width: Columns of the terminal; nil where the output is none.
  package static func text(_ plan: Plan, basemap: Basemap, width: Int? = nil) -> String? {
    guard let land = TextMapLand(basemap, sites: plan.sites.map(\.position)) else { return nil }
    if let width, width < land.columns { return nil }
    let marked = Marked(plan, on: land)
    guard !marked.cells.isEmpty else { return nil }
    var lines = land.isLand.map { row in row.map { $0 ? SiteMark.land : " " } }
    for (cell, mark) in marked.cells.sorted(by: { $0.key < $1.key }) {
      lines[cell / land.columns][cell % land.columns] = mark.character
    }
    var text = ""
    var isBegun = false
    for line in lines {
      let end = line.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
      // No empty lines above the map.
      isBegun = isBegun || end > 0
      if isBegun { text += String(line.prefix(end)) + "\n" }
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
      + TextParagraph.text(
        marked.legend, first: "", rest: "", width: min(legendWidth, width ?? legendWidth))
  }

  /// What stands on a cell.
  struct Mark {
    var character: Character
    /// Chosen before not chosen before left out.
    var rank: Int
    /// GPUs, by which the larger of two chosen sites keeps the cell.
    var gpus = 0
    /// Marks of chosen sites that lie on the same cell and are not shown.
    var hidden: [Character] = []
  }

  /// The sites on the cells of a map.
  struct Marked {
    /// Marks by cell, counted line by line.
    var cells: [Int: Mark] = [:]
    private var isShared = false
    private var beyond: [Character] = []
    private var chosen = 0

    init(_ plan: Plan, on land: TextMapLand) {
      for site in plan.sites {
        var mark: Mark
        switch site.status {
        case .chosen:
          mark = Mark(character: SiteMark.of(row: chosen), rank: 0, gpus: site.gpus)
          chosen += 1
        case .notChosen: mark = Mark(character: SiteMark.notChosen, rank: 1)
        case .excluded: mark = Mark(character: SiteMark.excluded, rank: 2)
        }
        guard let cell = land.cell(of: site.position) else {
          if mark.rank == 0 { beyond.append(mark.character) }
          continue
        }
        guard let other = cells[cell] else {
          cells[cell] = mark
          continue
        }
        isShared = true
        // Sites come in order, so that of two alike the first keeps the cell.
        let wins = (mark.rank, -mark.gpus) < (other.rank, -other.gpus)
        var winner = wins ? mark : other
        let loser = wins ? other : mark
        winner.hidden += loser.hidden
        if loser.rank == 0 { winner.hidden.append(loser.character) }
        cells[cell] = winner
      }
    }

    /// What the marks mean; only those that are on the map.
    var legend: String {
      let ranks = Set(cells.values.map(\.rank))
      var parts: [String] = []
      if ranks.contains(0) { parts.append("\(SiteMark.range(rows: chosen)) chosen, as in the table") }
      if ranks.contains(1) { parts.append("\(SiteMark.notChosen) could have been chosen") }
      if ranks.contains(2) { parts.append("\(SiteMark.excluded) left out") }
      for (_, mark) in cells.sorted(by: { $0.key < $1.key }) where !mark.hidden.isEmpty {
        parts.append("at \(mark.character) also \(mark.hidden.map(String.init).joined(separator: ", "))")
      }
      if !beyond.isEmpty {
        parts.append("off the map: \(beyond.map(String.init).joined(separator: ", "))")
      }
      if isShared { parts.append("one sign may stand for several sites") }
      return parts.joined(separator: "; ")
    }
  }
}
