// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

extension ConfigTable {
  /// Limits by name, such as `{ "AVELIN" = { 2027 = 400 } }`; names are held against the sites where the
  /// rules are compiled.
  func namedLimits(_ key: String, _ range: NumberRange, penaltyUnit unit: String) -> [String: YearlyLimit] {
    let table = table(key)
    var limits: [String: YearlyLimit] = [:]
    for name in table.keys {
      guard let node = table.node(name) else { continue }
      limits[name] = table.limit(name, node, range, penaltyUnit: unit)
    }
    return limits
  }
}
