// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Planning
package import PlanningModel
import Quantities
package import Studies

/// The file of one case of a study: the members of plan.json that say what was decided and what it comes to,
/// for the chosen sites only.
///
/// Nothing in it depends on when, where or by how many threads it was made.
package enum CaseDocument {
  /// Version of the layout.
  package static let schema = 1

  /// The document of a case that has an answer.
  ///
  /// - Parameters:
  ///   - plan: The plan; its placement is empty where there is none.
  ///   - problem: The problem it answers.
  ///   - key: Digest of everything that the answer depends on.
  ///   - depth: How much was decided again.
  ///   - notes: What a reader must know, for example sites of a kept siting that the case does not have.
  package static func json(
    _ plan: Plan, problem: SitingProblem, key: String, depth: StudyDepth, notes: [String] = []
  ) -> JSONValue {
    let whole = PlanDocument.outline(plan, problem: problem)
    var members = [
      JSONValue.Member("schema", .integer(schema)),
      JSONValue.Member("key", .string(key)),
      JSONValue.Member("depth", .string(depth.rawValue)),
      JSONValue.Member("status", .string(plan.status.rawValue)),
      JSONValue.Member("notes", .array(notes.map { .string($0) })),
    ]
    members += whole.filter { $0.name != "schema" && $0.name != "status" }
    members.append(
      JSONValue.Member(
        "sites", .array(plan.chosen.map { PlanDocument.decisions(of: $0, years: plan.years) })))
    return .object(members)
  }

}
