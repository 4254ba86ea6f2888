// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Siting

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

  /// A value set for a pattern of site attributes, as changes of one attribute each; any other change as it is.
  var singleAttributes: [Change] {
    guard verb == .set, path.count == 3, !path[2].isLiteral else { return [self] }
    let names = SiteAttribute.allCases.map(\.rawValue).filter { path[2].matches($0) }.sorted()
    guard !names.isEmpty else { return [self] }
    return names.map { name in
      var single = self
      single.path[2] = NamePattern(literal: name)
      return single
    }
  }
}
