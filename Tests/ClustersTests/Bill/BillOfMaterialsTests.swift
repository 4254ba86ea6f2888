// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct BillOfMaterialsTests {
  static func item(
    _ line: LedgerLine, _ name: String, _ quantity: Double, _ price: Double?, _ basis: Basis = .published
  ) -> BillItem {
    BillItem(
      line: line, item: name, quantity: quantity, unit: "piece", basis: basis, source: "test",
      unitPriceEUR: price)
  }

  /// The amounts of a line added up in the order of the rows, by the test itself.
  static func sum(_ bill: BillOfMaterials, _ line: LedgerLine, _ level: PriceLevel) -> Double {
    var sum = 0.0
    for row in bill.rows where row.item.line == line { sum += row.amountEUR[level] }
    return sum
  }

  @Test func theRowsOfEveryLineAddUpToTheLedgerExactly() throws {
    var stream = MoneyFixture.Stream(state: 7)
    let capital = LedgerLine.allCases.filter(\.isCapital)
    for round in 0..<300 {
      let blocks = [
        ClusterBlock(skuID: "gb300-nvl72", scalableUnits: Int.random(in: 1...300, using: &stream)),
        ClusterBlock(skuID: "dgx-b200", scalableUnits: Int.random(in: 0...90, using: &stream)),
      ]
      let ledger = try MoneyFixture.ledger(blocks)
      var items: [BillItem] = []
      for index in 0..<Int.random(in: 0...60, using: &stream) {
        let line = capital[Int.random(in: 0..<capital.count, using: &stream)]
        let price: Double? =
          Bool.random(using: &stream) ? Double.random(in: 0...1e7, using: &stream) : nil
        let quantity = Double.random(in: 0...1e4, using: &stream).rounded()
        items.append(Self.item(line, "item \(index)", quantity, price))
      }
      let bill = try BillOfMaterials(items: items, ledger: ledger)
      for level in PriceLevel.allCases {
        var total = 0.0
        for line in capital {
          let sum = Self.sum(bill, line, level)
          #expect(sum == ledger.amounts[line][level], "round \(round), \(line), \(level)")
          total += sum
        }
        #expect(total == ledger.capitalEUR[level])
        #expect(bill.totalEUR[level] == total)
      }
      #expect(bill.rows.allSatisfy { $0.amountEUR.low >= 0 && $0.amountEUR.low <= $0.amountEUR.mid + 1 })
      let order = bill.rows.compactMap { capital.firstIndex(of: $0.item.line) }
      #expect(order == order.sorted())
    }
  }

  /// 275.2 M for 80 racks is the price of a rack times 80; network 26,419,200 shared 3 to 1.
  @Test func moneyFollowsQuantityTimesPrice() throws {
    let ledger = try MoneyFixture.ledger()
    let bill = try BillOfMaterials(
      items: [
        Self.item(.network, "leaf switch", 30, 100_000), Self.item(.network, "cable tray", 5, nil),
        Self.item(.network, "cable", 1_000, 1_000), Self.item(.systems, "gb300-nvl72", 80, 3_440_000),
      ], ledger: ledger)
    #expect(bill.rows.prefix(4).map(\.item.item) == ["gb300-nvl72", "leaf switch", "cable tray", "cable"])
    #expect(bill.rows[0].money == .price)
    #expect(close(try #require(bill.rows[0].unitPriceEUR).mid, 3_440_000))
    #expect(bill.rows[0].money == .price)
    let network = ledger.amounts.network.mid
    #expect(abs(bill.rows[1].amountEUR.mid - network * 0.75) <= 1)
    #expect(abs(bill.rows[3].amountEUR.mid - network * 0.25) <= 1)
    #expect(bill.rows[1].money == .budgetShare)
    #expect(bill.rows[1].money != .price)
    #expect(bill.rows[2].money == .included)
    #expect(bill.rows[2].amountEUR == ValueBand(0))
    #expect(bill.rows[2].unitPriceEUR == nil)
  }

  @Test func aLineWithoutPricedItemsKeepsItsBudgetInOneRow() throws {
    let ledger = try MoneyFixture.ledger()
    let bill = try BillOfMaterials(items: [Self.item(.cooling, "pump", 12, nil)], ledger: ledger)
    let cooling = bill.rows.filter { $0.item.line == .cooling }
    #expect(cooling.map(\.money) == [.included, .notItemised])
    #expect(cooling[1].amountEUR == ledger.amounts.cooling)
    #expect(cooling[1].item.item == "cooling, not itemised")
    #expect(bill.rows.filter { $0.item.line == .land }.map(\.money) == [.notItemised])
    #expect(bill.totalEUR == ledger.capitalEUR)
  }

  @Test func estimatesAreCalledAssumptions() throws {
    let ledger = try MoneyFixture.ledger()
    let bill = try BillOfMaterials(
      items: [
        Self.item(.storage, "storage server", 9, 50_000, .estimated),
        Self.item(.network, "leaf switch", 9, 50_000),
      ],
      ledger: ledger)
    let storage = try #require(bill.rows.first { $0.item.line == .storage })
    #expect(storage.quantityLabel == "assumption")
    #expect(storage.moneyLabel == "assumption")
    let network = try #require(bill.rows.first { $0.item.line == .network })
    #expect(network.quantityLabel == "published")
  }

  @Test func itemsOfQuantityZeroAreLeftOut() throws {
    let bill = try BillOfMaterials(
      items: [Self.item(.network, "core switch", 0, 9), Self.item(.network, "leaf switch", 1, 9)],
      ledger: MoneyFixture.ledger())
    #expect(bill.rows.filter { $0.item.line == .network }.map(\.item.item) == ["leaf switch"])
  }

  @Test func badItemsAreRefusedWithTheReason() throws {
    let ledger = try MoneyFixture.ledger()
    func expect(_ item: BillItem, _ error: SizingError) {
      #expect(throws: error) { try BillOfMaterials(items: [item], ledger: ledger) }
    }
    expect(Self.item(.network, "a", .nan, 1), .notFinite("quantity of 'a'"))
    expect(Self.item(.network, "a", -1, 1), .negative("quantity of 'a'", -1))
    expect(Self.item(.network, "a", 1, -2), .negative("price of 'a' in EUR", -2))
    expect(Self.item(.network, "a", 1, .infinity), .notFinite("price of 'a' in EUR"))
    expect(Self.item(.network, "a", 1e300, 1), .outOfRange("quantity of 'a'", 1e300, allowed: 0...1e15))
    #expect(throws: SizingError.yearlyLine(item: "a", line: .energy)) {
      try BillOfMaterials(items: [Self.item(.energy, "a", 1, 1)], ledger: ledger)
    }
  }
}
