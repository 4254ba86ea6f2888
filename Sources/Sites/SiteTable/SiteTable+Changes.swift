// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension SiteTable {
  /// A table with a planner's changes made in order. A changed number is an estimate of the planner's, and
  /// its source says what was done; its band goes along. Published steps of power go along with the power.
  ///
  /// - Parameter changes: Changes, each made in what the ones before it left.
  /// - Returns: The table, and for each change what it matched; one that matched nothing has a fault.
  /// - Throws: `Fault.wrongLength`, never for a consistent table.
  package func applying(
    _ changes: [SiteChange]
  ) throws(Fault) -> (table: SiteTable, outcomes: [SiteChangeOutcome]) {
    var table = self
    var outcomes: [SiteChangeOutcome] = []
    for change in changes {
      let ownSteps = changes.filter { $0.setsSteps }.map(\.sites)
      outcomes.append(try table.make(change, sitesWithOwnSteps: ownSteps))
    }
    return (table, outcomes)
  }

  private mutating func make(
    _ change: SiteChange, sitesWithOwnSteps: [NamePattern]
  ) throws(Fault) -> SiteChangeOutcome {
    var outcome = SiteChangeOutcome()
    let rows = ids.indices.filter { change.sites.matches(ids[$0]) }
    if rows.isEmpty {
      let near = change.sites.nearest(among: ids).map { "did you mean '\($0)'?" }
      outcome.fail(
        "matches nothing: no site is called '\(change.sites.text)'",
        hint: near ?? "the source holds \(count) sites")
      return outcome
    }
    let known = Set(columns.map(\.name)).union(SiteAttribute.allCases.map(\.rawValue))
    let names = known.filter { change.attributes.matches($0) }.sorted()
    if names.isEmpty {
      let near = change.attributes.nearest(among: known.sorted()).map { "did you mean '\($0)'?" }
      outcome.fail(
        "matches nothing: no site attribute is called '\(change.attributes.text)'",
        hint: near ?? "'arpent sites' shows the attributes")
      return outcome
    }
    if case .set = change.verb { for name in names { try addColumn(name) } }
    for row in rows {
      for name in names where column(name) != nil {
        let keepsSteps = sitesWithOwnSteps.contains { $0.matches(ids[row]) }
        make(change.verb, row: row, name: name, keepsSteps: keepsSteps, outcome: &outcome)
      }
    }
    if outcome.matches.isEmpty, outcome.faults.isEmpty {
      outcome.fail("matches nothing: \(change.verb.wanted)", hint: change.verb.remedy)
    }
    return outcome
  }

  private mutating func addColumn(_ name: String) throws(Fault) {
    guard column(name) == nil, let attribute = SiteAttribute(rawValue: name) else { return }
    let empty = Array(repeating: SiteValue.missing("not in the site source"), count: count)
    try set(Column(name: name, unit: attribute.unit, values: empty))
  }

  private mutating func make(
    _ verb: SiteChange.Verb, row: Int, name: String, keepsSteps: Bool, outcome: inout SiteChangeOutcome
  ) {
    let old = value(name, row: row)
    guard let new = old.changed(by: verb) else { return }
    if let fault = Self.fault(new, name) {
      outcome.fail("site '\(ids[row])': \(name) \(fault)")
      return
    }
    set(new, column: name, row: row)
    outcome.matches.append(
      SiteChangeOutcome.Match(siteID: ids[row], attribute: name, old: old.content, new: new.content))
    guard name == SiteAttribute.powerMaxMW.rawValue, new != old, !keepsSteps else { return }
    moveSteps(verb, row: row, outcome: &outcome)
  }

  /// What is wrong with a number after a change; its range is asked for when all changes are made.
  private static func fault(_ value: SiteValue, _ name: String) -> String? {
    guard let number = value.number else { return nil }
    if !number.isFinite { return "would be \(number)" }
    guard case .number(let range, _, _, let list)? = SiteAttribute(rawValue: name)?.form,
      range.contains(number) || !list.isEmpty,
      let fault = SiteAttribute(rawValue: name)?.form.fault(in: value.content)
    else { return nil }
    return "would be\(fault.message.dropFirst(2)); \(fault.hint)"
  }

  /// Takes the published steps of power along with the power that they lead to. A power that was set has no
  /// steps.
  private mutating func moveSteps(_ verb: SiteChange.Verb, row: Int, outcome: inout SiteChangeOutcome) {
    let name = SiteAttribute.powerSteps.rawValue
    let old = value(name, row: row)
    guard let text = old.text else { return }
    var new = SiteValue.missing("the planner set another power")
    if let steps = SiteValueForm.steps(in: text), let arithmetic = verb.arithmetic {
      let moved = steps.map { (year: $0.year, powerMW: arithmetic.result($0.powerMW)) }
      if moved.contains(where: { $0.powerMW < 0 }) {
        outcome.fail(
          "site '\(ids[row])': a step of power_steps, \(text), would be negative",
          hint: "set power_steps as well")
        return
      }
      let written = moved.map { "\($0.year):\(NumberText.plain($0.powerMW))" }.joined(separator: ";")
      new = SiteValue(.text(written), basis: .estimated, source: arithmetic.source(after: old.source))
    }
    set(new, column: name, row: row)
    outcome.matches.append(
      SiteChangeOutcome.Match(siteID: ids[row], attribute: name, old: old.content, new: new.content))
  }
}
