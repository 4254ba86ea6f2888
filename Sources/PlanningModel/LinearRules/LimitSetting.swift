// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

/// A number or an entry of a scenario that a rule rests on and that a planner could relax: where it stands
/// and what may be written there. Several rules may rest on one, such as a target that later years carry
/// forward.
package struct LimitSetting: Sendable, Hashable, Codable {
  /// How it is relaxed.
  package enum Form: Sendable, Hashable, Codable {
    /// By another whole number.
    case whole
    /// By another whole number of EUR.
    case eur
    /// By another share.
    case share
    /// By another number.
    case number
    /// By leaving it out.
    case removal
    /// By taking this text out of a list.
    case element(String)
  }

  /// Keys from the top of the scenario.
  package var path: [String]
  /// How it is relaxed.
  package var form: Form
  /// The number that is written; 0 where none is.
  package var value: Double
  /// Smallest number that makes sense there.
  package var lowest: Double
  /// Largest number that makes sense there.
  package var highest: Double

  /// A number or an entry of a scenario.
  package init(
    _ path: [String], form: Form, value: Double = 0, lowest: Double = 0,
    highest: Double = .greatestFiniteMagnitude
  ) {
    self.path = path
    self.form = form
    self.value = value
    self.lowest = lowest
    self.highest = highest
  }

  /// What tells it from all others: its path, and for an entry of a list that entry.
  package var key: [String] {
    if case .element(let text) = form { return path + [text] }
    return path
  }

  /// Whether it is left out and not changed to another number.
  package var isRemoval: Bool {
    switch form {
    case .removal, .element: true
    case .whole, .eur, .share, .number: false
    }
  }

  /// What rules of one kind share of the path: those are given up together before others are tried.
  package var kind: [String] { Array(path.prefix(path.first == "rule" || path.first == "logic" ? 1 : 2)) }

  /// A number on the safe side that can be written: upwards for an upper limit, downwards for a lower one.
  package func rounded(_ exact: Double, isLowerBound: Bool) -> Double {
    var perStep = 1.0
    switch form {
    case .whole, .eur, .removal, .element: break
    case .share: perStep = 10_000
    case .number:
      // Six digits, as many as a planner can mean.
      while exact.magnitude * perStep < 1e5, perStep < 1e6 { perStep *= 10 }
    }
    // A millionth of a step is rounding of the sum itself.
    let steps = exact * perStep
    return (isLowerBound ? (steps + 1e-6).rounded(.down) : (steps - 1e-6).rounded(.up)) / perStep
  }
}

/// A relaxation of one setting, as it can be written.
package struct Relaxation: Sendable, Hashable, Codable {
  /// What is relaxed.
  package var setting: LimitSetting
  /// The number to write; of no meaning where something is left out.
  package var value: Double

  /// A relaxation of one setting.
  package init(_ setting: LimitSetting, value: Double = 0) {
    self.setting = setting
    self.value = value
  }

  /// The change as `--set` takes it.
  package var argument: String {
    let path = setting.path.map(TOMLText.key).joined(separator: ".")
    switch setting.form {
    case .removal: return "\(path)=null"
    case .element(let text): return "\(path)-=\(TOMLText.quoted(text))"
    case .whole, .eur, .share, .number: return "\(path)=\(Self.number(value))"
    }
  }

  /// The change as it is typed in a shell.
  package var command: String { Self.command(argument) }

  /// A change as `--set` takes it, as it is typed in a shell.
  package static func command(_ argument: String) -> String {
    // A quote ends the quoted part, stands escaped by itself, and a new part begins.
    let safe = argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    return "--set '\(safe)'"
  }

  /// By how much it changes the setting in proportion to its size; a thing left out counts as the whole of
  /// it.
  package var price: Double {
    if setting.isRemoval { return 1 }
    let change = (value - setting.value).magnitude
    return setting.form == .share ? change : change / max(1, setting.value.magnitude)
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
  }

  /// Whether it asks for as little as another one of the same setting, or less.
  package func asksNoMore(than other: Relaxation) -> Bool {
    guard setting.key == other.setting.key else { return false }
    return (value - setting.value).magnitude <= (other.value - other.setting.value).magnitude
  }
}
