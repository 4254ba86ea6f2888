// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension ScenarioAssembler {
  /// The changes of sites, as far as they can be read without the sites.
  func siteChanges() -> [(change: SiteChange, place: ChangePlace)] {
    let reader = SiteChangeReader(log: log)
    return changes.filter { $0.target == .site }.compactMap { change in
      reader.read(change).map { ($0, ChangePlace(change)) }
    }
  }

  /// The merged tree with what the products became, and with the changes that only the sites can make.
  func effectiveTree(_ blocks: ScenarioBlocks, _ products: HardwareFiles.Products) -> ConfigNode {
    guard var entries = tree.entries else { return tree }
    let late = products.deletions + blocks.siteChanges.map(\.change.node)
    entries["changes"] = late.isEmpty ? nil : ConfigNode(.array(late), origin: tree.origin)
    entries["skus"] =
      products.changedTables.isEmpty ? nil : ConfigNode(.table(products.changedTables), origin: tree.origin)
    return ConfigNode(.table(entries), origin: tree.origin)
  }
}
