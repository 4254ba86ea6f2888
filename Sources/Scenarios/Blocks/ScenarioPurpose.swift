// SPDX-License-Identifier: GPL-3.0-or-later

/// What a scenario is wanted for; it decides which keys must be there.
package enum ScenarioPurpose: Sendable {
  /// A plan, which needs a demand.
  case plan
  /// The sites alone, for which a base without demand will do.
  case sites
}
