// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Holds the parameters of a screening against the table they speak of.
struct ScreeningChecks {
  var table: SiteTable
  var parameters: ScreeningParameters

  /// What the values of an attribute are; nil where every one is missing.
  private enum Kind {
    case number
    case text
  }

  /// Everything that makes the screening impossible, rules first.
  func faults() -> [Finding] {
    attributeFaults() + repeated(parameters.rules.map { ($0.name, $0.place) }, what: "rule")
      + repeated(parameters.scores.map { ($0.name, $0.place) }, what: "score") + rangeFaults()
  }

  /// Rules and scores that do not fit the attributes of the table, rules first.
  func attributeFaults() -> [Finding] {
    parameters.rules.flatMap(faults) + parameters.scores.flatMap(faults)
  }

  private func faults(of rule: ScreeningRule) -> [Finding] {
    let subject = "screening rule '\(rule.name)'"
    guard let column = table.column(rule.attribute) else {
      return [unknown(rule.attribute, subject: subject, place: rule.place)]
    }
    if rule.limit.isEmpty {
      return [
        Finding(
          at: rule.place, "\(subject) has no limit",
          hint: "add min, max, equals, one_of or not_one_of")
      ]
    }
    let (numbers, texts) = (rule.limit.asksForNumbers, rule.limit.asksForTexts)
    if numbers, texts {
      return [
        Finding(at: rule.place, "\(subject) compares with numbers and texts at once")
      ]
    }
    switch kind(of: column) {
    case .text where numbers:
      return [
        Finding(
          at: rule.place,
          "\(subject) compares with a number, but '\(rule.attribute)' is a text, for example "
            + example(column),
          hint: "use equals, one_of or not_one_of with texts in quotes")
      ]
    case .number where texts:
      return [
        Finding(
          at: rule.place,
          "\(subject) compares with a text, but '\(rule.attribute)' is a number, for example "
            + example(column),
          hint: "use min or max, or write the numbers without quotes")
      ]
    case .number, .text, nil: return []
    }
  }

  private func faults(of score: ScreeningScore) -> [Finding] {
    let subject = "screening score '\(score.name)'"
    guard let column = table.column(score.attribute) else {
      return [unknown(score.attribute, subject: subject, place: score.place)]
    }
    guard case .text = kind(of: column) else { return [] }
    return [
      Finding(
        at: score.place,
        "\(subject) needs numbers, but '\(score.attribute)' is a text, for example \(example(column))",
        hint: "only rules can compare texts")
    ]
  }

  private func unknown(_ attribute: String, subject: String, place: Finding.Place) -> Finding {
    let known = table.columns.map(\.name).sorted()
    let hint =
      nearestName(to: attribute, among: known).map { "did you mean '\($0)'?" }
      ?? (known.isEmpty
        ? "the sites have no attributes" : "the sites have: \(known.joined(separator: ", "))")
    return Finding(at: place, "\(subject): there is no site attribute '\(attribute)'", hint: hint)
  }

  /// Numbers as soon as one value is a number, so that a stray text in a column of numbers counts as missing.
  private func kind(of column: SiteTable.Column) -> Kind? {
    var kind: Kind?
    for value in column.values {
      if value.number != nil { return .number }
      if value.text != nil { kind = .text }
    }
    return kind
  }

  /// The first value that there is.
  private func example(_ column: SiteTable.Column) -> String {
    column.values.first { !$0.isMissing }.map { ScreeningText.value($0, unit: column.unit) } ?? "none"
  }

  private func repeated(_ names: [(name: String, place: Finding.Place)], what: String) -> [Finding] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0.name).inserted }.map { name, place in
      Finding(at: place, "two screening \(what)s are called '\(name)'", hint: "give each its own name")
    }
  }

  /// Parameters that no scenario file can hold, for callers in Swift.
  private func rangeFaults() -> [Finding] {
    func fault(_ place: Finding.Place, _ message: String) -> Finding {
      Finding(at: place, message)
    }
    var faults: [Finding] = []
    if parameters.top < 1 { faults.append(fault(Finding.Place(), "screening.top must be at least 1")) }
    if parameters.samples < 1 {
      faults.append(fault(Finding.Place(), "screening.samples must be at least 1"))
    }
    for score in parameters.scores {
      if !(score.weight > 0 && score.weight.isFinite) {
        faults.append(fault(score.place, "screening score '\(score.name)': the weight must be above 0"))
      }
      if !(0...1).contains(score.missing) {
        faults.append(fault(score.place, "screening score '\(score.name)': missing must be from 0 to 1"))
      }
      if case .minMax(let low, let high) = score.scale {
        let isFinite = [low, high].allSatisfy { $0?.isFinite ?? true }
        if !isFinite || (low ?? -.infinity) >= (high ?? .infinity) {
          faults.append(fault(score.place, "screening score '\(score.name)': low must lie below high"))
        }
      }
    }
    let groups = Set(parameters.scores.compactMap(\.group))
    for (group, weight) in parameters.groupWeights.sorted(by: { $0.key < $1.key }) {
      if !(weight > 0 && weight.isFinite) {
        faults.append(fault(Finding.Place(), "screening group '\(group)': the weight must be above 0"))
      }
      if !groups.contains(group) {
        faults.append(fault(Finding.Place(), "no screening score is in group '\(group)'"))
      }
    }
    return faults
  }
}
