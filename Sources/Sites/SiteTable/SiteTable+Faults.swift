// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension SiteTable {
  /// Most sites that are named for one attribute; of the others only the number is reported.
  private static let namedAtMost = 10

  /// Every value that planning would read and that no site can have, attribute by attribute.
  package func valueFaults() -> [Finding] {
    var faults: [Finding] = []
    for (name, unit, form) in Self.plannedForms {
      guard let column = column(name) else { continue }
      var named = [false: 0, true: 0]
      var others = named
      for (row, value) in column.values.enumerated() {
        guard let fault = form.fault(in: value.content, unit: unit) else { continue }
        guard named[fault.isWarning, default: 0] < Self.namedAtMost else {
          others[fault.isWarning, default: 0] += 1
          continue
        }
        named[fault.isWarning, default: 0] += 1
        faults.append(
          Finding(
            "\(name) \(fault.message); \(fault.hint)", feature: ids[row],
            severity: fault.isWarning ? .warning : .error))
      }
      for isWarning in [false, true] {
        guard let count = others[isWarning], count > 0 else { continue }
        faults.append(
          Finding(
            "\(name): \(count) more sites have values like these",
            severity: isWarning ? .warning : .error))
      }
    }
    return faults
  }

  /// Names, units and forms of all attributes that planning reads.
  private static let plannedForms: [(name: String, unit: String, form: SiteValueForm)] =
    SiteAttribute.allCases.map { ($0.rawValue, $0.unit, $0.form) }
    + SovereigntyFact.allCases.map { ($0.rawValue, "", $0.form) }
}
