// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One rule that excluded one site, with the value that broke it.
package struct ScreeningExclusion: Sendable, Equatable {
  /// Name of the rule.
  package var rule: String
  /// Attribute it looks at.
  package var attribute: String
  /// Value of the site with its basis and source; missing where that is the reason.
  package var value: SiteValue
  /// Unit of the value.
  package var unit: String
  /// Limit in words, with its unit.
  package var limit: String
  /// Where the limit comes from; empty for the planner's own choice.
  package var limitSource: String
  /// Whether the site is excluded because it has no value that the limit can be held against.
  package var isMissing: Bool
  /// Whether no rule of the screening excluded the site, but one of the scenario by which every plan excludes
  /// it: a rule of the planner's own, a site left out, no connection within reach.
  package var isOfPlan: Bool

  init(
    rule: String, attribute: String, value: SiteValue, unit: String, limit: String, limitSource: String,
    isMissing: Bool, isOfPlan: Bool = false
  ) {
    self.rule = rule
    self.attribute = attribute
    self.value = value
    self.unit = unit
    self.limit = limit
    self.limitSource = limitSource
    self.isMissing = isMissing
    self.isOfPlan = isOfPlan
  }

  /// The value in words with its unit; what is missing says why.
  package var valueText: String {
    if isOfPlan { return value.text ?? "" }
    if isMissing, let text = value.text { return "'\(text)', which is no number" }
    if isMissing, value.number != nil { return ScreeningText.value(value, unit: unit) + ", which is no text" }
    return ScreeningText.value(value, unit: unit)
  }

  /// Value, what it rests on and limit, for example
  /// `substation_225_km 22.4 km (derived: Substations, 2017), at most 20 km`.
  package var sentence: String { "\(valueSentence), \(limit)" }

  /// Value and what it rests on.
  private var valueSentence: String {
    if isOfPlan { return valueText }
    let source = ScreeningText.source(value.source)
    let rest = [value.basis?.rawValue ?? "", source].filter { !$0.isEmpty }.joined(separator: ": ")
    return "\(attribute) \(valueText)" + (rest.isEmpty ? "" : " (\(rest))")
  }

  /// What every plan excludes a site by.
  init(_ exclusion: SiteExclusion) {
    self.init(
      rule: exclusion.rule, attribute: "",
      value: SiteValue(.text(exclusion.value), basis: .derived, source: "every plan of the scenario"),
      unit: "", limit: exclusion.limit, limitSource: "", isMissing: false, isOfPlan: true)
  }

  /// The same for a plan, where a site that is screened out is no candidate.
  func exclusion(siteID: String) -> SiteExclusion {
    SiteExclusion(
      siteID: siteID, rule: "screened out: \(rule)", value: Phrase(word: valueSentence),
      limit: Phrase(word: limit))
  }
}
