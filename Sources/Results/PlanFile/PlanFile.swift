// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Documents
package import Planning
package import PlanningModel
import Sites

/// `plan.json`: a plan as it is written and read again. docs/plan.schema.json describes it. The file of a
/// case holds the same members for the chosen sites alone.
///
/// Money in EUR, power in MW, energy in MWh, area in ha, lengths in km. What is not known is `null`, never
/// zero.
package struct PlanFile: Sendable, Equatable {
  /// Version of the layout; raised when a reader of the former one would be misled.
  package static let schema = 1

  /// Sums over the chosen sites.
  package struct Totals: Sendable, Equatable {
    /// Chosen sites.
    package var sites = 0
    /// Energy in a year at the state of the end of the horizon, MWh.
    package var energyMWhPerYear = 0.0
    /// GPUs in service at the end of each year.
    package var gpusByYear = ByYear<Int>()
    /// IT power at the end of each year, MW.
    package var itMWByYear = ByYear<Double>()
    /// Grid power at the end of each year, MW.
    package var gridMWByYear = ByYear<Double>()
    /// GPUs at the end of the horizon on sites under EU control.
    package var euControlledGPUs = 0
    /// Money.
    package var costs = PlanCosts()

    /// GPUs at the end of the horizon.
    package var gpus: Int { gpusByYear[nil] ?? 0 }
    /// Grid power at the end of the horizon, MW.
    package var gridMW: Double { gridMWByYear[nil] ?? 0 }
  }

  /// Title of the scenario.
  package var name = ""
  /// What is known about the answer.
  package var status = Plan.Status.unknown
  /// Discounted cost, EUR; nil without a plan.
  package var costEUR: Double?
  /// No plan costs less than this, EUR; nil where the cost alone was not what was sought.
  var boundEUR: Double?
  /// Largest gap of the objectives, a ratio.
  var gap: Double?
  /// Gap that was asked for, a ratio.
  package var gapAsked = 0.0
  /// The gap, EUR.
  var gapEUR: Double?
  /// The gap against the cost that decisions can change, a ratio.
  var gapOfControllable: Double?
  /// Cost that every plan has, EUR.
  var unavoidableEUR = 0.0
  /// What was sought and reached, in order of importance.
  package var objectives: [Plan.ObjectiveOutcome] = []
  /// Why the solver stopped.
  package var termination = ""
  /// Planning years.
  package var years: [Int] = []
  /// GPUs asked for at the end of each year.
  var demandGPUs = ByYear<Int>()
  /// The day from which lead times count, as text; nil where none is known.
  var decisionDate: String?
  /// GPUs of existing fleets that serve the demand at the end of each year, beside those of the plan.
  var existingGPUs = ByYear<Int>()
  /// Fleets in service whatever is decided.
  var existing: [ExistingFleet] = []
  /// Sums over the chosen sites.
  package var totals = Totals()
  /// Share of the chosen GPUs on each basis, in the order of `Basis`.
  var basisShares: [Double] = []
  /// Every rule computed again.
  var audit = JSONValue.null
  /// Why there is no plan; nil when there is one.
  package var explanation: InfeasibilityExplanation?
  /// Candidate sites, chosen or not.
  package var sites: [Site] = []
  /// What each rule comes to.
  var constraints = JSONValue.null
  /// Figures that the designs assume.
  var assumptions = JSONValue.null

  /// Whether there is a plan, and not only the answer that there is none.
  package var hasPlan: Bool {
    switch status {
    case .optimal, .gap: true
    case .limit: costEUR != nil
    case .infeasible, .unknown: false
    }
  }
  /// Chosen sites.
  package var chosen: [Site] { sites.filter(\.isSelected) }
  /// All sites by identifier.
  package var sitesByID: [String: Site] {
    Dictionary(sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
  /// What would have to be relaxed, in sentences, where there is no plan.
  package var relaxations: [String] { explanation?.relaxations.map(\.sentence) ?? [] }
  /// What the solver said.
  package var outcome: PlanBuilder.Outcome {
    PlanBuilder.Outcome(
      status: status, termination: termination,
      objectives: objectives.map { .init(best: $0.best, bound: $0.bound) },
      gapAsked: gapAsked)
  }

  init() {}

  /// Reads a plan.json.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    self = try Self.members.document(
      document, into: PlanFile(), schema: Self.schema, ("a plan", "a plan.json")
    ) { $0.check(&$1) }
  }

  /// The document.
  package var json: JSONValue { .object(Self.members.written(self)) }
  /// The text of the file.
  package var text: String { JSONWriter.text(json) }

  /// What no form of a single member tells.
  func check(_ faults: inout FileFaults) {
    var seen: Set<String> = []
    for site in sites {
      if !seen.insert(site.id).inserted { faults.report("sites[\(site.id)]", "stands twice in the file") }
      site.checkBlocks(&faults)
    }
    // Years that could not be read would be reported again.
    guard faults.findings.isEmpty else { return }
    func check(_ path: String, _ found: [Int], mayBeEmpty: Bool) {
      if found == years || mayBeEmpty && found.isEmpty { return }
      faults.report(path, "needs one number for each of the years")
    }
    check("demand_gpus_by_year", demandGPUs.years, mayBeEmpty: false)
    check("existing_gpus_by_year", existingGPUs.years, mayBeEmpty: false)
    for (name, found) in totals.byYear { check("totals.\(name)", found, mayBeEmpty: !hasPlan) }
    for site in sites {
      for (name, found) in site.byYear {
        check("sites[\(site.id)].\(name)", found, mayBeEmpty: !site.isSelected)
      }
    }
  }
}
