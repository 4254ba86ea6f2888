// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents

/// `certificate.json`: numbers from which anybody can prove, without a solver, that no plan is better than a
/// bound, or that there is none.
///
/// One number a row of the model, by which the row is multiplied. All rows added up with them bound the
/// objective at every point of the linear relaxation (weak duality), or contradict themselves (Farkas'
/// lemma). The model minimises cost in MEUR, other amounts in their own unit, and the negative of what is
/// maximised. For the first objective it is the one that `arpent model` writes, rows in the same order; for a
/// later one it also holds the objectives before it to what they reached.
package struct BoundCertificate: Sendable, Equatable {
  /// What the multipliers prove.
  package enum Claim: Sendable, Equatable {
    /// No plan is better at an objective than this.
    case bound(ObjectiveBound)
    /// There is no plan.
    case infeasible
  }

  /// A bound on the amount of an objective over all plans that keep to the objectives before it.
  package struct ObjectiveBound: Sendable, Equatable {
    /// Place of the objective among those of the scenario, from 1.
    package var number: Int
    /// Its name, for example `discounted_cost_eur`.
    package var name: String
    /// Unit of the amount.
    package var unit: String
    /// Whether more is better, so that no plan comes to more than the amount; otherwise to less.
    package var isMaximised: Bool
    /// Decimal digits, rounded so that the bound stays true; kept as text so that no reader rounds them.
    package var amount: String
    /// Names of the other objectives of the scenario, of which nothing is proven here: those before this one
    /// are held to what the search reached.
    package var notCovered: [String]

    /// A bound on the amount of an objective.
    package init(
      number: Int, name: String, unit: String, isMaximised: Bool, amount: String, notCovered: [String] = []
    ) {
      self.notCovered = notCovered
      self.number = number
      self.name = name
      self.unit = unit
      self.isMaximised = isMaximised
      self.amount = amount
    }
  }

  /// Name of the file.
  package static let fileName = "certificate.json"
  /// Version of the layout.
  package static let schema = 1

  /// What the multipliers prove.
  package var claim: Claim
  /// SHA-256 of the model, 64 hexadecimal digits.
  package var modelSHA256: String
  /// One a row of the model; for a bound in units of the objective per unit of the row.
  package var rowMultipliers: [Double]

  /// A certificate.
  package init(claim: Claim, modelSHA256: String, rowMultipliers: [Double]) {
    self.claim = claim
    self.modelSHA256 = modelSHA256
    self.rowMultipliers = rowMultipliers
  }

  /// What is proven, in a word.
  private enum Proof: String, CaseIterable {
    case bound, infeasible
  }

  private static let boundMembers: [FileMember<ObjectiveBound>] = [
    FileMember("objective_number", \.number, .whole(1...1_000)), FileMember("objective", \.name, .text),
    FileMember("unit", \.unit, .text), FileMember("sense", \.isMaximised, .sense),
    FileMember("bound", \.amount, .text), FileMember("not_covered", ifAny: \.notCovered, .list(.text)),
  ]

  private static let members: [FileMember<BoundCertificate>] =
    [
      FileMember("schema", .whole(schema...schema), following: { _ in schema }),
      FileMember("proves", \.proof, .word),
    ] + boundMembers.map { $0.lifted(\.bound).only { $0.proof == .bound } } + [
      FileMember("model_sha256", \.modelSHA256, .text),
      FileMember("rows", .count) { $0.rowMultipliers.count },
      FileMember("row_multipliers", \.rowMultipliers, .list(.number)),
    ]

  private static let noBound = ObjectiveBound(number: 1, name: "", unit: "", isMaximised: false, amount: "")

  private var proof: Proof {
    get { claim == .infeasible ? .infeasible : .bound }
    set { claim = newValue == .bound ? .bound(bound) : .infeasible }
  }
  private var bound: ObjectiveBound {
    get { if case .bound(let bound) = claim { bound } else { Self.noBound } }
    set { claim = .bound(newValue) }
  }

  /// The text of the file. Multipliers are the shortest decimals that read back as the same numbers.
  package var text: String { JSONWriter.text(.object(Self.members.written(self))) }

  /// The file for a result directory.
  package var file: ResultFile { ResultFile(Self.fileName, text: text) }

  /// Reads a certificate out of a document.
  ///
  /// - Throws: `PlanReadingError` with every fault. Whether the claim is true is for whoever has the model.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    self = try Self.members.document(
      document, into: BoundCertificate(claim: .infeasible, modelSHA256: "", rowMultipliers: []),
      schema: Self.schema, ("a certificate", "a certificate.json"))
  }
}
