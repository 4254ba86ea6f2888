// SPDX-License-Identifier: GPL-3.0-or-later

/// What a planner's change does with a number.
package enum NumberChange: Sendable, Equatable {
  /// Multiplies it.
  case times(Double)
  /// Adds to it, in its unit.
  case plus(Double)

  /// Whether it changes no number.
  package var changesNothing: Bool { self == .times(1) || self == .plus(0) }

  /// The number after the change.
  package func result(_ value: Double) -> Double {
    switch self {
    case .times(let factor): value * factor
    case .plus(let amount): value + amount
    }
  }

  /// Source of a changed number: where it came from and what was done with it, for example
  /// `press x 1.2 in the scenario`.
  ///
  /// - Parameter old: Source of the number before. Changes that it names already are kept, in their order.
  package func source(after old: String) -> String {
    let ending = " in the scenario"
    let isChanged = old.hasSuffix(ending) && old != "set" + ending
    let start = isChanged ? String(old.dropLast(ending.count)) : old
    return switch self {
    case .times(let factor): "\(start) x \(NumberText.plain(factor))\(ending)"
    case .plus(let amount): "\(start) \(amount < 0 ? "-" : "+") \(NumberText.plain(abs(amount)))\(ending)"
    }
  }
}
