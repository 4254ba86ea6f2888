// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What an attribute that planning reads may hold. It is asked of every value, whichever way it came: from a
/// table of sites, a layer, a scenario, `--set`.
package enum SiteValueForm: Sendable, Equatable {
  /// A number of the range; a whole one, or one of a list, where that is said.
  case number(ClosedRange<Double>, excludesLowest: Bool = false, isWhole: Bool = false, oneOf: [Double] = [])
  /// One of the words.
  case word([String])
  /// One of the words; another has no effect, which is a warning.
  case wordOrOther([String])
  /// ISO 3166-1 codes divided by bars, or `unknown`.
  case countries
  /// Years and MW, as in `2027:240;2029:700`.
  case powerSteps
  /// The code of a French département.
  case departement
  /// Any text.
  case text

  /// What is wrong with a value.
  package struct Fault: Error, Sendable, Equatable {
    /// What is wrong, without the name of the attribute.
    package var message: String
    /// What to do.
    package var hint: String
    /// Whether planning can go on.
    package var isWarning = false
  }

  /// Whether it is a form of numbers.
  package var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// What is wrong with a value; nil when nothing is, and for a missing one.
  ///
  /// - Parameter unit: Unit of the attribute's numbers, for the message.
  package func fault(in content: SiteValue.Content, unit: String = "") -> Fault? {
    switch content {
    case .missing: nil
    case .number(let number): fault(in: number, unit: unit)
    case .text(let text): fault(in: text)
    }
  }

  private func fault(in number: Double, unit: String) -> Fault? {
    guard case .number(let range, let excludesLowest, let isWhole, let list) = self else {
      return fault(in: NumberText.plain(number))
    }
    let text = NumberText.plain(number)
    if !list.isEmpty, !list.contains(number) {
      let valid = list.map(NumberText.plain).joined(separator: ", ")
      return Fault(message: "is \(text), which is no voltage of the French grid", hint: "valid: \(valid)")
    }
    guard range.contains(number), !(excludesLowest && number == range.lowerBound) else {
      let (low, high) = (NumberText.plain(range.lowerBound), NumberText.plain(range.upperBound))
      let words = excludesLowest ? "above \(low) and at most \(high)" : "\(low) to \(high)"
      return Fault(
        message: "is \(text)", hint: "wanted \(words)\(unit.isEmpty || unit == "year" ? "" : " \(unit)")")
    }
    if isWhole, number != number.rounded() {
      return Fault(message: "is \(text), which is no whole year", hint: "write a year such as 2029")
    }
    return nil
  }

  private func fault(in text: String) -> Fault? {
    let message = "is '\(text)'"
    switch self {
    case .text: return nil
    case .number:
      return Fault(message: "\(message), which is not a number", hint: PlainNumber.hint(for: text))
    case .word(let words):
      return words.contains(text) ? nil : Fault(message: message, hint: Self.choice(text, words))
    case .wordOrOther(let words):
      if words.contains(text) { return nil }
      return Fault(
        message: "\(message), which no rule knows", hint: Self.choice(text, words), isWarning: true)
    case .countries:
      return CountryCodes.isList(text) ? nil : Fault(message: message, hint: CountryCodes.hint(text))
    case .powerSteps:
      guard Self.steps(in: text) == nil else { return nil }
      return Fault(message: message, hint: "write years and MW, for example \"2027:240;2029:700\"")
    case .departement:
      if Self.isDepartement(text) { return nil }
      let padded = Self.isDepartement("0" + text) ? "; here \"0\(text)\"" : ""
      return Fault(
        message: "\(message), which is no code of a département",
        hint: "write the INSEE code as a text, for example \"01\", \"2A\" or \"974\"\(padded)")
    }
  }

  private static func choice(_ text: String, _ words: [String]) -> String {
    let near = nearestName(to: text, among: words).map { "did you mean '\($0)'? " } ?? ""
    return near + "valid: \(words.joined(separator: ", "))"
  }

  /// Steps such as `2026:120;2027:240`, ascending by year; nil when any part is malformed or a year comes
  /// twice.
  package static func steps(in text: String) -> [(year: Int, powerMW: Double)]? {
    var steps: [(year: Int, powerMW: Double)] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let pair = part.split(separator: ":", omittingEmptySubsequences: false)
      guard pair.count == 2, let year = Int(pair[0]), (2_000...2_100).contains(year),
        let power = PlainNumber.value(pair[1]), (0...20_000).contains(power),
        !steps.contains(where: { $0.year == year })
      else { return nil }
      steps.append((year, power))
    }
    return steps.sorted { $0.year < $1.year }
  }

  /// 01 to 95 with 2A and 2B for 20, and the codes of overseas France.
  private static func isDepartement(_ text: String) -> Bool {
    if ["2A", "2B", "971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"].contains(
      text)
    {
      return true
    }
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text)
    else {
      return false
    }
    return (1...95).contains(number) && number != 20
  }
}
