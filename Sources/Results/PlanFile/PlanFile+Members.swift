// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
import Quantities

extension PlanFile {
  /// The members of plan.json in the order of the file.
  static let members: [FileMember<PlanFile>] =
    [
      FileMember("schema", .whole(schema...schema), following: { _ in schema }), title, state,
    ] + outcomes + [
      FileMember("sites", \.sites, .list(.object(Site.members, empty: Site()))),
      FileMember("constraints", \.constraints, .json), FileMember("assumptions", \.assumptions, .json),
    ]

  /// Those of them that the file of a case holds too.
  static let title = FileMember("name", \PlanFile.name, .text)
  static let state = FileMember("status", \PlanFile.status, .word)
  static let outcomes: [FileMember<PlanFile>] = [
    FileMember("objective", \.costEUR, .optional(.figure)),
    FileMember("bound", \.boundEUR, .optional(.figure)),
    FileMember("gap", \.gap, .optional(.number)),
    FileMember("gap_asked", \.gapAsked, .figure),
    FileMember("gap_eur", \.gapEUR, .optional(.figure)),
    FileMember("gap_of_controllable_cost", \.gapOfControllable, .optional(.number)),
    FileMember("unavoidable_cost_eur", \.unavoidableEUR, .figure),
    FileMember("objectives", \.objectives, .list(.objective)),
    FileMember("termination", \.termination, .text),
    FileMember("years", \.years, .list(.year)),
    FileMember("decision_date", \.decisionDate, .optional(.text)),
    FileMember("demand_gpus_by_year", \.demandGPUs, .byYear(.count)),
    FileMember("existing_gpus_by_year", \.existingGPUs, .byYear(.count)),
    FileMember("existing", \.existing, .list(.fleet)),
    FileMember("totals", \.totals, .object(Totals.members, empty: Totals())),
    FileMember("data_basis", \.basisShares, .basisShares),
    FileMember("audit", \.audit, .json),
    FileMember("explanation", \.explanation, .optional(.explanation)),
  ]
}

extension PlanFile.Totals {
  fileprivate static let members: [FileMember<Self>] = [
    FileMember("sites", \.sites, .count),
    FileMember("gpus", .count) { $0.gpus },
    FileMember("it_mw", .figure) { $0.itMWByYear[nil] ?? 0 },
    FileMember("grid_mw", .figure) { $0.gridMW },
    FileMember("energy_mwh_per_year", \.energyMWhPerYear, .figure),
    FileMember("gpus_by_year", \.gpusByYear, .byYear(.count)),
    FileMember("it_mw_by_year", \.itMWByYear, .byYear(.figure)),
    FileMember("grid_mw_by_year", \.gridMWByYear, .byYear(.figure)),
    FileMember("eu_controlled_gpus", \.euControlledGPUs, .count),
    // Holdings are not public, so that what is known of the class is control.
    FileMember("secnumcloud_class_gpus", .count) { $0.euControlledGPUs },
    FileMember("cost", \.costs, .costs),
  ]

  /// Years of the amounts by year, with their names.
  var byYear: [(String, [Int])] {
    [
      ("gpus_by_year", gpusByYear.years), ("it_mw_by_year", itMWByYear.years),
      ("grid_mw_by_year", gridMWByYear.years),
    ]
  }
}

extension FileForm where Value == ExistingFleet {
  /// GPUs in service whatever is decided.
  fileprivate static var fleet: Self {
    .object(
      [
        FileMember("site", \.siteID, .text), FileMember("sku", \.skuID, .optional(.text)),
        FileMember("gpus", \.gpus, .count), FileMember("it_mw", \.itMW, .optional(.figure)),
        FileMember("grid_mw", \.gridMW, .figure), FileMember("year", \.year, .year),
        FileMember("serves_demand", \.serves, .flag), FileMember("owner", \.owner, .text),
        FileMember("source", \.source, .text),
      ], empty: ExistingFleet(siteID: "", gpus: 0, gridMW: 0, year: 0))
  }
}

extension FileForm where Value == PlanCosts {
  /// A ledger, in EUR.
  static var costs: Self { .object(CostsTable.kinds.map(\.member), empty: PlanCosts()) }
}

extension FileForm where Value == [Double] {
  /// A share for each basis.
  fileprivate static var basisShares: Self {
    .object(
      Basis.allCases.enumerated().map { index, basis in
        FileMember(basis.rawValue, \[Double].[index], .figure)
      }, empty: Basis.allCases.map { _ in 0 })
  }
}

extension FileForm where Value == Plan.ObjectiveOutcome {
  fileprivate static var objective: Self {
    .object(
      [
        FileMember("name", \.name, .text), FileMember("unit", \.unit, .text),
        FileMember("sense", \.isMaximised, .sense), FileMember("tolerance", \.tolerance, .figure),
        FileMember("value", \.value, .optional(.number)), FileMember("best", \.best, .optional(.number)),
        FileMember("bound", \.bound, .optional(.number)),
        FileMember("gap", .optional(.number)) { $0.gap },
      ],
      empty: Plan.ObjectiveOutcome(
        name: "", unit: "", isMaximised: false, tolerance: 0, value: nil, best: nil, bound: nil))
  }
}

/// Which way an objective is sought.
private enum Sense: String, CaseIterable {
  case minimise, maximise
}

extension FileForm where Value == Bool {
  /// Whether more of an objective is better.
  static var sense: Self {
    FileForm<Sense>.word.map({ $0 == .maximise }, { $0 ? .maximise : .minimise })
  }
}

extension FileForm where Value == Phrase {
  /// A phrase as its template and what fills it, so that a reader can say it in another language.
  fileprivate static var phrase: Self {
    Self(write: { PhraseDocument.json($0) }) {
      PhraseDocument.phrase($0) ?? $2.refuse($0, at: $1, needed: "a template with its values")
    }
  }
}

extension FileForm where Value == InfeasibilityExplanation {
  fileprivate static var explanation: Self {
    .object(
      [
        FileMember("relaxations", \.relaxations, .list(.relaxed)),
        FileMember("alternatives", \.alternatives, .list(.list(.relaxed))),
        FileMember("proven", \.isProven, .flag),
        FileMember("cut_short", .optional(.text)) { $0.cutShort?.english },
        FileMember("cut_short_words", \.cutShort, .optional(.phrase)),
      ], empty: InfeasibilityExplanation(relaxations: [], alternatives: [], isProven: false))
  }
}

extension FileForm where Value == InfeasibilityExplanation.RelaxedRule {
  fileprivate static var relaxed: Self {
    .object(
      [
        FileMember(
          "name", \.rule.kind, FileForm<String>.text.map({ RuleFamilies.kind($0) }, { $0.identifier })),
        FileMember("scope", \.rule.scope, .text), FileMember("year", \.rule.year, .optional(.year)),
        FileMember("limit", \.limit, .number), FileMember("needed", \.needed, .number),
        FileMember("unit", \.unit, .text), FileMember("sentence", .text) { $0.sentence },
        FileMember("set", \.argument, .optional(.text)), FileMember("words", \.words, .phrase),
      ],
      empty: Value(rule: RowKey(RuleFamilies.kind("")), limit: 0, needed: 0, unit: "", words: .empty))
  }
}
