// SPDX-License-Identifier: GPL-3.0-or-later

/// Meaning of a row of the model: which rule, where, when.
package struct RowKey: Sendable, Equatable, Hashable {
  /// Which kind of rule.
  package var kind: RuleKind
  /// Site, zone, region or sku it speaks of; empty for the whole plan.
  package var scope: String
  /// Calendar year; nil for the whole horizon.
  package var year: Int?

  /// Meaning of a row.
  package init(_ kind: RuleKind, scope: String = "", year: Int? = nil) {
    self.kind = kind
    self.scope = scope
    self.year = year
  }

  /// Meaning of the row of a linear rule; its name travels in the scope.
  package init(linear rule: LinearRule) {
    let parts = [rule.name, rule.scope].filter { !$0.isEmpty }
    self.init(rule.kind, scope: parts.joined(separator: ": "), year: rule.year)
  }
}
