// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// What a change speaks of.
enum ChangeTarget {
  /// The scenario itself.
  case scenario
  /// An attribute of sites.
  case site
  /// A key of products.
  case product
}

extension Change {
  /// What the change speaks of.
  var target: ChangeTarget {
    guard path.count > 2, let first = path.first, first.isLiteral else { return .scenario }
    if first.text == "skus" { return .product }
    let isSite = first.text == "sites" && path.count == 3 && !SitesBlock.ownKeys.contains(path[1].text)
    return isSite ? .site : .scenario
  }

  /// A value set for a pattern of site attributes, as changes of one attribute each; any other change as it
  /// is.
  ///
  /// `sites.x.power_mw*=1.2` multiplies: its last `*` belongs to the sign. As there is no attribute
  /// `power_mw`, every attribute that begins so is meant.
  var singleAttributes: [Change] {
    guard path.count == 3 else { return [self] }
    let names = SiteAttribute.allCases.map(\.rawValue)
    if verb == .multiply, path[2].isLiteral, !names.contains(path[2].text) {
      let pattern = NamePattern(pattern: path[2].text + "*")
      guard names.contains(where: { pattern.matches($0) }) else { return [self] }
      var wide = self
      wide.path[2] = pattern
      return [wide]
    }
    guard verb == .set, !path[2].isLiteral else { return [self] }
    let meant = names.filter { path[2].matches($0) }.sorted()
    guard !meant.isEmpty else { return [self] }
    return meant.map { name in
      var single = self
      single.path[2] = NamePattern(literal: name)
      return single
    }
  }
}
