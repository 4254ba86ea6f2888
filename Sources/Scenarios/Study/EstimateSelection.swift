// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// `[estimates]`: which estimated figures of the scenario are factors of a study, by their keys.
package struct EstimateSelection: Sendable, Equatable {
  /// Patterns of keys that are taken; `*` also stands for dots.
  package var include: [NamePattern]
  /// Patterns of keys that are left out again.
  package var exclude: [NamePattern]

  /// Estimated figures by their keys.
  package init(include: [NamePattern] = [NamePattern(pattern: "*")], exclude: [NamePattern] = []) {
    self.include = include
    self.exclude = exclude
  }

  /// Whether a figure is a factor.
  package func takes(_ key: String) -> Bool {
    include.contains { $0.matches(key) } && !exclude.contains { $0.matches(key) }
  }

  /// Reads `[estimates]`; nil where there is none.
  init?(_ table: ConfigTable) {
    guard table.isPresent else { return nil }
    self.init()
    if table.node("include") != nil {
      include = table.texts("include", mayBeEmpty: false).map { NamePattern(pattern: $0.text) }
    }
    exclude = table.texts("exclude").map { NamePattern(pattern: $0.text) }
  }
}
