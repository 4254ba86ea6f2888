// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Studies

/// What a study found, in every form it is reported: tables, map layer, document, page, text. The same inputs
/// give the same bytes.
package struct StudyReport: Sendable {
  /// The answered cases.
  package let result: StudyResult
  /// Who made it, on which map.
  package let context: ReportContext
  /// What each portfolio costs in each case, EUR discounted; nil where nobody worked it out.
  package let regret: DecisionTable?
  package let reading: StudyReading

  /// What a study found.
  ///
  /// - Parameters:
  ///   - result: The answered cases.
  ///   - context: Who made it, on which map; of its members only the version, the outlines and the warnings
  ///     are reported.
  ///   - regret: What each portfolio costs in each case, EUR discounted, where that was worked out: its
  ///     portfolios are named as in `StudyPortfolio.table(of:)` and its cases by their identifiers.
  package init(result: StudyResult, context: ReportContext, regret: DecisionTable? = nil) {
    self.result = result.withoutCredentials()
    self.context = context.withoutCredentials()
    self.regret = regret
    reading = StudyReading(self.result)
  }

  /// The document: `summary.json`, and what `--format json` prints.
  package var json: JSONValue { StudyDocument.json(self) }

  /// The record of what was asked, `study.json`.
  package var record: ResultFile {
    ResultFile(
      StudyRecord.fileName, text: StudyRecord(result, toolVersion: context.toolVersion).text)
  }

  /// The tables, each a CSV file.
  package var tables: [ReportTable] {
    [StudySummaryTable.table(result), StudyTables.failures(result), StudyTables.sites(reading.sites)]
  }

  /// What the choice among portfolios is worth; nil without costs.
  package var choice: StudyRegret? {
    guard let regret else { return nil }
    return StudyRegret(regret, result: result)
  }
}
