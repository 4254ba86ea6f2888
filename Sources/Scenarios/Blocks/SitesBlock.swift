// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// `[sites]`: where the candidate sites come from, which of them are decided already, and what the planner
/// knows better.
struct SitesBlock {
  var main: SiteSourceTable
  /// Further tables of sites.
  var added: [SiteSourceTable]
  /// Authority code of the projected system in which distances and areas are measured; nil for the one that
  /// suits the sites.
  var measureCRS: String?
  var forceIn: [LocatedText]
  var forceOut: [LocatedText]
  var overrides: [SiteOverride] = []
  /// Tables `[sites.<id>]` with the place where they stand.
  var overridden: [LocatedText] = []

  /// Keys of the block that are no site.
  static let ownKeys = Set(TableShape { _ = SitesBlock($0) }.names)

  init(_ table: ConfigTable) {
    main = SiteSourceTable(table)
    added = table.tables("add", example: "{ source = \"more.csv\", crs = \"EPSG:4326\" }").map {
      SiteSourceTable($0)
    }
    measureCRS = table.referenceCode("measure_crs")
    forceIn = table.texts("force_in")
    forceOut = table.texts("force_out")
    for site in forceOut where forceIn.contains(where: { $0.text == site.text }) {
      table.finding("force_out", site.node, "'\(site.text)' is in force_in as well")
    }
    readOverrides(table)
  }

  /// Every table in the block that is not one of its keys is a site.
  private mutating func readOverrides(_ table: ConfigTable) {
    for id in table.keys where table.isProbe || !Self.ownKeys.contains(id) {
      guard let node = table.siteNode(id) else { continue }
      overridden.append(LocatedText(text: id, node: node))
      let site = table.subtable(id, node)
      for attribute in SiteAttribute.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
        guard let content = SiteAttributeReader(table: site).content(of: attribute) else { continue }
        overrides.append(SiteOverride(siteID: id, attribute: attribute, content: content))
      }
    }
  }
}

extension ConfigTable {
  /// The value of a key if it is a table; anything else stays an unknown key.
  fileprivate func siteNode(_ key: String) -> ConfigNode? {
    entry(key)?.entries == nil ? nil : node(key)
  }
}
