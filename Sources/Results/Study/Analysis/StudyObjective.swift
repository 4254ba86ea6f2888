// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What the cases of a study sought first, and how its amounts are shown.
package struct StudyObjective: Equatable {
  /// What counts, for example `discounted_cost_eur`.
  package var name: String
  /// Unit of the amounts in files.
  var unit: String
  /// Whether more is better.
  package var isMaximised: Bool
  /// Decimals that tell amounts of the cases apart.
  var decimals = 1

  /// Name for people, in lower case.
  package var label: String { RuleLabel.objectives[name] ?? name.replacing("_", with: " ") }
  /// Name for people at the start of a line.
  package var title: String { label.prefix(1).uppercased() + label.dropFirst() }
  /// Factor from the unit of files to the unit shown.
  package var scale: Double { unit == "EUR" ? 1e-6 : 1 }
  /// Unit shown.
  package var shownUnit: String { unit == "EUR" ? "MEUR" : unit }
  /// Name and unit for the head of a column or an axis.
  package var heading: String { shownUnit.isEmpty ? title : "\(title), \(shownUnit)" }

  /// An amount for people, without its unit.
  package func amount(_ value: Double) -> String { NumberText.grouped(value * scale, decimals: decimals) }
  /// An amount for people with its unit.
  package func text(_ value: Double) -> String {
    shownUnit.isEmpty ? amount(value) : "\(amount(value)) \(shownUnit)"
  }

  /// The same with as many decimals as tell amounts apart.
  func telling(apart values: [Double]) -> StudyObjective {
    var objective = self
    let spread = ((values.max() ?? 0) - (values.min() ?? 0)) * scale
    objective.decimals =
      spread >= 100 ? (unit == "EUR" ? 1 : 0) : spread >= 10 ? 1 : spread >= 1 || spread == 0 ? 2 : 4
    if spread == 0, unit == "EUR" { objective.decimals = 1 }
    return objective
  }
}
