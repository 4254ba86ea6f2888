// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Planning
package import PlanningModel
package import Studies

/// The file of one case of a study: the members of plan.json that say what was decided and what it comes to,
/// for the chosen sites only.
///
/// Nothing in it depends on when, where or by how many threads it was made.
package struct CaseFile: Sendable, Equatable {
  /// Version of the layout.
  static let schema = 1

  /// Digest of everything the answer depends on; empty for a plan of its own.
  package var key = ""
  /// How much was decided again; a plan of its own is a `full`.
  package var depth = StudyDepth.full
  /// What a reader must know, for example sites of a kept siting that the case does not have.
  package var notes: [String] = []
  /// The plan; without sites where there is none.
  package var plan: PlanFile

  private static let members: [FileMember<CaseFile>] =
    [
      FileMember("schema", .whole(schema...schema), following: { _ in schema }),
      FileMember("key", \.key, .text), FileMember("depth", \.depth, .word),
      PlanFile.state.lifted(\.plan), FileMember("notes", \.notes, .list(.text)),
    ] + ([PlanFile.title] + PlanFile.outcomes).map { $0.lifted(\.plan) } + [
      FileMember(
        "sites", \.plan.sites, .list(.object(PlanFile.Site.decisionMembers, empty: PlanFile.Site())))
    ]

  /// A plan of its own.
  package init(_ plan: PlanFile) { self.plan = plan }

  /// The file of a case that has an answer.
  package init(
    _ plan: Plan, problem: SitingProblem, key: String, depth: StudyDepth, notes: [String] = []
  ) {
    self.init(PlanFile(plan, problem: problem, table: nil))
    self.key = key
    self.depth = depth
    self.notes = notes
  }

  /// Reads the file of a case, or a plan.json; sites stand in ascending order of identifier.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    if document["key"] == nil, document["depth"] == nil {
      try self.init(PlanFile(document))
    } else {
      self = try Self.members.document(
        document, into: CaseFile(PlanFile()), schema: Self.schema, ("a case", "the file of a case")
      ) { $0.plan.check(&$1) }
    }
    plan.sites.sort { $0.id < $1.id }
  }

  /// The document.
  package var json: JSONValue { .object(Self.members.written(self)) }

  /// Whether the limits came before any answer; that there is no plan is one.
  package var isFailure: Bool { plan.status == .unknown && depth != .relaxation }
  /// Best known value of what was sought first: the plan's, or the bound where only that was asked for.
  package var objective: Double? {
    guard let first = plan.objectives.first else { return nil }
    return first.value ?? (depth == .relaxation ? first.bound : nil)
  }
  /// The siting of the plan: which sites, on which connection, from which year.
  package var siting: KeptSiting { KeptSiting(openings: plan.chosen.compactMap(\.opening)) }
}
