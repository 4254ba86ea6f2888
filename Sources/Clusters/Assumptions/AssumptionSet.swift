// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Figures of one discipline that a planner may replace one by one.
package protocol AssumptionSet: FieldSet, Equatable, Codable {
  /// The defaults, each with its source.
  static var file: AssumptionFile<Self> { get }
  /// A set without figures, for its file to fill.
  init(unread: Void)
}

extension AssumptionSet {
  /// The defaults.
  package init() { self = Self.file.defaults }

  /// Name of the set, the table of a scenario that holds it, for example `power`.
  package static var name: String { file.name }

  package static var fields: [Field<Self>] { file.fields }

  /// Every fault of a figure; the file of each finding is the name of the set.
  package func findings() -> [Finding] {
    Self.file.faults.map { Finding($0, in: Self.name, key: "defaults") }
      + findings(owner: Self.name)
  }
}

extension FieldSet {
  /// Every fault of a figure on its own: wrong unit, not finite, out of range, crossed band, no source. Empty
  /// for a sound set.
  ///
  /// - Parameter owner: The set or product, as findings name it.
  func findings(owner: String) -> [Finding] {
    var check = QuantityCheck(owner: owner)
    for field in Self.fields { check.check(field, of: self) }
    return check.findings
  }
}
