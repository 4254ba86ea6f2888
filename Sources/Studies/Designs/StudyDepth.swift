// SPDX-License-Identifier: GPL-3.0-or-later

/// How much is decided again in each case of a study.
package enum StudyDepth: String, Sendable, CaseIterable {
  /// Nothing is decided: the linear relaxation alone says what no plan can be better than.
  case relaxation
  /// Sites, connections and years of the base plan are kept; how many blocks of which product when is decided
  /// again.
  case fixedSiting = "fixed_siting"
  /// Everything is decided again, as `arpent plan` would.
  case full

  /// Names of earlier versions, and what says the same now.
  package static let formerNames = ["bound": "relaxation", "resize": "fixed_siting", "replan": "full"]
}
