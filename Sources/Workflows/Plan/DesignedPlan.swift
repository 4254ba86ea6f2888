// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities

extension PlanBuilder {
  /// The plan for a placement with the design of each chosen site.
  ///
  /// - Throws: `WorkflowFailure` for figures of a site that no cluster can be designed with.
  func designed(
    _ placement: Placement, outcome: Outcome, explanation: InfeasibilityExplanation? = nil
  ) throws -> Plan {
    do {
      return try plan(placement, outcome: outcome, explanation: explanation)
    } catch let failure as InputFailure {
      throw WorkflowFailure(failure)
    }
  }
}
