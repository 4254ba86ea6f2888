// SPDX-License-Identifier: GPL-3.0-or-later

/// What a result directory answers. One kind never takes the place of another without `--force`.
package enum ResultKind: String, Sendable, CaseIterable {
  case plan
  case screening
  case comparison
  case study

  /// The file that each result of this kind has and no other.
  private var mark: String {
    switch self {
    case .plan: "plan.json"
    case .screening: "screening.json"
    case .comparison: "compare.json"
    case .study: "study.json"
    }
  }

  /// The kind of a result; nil where its files are of none that this version writes.
  ///
  /// - Parameter files: Names of its files.
  init?(files: [String]) {
    guard let kind = Self.allCases.first(where: { files.contains($0.mark) }) else { return nil }
    self = kind
  }
}
