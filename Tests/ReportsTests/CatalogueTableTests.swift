// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Scenarios
import TestSupport
import Testing

@testable import Views

@Suite("The catalogue for people and scripts")
struct CatalogueTableTests {
  @Test("Every published row of a fabric is shown with its source")
  func fabrics() throws {
    let paths = SpecificationFixture.skuIDs.map { "\(ArpentBinary.root)/models/hardware/\($0).toml" }
    let catalogue = try CatalogueReader().catalogue(paths)
    let text = CatalogueTable.text(catalogue)
    let json = try #require(CatalogueTable.json(catalogue).array)
    for (sku, entry) in zip(catalogue.skus, json) {
      let fabric = try #require(sku.fabric)
      #expect(entry["fabric"]?["rule"]?.string == fabric.rule.rawValue)
      let rows = try #require(entry["fabric"]?["rows"]?.array)
      #expect(rows.count == fabric.published.count)
      for (row, shown) in zip(fabric.published, rows) {
        #expect(shown["leaf"]?.int == row.leaf && shown["spine"]?.int == row.spine)
        #expect(shown["source"]?.string == row.source && !row.source.isEmpty)
        #expect(text.contains(row.source))
      }
    }
    #expect(text.contains("fabric.rule = rail-aligned, fabric.switch = QM9700"))
    // The maker's table: 16 units of GB200 have 1,040 switches: 512 + 384 + 144.
    #expect(text.contains("leaf 512, spine 384, core 144"))
  }
}
