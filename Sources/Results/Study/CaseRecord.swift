// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Planning
package import Studies

/// What the file of a case, or a plan.json, says was decided and what it comes to.
package struct CaseRecord: Sendable, Equatable {
  /// An amount that was sought.
  package struct Objective: Sendable, Equatable {
    /// What counts, for example `discounted_cost`.
    package var name: String
    /// Unit of the amounts.
    package var unit: String
    /// Whether more is better.
    package var isMaximised: Bool
    /// What the plan comes to; nil without one.
    package var value: Double?
    /// No plan is better than this; nil when not known.
    package var bound: Double?
  }

  /// A chosen site.
  package struct Site: Sendable, Equatable {
    /// Identifier.
    package var id: String
    /// Name to show.
    package var name: String
    /// Longitude, degrees, WGS 84.
    package var longitude: Double
    /// Latitude, degrees, WGS 84.
    package var latitude: Double
    /// Region; empty when unknown.
    package var region: String
    /// Calendar year in which it is energised; nil where it is not.
    package var opensYear: Int?
    /// Voltage of its connection, kV; nil without one.
    package var voltageKV: Int?
    /// Substation of its connection; empty without one.
    package var substation: String
    /// Whole blocks by year and product, zero entries left out.
    package var blocks: [PlanDecisions.Blocks]
    /// GPUs in service at the end of each year.
    package var gpusByYear: [Int]
    /// Grid power at the end of the horizon, MW.
    package var gridMW: Double
    /// Whether every named owner and operator is under EU law; nil when not known.
    package var isEUControlled: Bool?
    /// Money by kind, in the order of `moneyKinds`, EUR.
    package var money: [Double]

    /// GPUs at the end of the horizon.
    package var gpus: Int { gpusByYear.last ?? 0 }
  }

  /// Digest of everything the answer depends on; empty for a plan file.
  package var key: String
  /// How much was decided again; a plan file is `full`.
  package var depth: StudyDepth
  /// What is known of it.
  package var status: Plan.Status
  /// Remarks.
  package var notes: [String]
  /// Title of the scenario.
  package var name: String
  /// Discounted cost, EUR; nil without a plan.
  package var costEUR: Double?
  /// What was sought and reached, in order of importance.
  package var objectives: [Objective]
  /// Planning years.
  package var years: [Int]
  /// GPUs in service at the end of each year.
  package var gpusByYear: [Int]
  /// Grid power at the end of each year, MW.
  package var gridMWByYear: [Double]
  /// Energy in a year at the state of the end of the horizon, MWh.
  package var energyMWhPerYear: Double
  /// GPUs at the end of the horizon on sites under EU control.
  package var euControlledGPUs: Int
  /// Money of the plan by kind, in the order of `moneyKinds`, EUR.
  package var money: [Double]
  /// Chosen sites in ascending order of identifier.
  package var sites: [Site]
  /// What would have to be relaxed, where there is no plan.
  package var relaxations: [String]

  /// Kinds of money, as they are named in plan.json.
  package static var moneyKinds: [String] { CostsTable.kinds.map(\.name) }
  /// The same for people.
  package static var moneyLabels: [String] { CostsTable.kinds.map(\.label) }

  /// Whether there is a plan.
  package var hasPlan: Bool {
    switch status {
    case .optimal, .gap: true
    case .limit: costEUR != nil
    case .infeasible, .unknown: false
    }
  }
  /// Whether the limits came before any answer; that there is no plan is one.
  package var isFailure: Bool { status == .unknown && depth != .bound }
  /// Best known value of what was sought first: the plan's, or the bound where only that was asked for.
  package var objective: Double? {
    guard let first = objectives.first else { return nil }
    return first.value ?? (depth == .relaxation ? first.bound : nil)
  }

  /// Reads a case file or a plan.json.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    guard document.members != nil, document["schema"]?.int == CaseDocument.schema else {
      throw PlanReadingError(findings: [
        .init(path: "schema", message: "this is no plan and no case of this version of Arpent")
      ])
    }
    var reader = PlanFieldReader()
    key = document["key"]?.string ?? ""
    depth = .full
    if document["depth"] != nil { depth = reader.word("depth", of: document, at: "") ?? .full }
    status = reader.word("status", of: document, at: "") ?? .unknown
    notes = (document["notes"]?.array ?? []).compactMap(\.string)
    name = document["name"]?.string ?? ""
    costEUR = nil
    objectives = []
    years = []
    gpusByYear = []
    gridMWByYear = []
    energyMWhPerYear = 0
    euControlledGPUs = 0
    money = CaseRecord.moneyKinds.map { _ in 0 }
    sites = []
    relaxations = []
    readAnswer(document, &reader)
    if !reader.findings.isEmpty { throw PlanReadingError(findings: reader.findings) }
  }
}
