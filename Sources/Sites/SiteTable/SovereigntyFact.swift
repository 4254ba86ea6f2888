// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What conditions may ask of a site beside the attributes of its sources. Where a source gives an attribute
/// of the same name, its value stands; otherwise the fact is derived from the countries of the named owners
/// and operators, and from them alone where somebody has been named and the country is known. What the house
/// assumes about sites nobody has spoken for is no evidence.
package enum SovereigntyFact: String, CaseIterable, Sendable {
  /// Countries of the operator, as ISO 3166-1 codes divided by `|`; only from a source.
  case operatorCountry = "operator_country"
  /// `eu` when every named owner and operator is of a member state, `non-eu` when none is, `mixed` otherwise.
  case controllingJurisdiction = "controlling_jurisdiction"
  /// `yes` when every owner and operator is of a member state, `FR` counted where nobody is named and
  /// somebody can still be chosen; `no` otherwise. The one fact that is always known.
  case euControl = "eu_control"
  /// `yes` when an owner or operator under the law of a state outside the EU is named, `no` when all named
  /// are under EU law.
  case nonEULaw = "non_eu_law"
  /// Share of capital and votes of the largest holder from outside the EU in the operator, a ratio; only from
  /// a source.
  case nonEUShareLargest = "non_eu_share_largest"
  /// Share of capital and votes of all holders from outside the EU in the operator, a ratio; only from a
  /// source.
  case nonEUShareTotal = "non_eu_share_total"
  /// `yes` when a SecNumCloud-class service may run there as far as holdings and seats show it, `no` when
  /// they rule it out.
  case secNumCloudEligible = "secnumcloud_eligible"
  /// Share of the financing that comes from the EU, a ratio; only from a source.
  case euFinancingShare = "eu_financing_share"

  /// What it is, as a sentence.
  package var meaning: String {
    switch self {
    case .operatorCountry: "Countries of the operator; only from a source."
    case .controllingJurisdiction: "Under whose law all named owners and operators are."
    case .euControl: "Whether every owner and operator is of a member state of the EU."
    case .nonEULaw: "Whether an owner or operator under the law of a state outside the EU is named."
    case .nonEUShareLargest:
      "Share of the largest holder from outside the EU in the operator; only from a source."
    case .nonEUShareTotal: "Share of all holders from outside the EU in the operator; only from a source."
    case .secNumCloudEligible:
      "Whether a SecNumCloud-class service may run there, as far as holdings and seats show."
    case .euFinancingShare: "Share of the financing that comes from the EU; only from a source."
    }
  }

  /// What a source may give for it.
  package var form: SiteValueForm {
    switch self {
    case .operatorCountry: .countries
    case .controllingJurisdiction: .word(["eu", "mixed", "non-eu"])
    case .euControl, .nonEULaw, .secNumCloudEligible: .word(["no", "yes"])
    case .nonEUShareLargest, .nonEUShareTotal, .euFinancingShare: .number(0...1)
    }
  }

  /// Texts that a derived fact may have, whether or not a site of the table has them; empty for numbers and
  /// for what only a source gives.
  var words: [String] {
    if case .word(let words) = form { words } else { [] }
  }
}

extension SovereigntyTiers {
  /// Name of the column that holds the tier of a site.
  package static let tierAttribute = "sovereignty_tier"

  /// A table with a column for every fact of sovereignty; those that cannot be known are missing, with the
  /// reason.
  ///
  /// - Parameter tiers: Tiers whose limits on holdings count, and whose statuses become the column
  ///   `sovereignty_tier`; nil for none.
  package static func annotated(_ table: SiteTable, tiers: SovereigntyTiers?) -> SiteTable {
    var annotated = table
    for fact in SovereigntyFact.allCases {
      let values = (0..<table.count).map { row -> SiteValue in
        let stated = annotated.value(fact.rawValue, row: row)
        return stated.isMissing ? derived(fact, row: row, in: annotated, tiers: tiers) : stated
      }
      annotated.put(SiteTable.Column(name: fact.rawValue, unit: "", values: values))
    }
    guard let tiers else { return annotated }
    let statuses = tiers.statuses(in: annotated).map { status in
      SiteValue(.text(status.tier), basis: .derived, source: "\(tiers.file): \(status.reason)")
    }
    annotated.put(SiteTable.Column(name: tierAttribute, unit: "", values: statuses))
    return annotated
  }

