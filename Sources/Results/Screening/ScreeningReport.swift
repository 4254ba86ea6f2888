// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Sites

/// What a screening found, in every form it is reported: text, tables, map layer, document, page, result
/// directory. The same inputs give the same bytes.
package struct ScreeningReport: Sendable {
  /// Name of the scenario.
  package var name: String
  /// Sites with their attributes.
  package var table: SiteTable
  /// What the rules excluded and how the rest ranks.
  package var screening: Screening
  /// How far each weight can move; nil without a ranking.
  package var stability: ShortlistStability?
  /// Ranks under random weights; nil without a ranking.
  package var intervals: RankAcceptability?

  /// Works out how firmly the ranking stands.
  package init(name: String, table: SiteTable, screening: Screening) {
    self.name = name
    self.table = table
    self.screening = screening
    if let ranking = screening.ranking {
      stability = ShortlistStability(ranking, ids: screening.ids, top: screening.parameters.top)
      intervals = RankAcceptability(ranking, parameters: screening.parameters)
    }
  }

  /// `ranking.csv`: every site, the kept ones by rank.
  package var csv: String { CSVWriter.text(rankingTable) }

  /// Rows of the kept sites by rank, each with its place in the ranking; by identifier, without one, where
  /// nothing is ranked.
  package var keptInOrder: [(row: Int, place: Int?)] {
    guard let ranking = screening.ranking else { return screening.keptRows.map { ($0, nil) } }
    return ranking.order.map { (ranking.rows[$0], $0) }
  }

  /// A score to nine decimals, so that the last digits of arithmetic do not show.
  static func rounded(_ value: Double) -> Double { value.rounded(decimals: 9) }
}

extension Manifest {
  /// The text of the manifest of a screening.
  ///
  /// - Parameter files: Names of all files of the result, the manifest among them.
  package static func text(
    screening report: ScreeningReport, context: ReportContext, layers: [LayerReport], files: [String]
  ) -> String {
    text(of: report.name, states: [("status", "screened")], context: context, layers: layers, files: files)
  }
}
