// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension SiteChange {
  /// Whether it sets published steps of power, which then need not follow from the power.
  var setsSteps: Bool {
    if case .set = verb { attributes.matches(SiteAttribute.powerSteps.rawValue) } else { false }
  }
}

extension SiteChange.Verb {
  /// What is done with a number; nil where it is replaced.
  var arithmetic: NumberChange? {
    switch self {
    case .set, .delete: nil
    case .multiply(let factor): .times(factor)
    case .add(let amount): .plus(amount)
    }
  }

  /// What no value was.
  var wanted: String {
    switch self {
    case .set: "there is nothing to set"
    case .multiply: "no number is known there to multiply"
    case .add: "no number is known there to add to"
    case .delete: "no value is known there"
    }
  }

  /// What to do then.
  var remedy: String {
    switch self {
    case .set: ""
    case .multiply, .add: "estimates are made later, from [estimates]; set the value instead"
    case .delete: "leave the change out"
    }
  }
}

extension SiteValue {
  /// The value after a change; nil where there is nothing to change.
  func changed(by verb: SiteChange.Verb) -> SiteValue? {
    switch verb {
    case .set(let content):
      return SiteValue(content, basis: .estimated, source: "set in the scenario by the planner")
    case .delete: return isMissing ? nil : .missing("deleted in the scenario by the planner")
    case .multiply, .add: break
    }
    guard let number, let arithmetic = verb.arithmetic else { return nil }
    if arithmetic.changesNothing { return self }
    var ends: [Double?] = [low, high]
    for index in ends.indices {
      if let end = ends[index] { ends[index] = arithmetic.result(end) }
    }
    if case .times(let factor) = arithmetic, factor < 0 { ends.swapAt(0, 1) }
    return SiteValue(
      .number(arithmetic.result(number)), basis: .estimated, source: arithmetic.source(after: source),
      low: ends[0],
      high: ends[1])
  }
}
