// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Sites
import Testing

@testable import Results

@Suite("Bills of materials")
struct BillTests {
  /// The amounts of a line of a table at the low, middle and high level, added up in the order of the rows.
  private func amounts(_ table: ReportTable, line: LedgerLine, site: String? = nil) throws -> [Double] {
    func index(_ name: String) throws -> Int {
      try #require(table.columns.firstIndex { $0.name == name }, "\(name)")
    }
    let lineAt = try index("line")
    let siteAt = site == nil ? nil : try index("site_id")
    return try ["amount_low_eur", "amount_mid_eur", "amount_high_eur"].map { name in
      let at = try index(name)
      var sum = 0.0
      for row in table.rows where row[lineAt] == .text(line.rawValue) {
        if let siteAt, let site, row[siteAt] != .text(site) { continue }
        if case .number(let value) = row[at] { sum += value }
      }
      return sum
    }
  }

  @Test("Amounts of each line and site of a plan add up to the ledger of the site, to the cent and beyond")
  func plan() throws {
    let plan = try PlanFixture().plan
    let table = BillOfMaterialsTable.table(plan)
    for site in plan.chosen {
      let ledger = try #require(site.specification).ledger
      for line in LedgerLine.allCases {
        let amounts = try amounts(table, line: line, site: site.id)
        let band = ledger.amounts[line]
        #expect(amounts == (line.isCapital ? [band.low, band.mid, band.high] : [0, 0, 0]), "\(line)")
      }
      #expect(ledger.amounts.systems.mid == site.design?.capex.systemsEUR)
    }
    #expect(plan.chosen.count == 2)
  }

  @Test("So do those of a cluster without a site", arguments: SpecificationFixture.skuIDs)
  func cluster(skuID: String) throws {
    let specification = try SpecificationFixture(gpus: 20_000, skuID: skuID).specification
    let table = BillOfMaterialsTable.table(specification: specification)
    for line in LedgerLine.allCases where line.isCapital {
      let band = specification.ledger.amounts[line]
      #expect(try amounts(table, line: line) == [band.low, band.mid, band.high], "\(line)")
    }
    #expect(table.columns.first?.name == "line")
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test("Estimated quantities and money read as assumptions, and every row names its source")
  func labels() throws {
    let table = BillOfMaterialsTable.table(specification: try SpecificationFixture().specification)
    let names = table.columns.map(\.name)
    for name in ["quantity_basis", "money_basis"] {
      let at = try #require(names.firstIndex(of: name))
      for row in table.rows {
        #expect([.text("published"), .text("derived"), .text("assumption")].contains(row[at]))
      }
    }
    let source = try #require(names.firstIndex(of: "source"))
    #expect(table.rows.allSatisfy { $0[source] != .missing && $0[source] != .text("") })
    let money = try #require(names.firstIndex(of: "money"))
    let price = try #require(names.firstIndex(of: "unit_price_eur"))
    for row in table.rows {
      #expect((row[price] == .missing) == [.text("included"), .text("not_itemised")].contains(row[money]))
    }
  }
}