  private static func derived(
    _ fact: SovereigntyFact, row: Int, in table: SiteTable, tiers: SovereigntyTiers?
  ) -> SiteValue {
    switch fact {
    case .operatorCountry, .nonEUShareLargest, .nonEUShareTotal, .euFinancingShare:
      return .missing("no source gives it")
    case .controllingJurisdiction:
      let named = NamedCountries(row: row, in: table)
      guard !named.known.isEmpty, !named.hasUnknown || named.isMixed else { return named.missing }
      let answer = named.isMixed ? "mixed" : named.hasNonEU ? "non-eu" : "eu"
      return SiteValue(.text(answer), basis: .derived, source: named.source)
    case .euControl:
      let owners = table.value(SiteAttribute.ownerCountry.rawValue, row: row)
      let isControlled = Jurisdiction.isEUControlled(Jurisdiction.countries(in: owners.text ?? ""))
      return SiteValue(.text(isControlled ? "yes" : "no"), basis: .derived, source: owners.source)
    case .nonEULaw:
      let named = NamedCountries(row: row, in: table)
      guard named.hasNonEU || !named.known.isEmpty && !named.hasUnknown else { return named.missing }
      return SiteValue(.text(named.hasNonEU ? "yes" : "no"), basis: .derived, source: named.source)
    case .secNumCloudEligible:
      return eligibility(row: row, in: table, tiers: tiers)
    }
  }

  /// Whether holdings and seats let a SecNumCloud-class service run. Holdings above a limit rule it out, and
  /// so does an operator all of whose named parents sit outside the EU; only holdings within both limits
  /// under EU control show it.
  private static func eligibility(row: Int, in table: SiteTable, tiers: SovereigntyTiers?) -> SiteValue {
    let control = table.text(SovereigntyFact.controllingJurisdiction.rawValue, row: row)
    let largest = table.number(SovereigntyFact.nonEUShareLargest.rawValue, row: row)
    let total = table.number(SovereigntyFact.nonEUShareTotal.rawValue, row: row)
    if control == "non-eu" {
      return SiteValue(
        .text("no"), basis: .derived, source: "every named parent sits outside the EU")
    }
    guard let each = tiers?.nonEUShareEachMax?.value, let all = tiers?.nonEUShareTotalMax?.value else {
      return .missing("no limits on holdings are stated")
    }
    if let largest, largest > each {
      return SiteValue(.text("no"), basis: .derived, source: "non_eu_share_largest \(largest) above \(each)")
    }
    if let total, total > all {
      return SiteValue(.text("no"), basis: .derived, source: "non_eu_share_total \(total) above \(all)")
    }
    guard let largest, let total else { return .missing("holdings are not public") }
    guard control == "eu" else { return .missing("control within the EU is not shown") }
    return SiteValue(
      .text("yes"), basis: .derived,
      source: "holdings from outside the EU \(largest) and \(total), within \(each) and \(all)")
  }
}

/// Countries of the owners and operators that are named for a site.
private struct NamedCountries {
  var known: [String] = []
  var hasUnknown = false
  var source = ""

  init(row: Int, in table: SiteTable) {
    var sources: [String] = []
    for name in [SiteAttribute.ownerCountry.rawValue, SovereigntyFact.operatorCountry.rawValue] {
      let value = table.value(name, row: row)
      guard let text = value.text, !value.isFilled else { continue }
      for country in Jurisdiction.countries(in: text) {
        if country == "UNKNOWN" { hasUnknown = true } else { known.append(country) }
      }
      sources.append("\(name) = '\(text)'" + (value.basis.map { ", \($0.rawValue)" } ?? ""))
    }
    source = sources.joined(separator: "; ")
  }

  var hasNonEU: Bool { known.contains { !Jurisdiction.memberStates.contains($0) } }
  var isMixed: Bool { hasNonEU && known.contains { Jurisdiction.memberStates.contains($0) } }
  var missing: SiteValue {
    .missing(hasUnknown ? "a country of an owner or operator is not known" : "no owner or operator is named")
  }
}

extension SiteTable {
  /// Adds a column that has one value a site.
  mutating func put(_ column: Column) {
    do {
      try set(column)
    } catch {
      // The only fault is a wrong number of values.
      assertionFailure("\(error)")
    }
  }
}
