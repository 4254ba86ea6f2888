// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// The cases of a study, ready to be planned, in an order that is the same everywhere.
package struct StudyCases: Sendable, Equatable {
  /// One case.
  package struct Case: Sendable, Equatable {
    /// Name, unique in the study: `base`, the number of a case of the design in six digits, or as written.
    package var id: String
    /// A few words for tables and charts.
    package var label: String
    /// Changes of the base scenario in order, as `--set` takes them.
    package var overlays: [String]
    /// Values of the factors in their order, as text; empty where the factor keeps what the base says.
    package var values: [String]
    /// The same values for the statistics of `Studies`.
    package var assignments: [StudyCase.Assignment]
    /// What the case is for in a tornado chart; `base` for the base of any study.
    package var role: StudyCase.Role?
    /// How the case came about.
    package var origin: StudyCase.Origin

    /// The case for the statistics of `Studies`.
    package var studyCase: StudyCase { StudyCase(id: id, label: label, assignments: assignments, role: role) }
  }

  /// Name of the unchanged base.
  package static let baseID = "base"

  /// Factors: those of the file, the estimated figures, then the columns of the CSV file.
  package var factors: [StudyFactor]
  /// The base unless it is left out, cases of the design, then those of `[[cases]]`, of the CSV file and of
  /// `[[stress]]`.
  package var cases: [Case]
}
