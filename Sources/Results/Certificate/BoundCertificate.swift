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

  /// The text of the file. Multipliers are the shortest decimals that read back as the same numbers.
  package var text: String {
    var members: [JSONValue.Member] = [JSONValue.Member("schema", .integer(Self.schema))]
    switch claim {
    case .infeasible: members.append(JSONValue.Member("proves", "infeasible"))
    case .bound(let bound):
      members += [
        JSONValue.Member("proves", "bound"),
        JSONValue.Member("objective_number", .integer(bound.number)),
        JSONValue.Member("objective", .string(bound.name)),
        JSONValue.Member("unit", .string(bound.unit)),
        JSONValue.Member("sense", .string(bound.isMaximised ? "maximise" : "minimise")),
        JSONValue.Member("bound", .string(bound.amount)),
      ]
      if !bound.notCovered.isEmpty {
        members.append(JSONValue.Member("not_covered", .array(bound.notCovered.map { .string($0) })))
      }
    }
    members += [
      JSONValue.Member("model_sha256", .string(modelSHA256)),
      JSONValue.Member("rows", .integer(rowMultipliers.count)),
      JSONValue.Member("row_multipliers", .array(rowMultipliers.map { .number($0) })),
    ]
    return JSONWriter.text(.object(members))
  }

  /// The file for a result directory.
  package var file: ResultFile { ResultFile(Self.fileName, text: text) }

  /// Reads a certificate out of a document.
  ///
  /// - Throws: `PlanReadingError` with every fault. Whether the claim is true is for whoever has the model.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    var reader = PlanFieldReader()
    guard document.members != nil else {
      reader.report("", "a certificate is an object, this is \(document.kind)")
      throw PlanReadingError(findings: reader.findings)
    }
    guard reader.whole("schema", of: document, in: Self.schema...Self.schema, at: "") != nil else {
      throw PlanReadingError(findings: reader.findings)
    }
    claim = Self.claim(document, reader: &reader)
    modelSHA256 = reader.text("model_sha256", of: document, at: "")
    rowMultipliers = []
    for (row, value) in reader.list("row_multipliers", of: document, at: "").enumerated() {
      if let number = value.double {
        rowMultipliers.append(number)
      } else {
        reader.report("row_multipliers[\(row)]", "a number is needed, this is \(value.kind)")
      }
    }
    if !reader.findings.isEmpty { throw PlanReadingError(findings: reader.findings) }
  }

  private static func claim(_ document: JSONValue, reader: inout PlanFieldReader) -> Claim {
    switch reader.text("proves", of: document, at: "") {
    case "bound":
      let sense = reader.text("sense", of: document, at: "")
      if !["minimise", "maximise", ""].contains(sense) {
        reader.report("sense", "'\(sense)' is none of minimise, maximise")
      }
      var bound =
        ObjectiveBound(
          number: reader.whole("objective_number", of: document, in: 1...1_000, at: "") ?? 1,
          name: reader.text("objective", of: document, at: ""),
          unit: reader.text("unit", of: document, at: ""),
          isMaximised: sense == "maximise", amount: reader.text("bound", of: document, at: ""))
      guard document["not_covered"] != nil else { return .bound(bound) }
      for (index, name) in reader.list("not_covered", of: document, at: "").enumerated() {
        if let name = name.string {
          bound.notCovered.append(name)
        } else {
          reader.report("not_covered[\(index)]", "the name of an objective is needed, this is \(name.kind)")
        }
      }
      return .bound(bound)
    case "infeasible", "": return .infeasible
    case let other:
      reader.report("proves", "'\(other)' is none of bound, infeasible")
      return .infeasible
    }
  }
}
