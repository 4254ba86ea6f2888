// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

@Suite struct ShellCostTests {
  @Test(
    "The factor of a site raises the price of the building and no other number",
    arguments: [1, 1.015, 2, 0.5])
  func factor(factor: Double) throws {
    let sizer = try Fixture.sizer()
    let blocks = [
      ClusterBlock(skuID: "gb300-nvl72", scalableUnits: 3), ClusterBlock(skuID: "dgx-b300", scalableUnits: 2),
    ]
    let plain = try sizer.design(blocks: blocks, conditions: SiteConditions(pue: 1.2))
    let raised = try sizer.design(
      blocks: blocks, conditions: SiteConditions(pue: 1.2, shellCostFactor: factor))
    #expect(close(raised.capex.shellEUR, plain.capex.shellEUR * factor))
    #expect(raised.capex.itEUR == plain.capex.itEUR)
    #expect(raised.gridMW == plain.gridMW && raised.landHa == plain.landHa)
    for (a, b) in zip(raised.shares, plain.shares) {
      #expect(close(a.capex.shellEUR, b.capex.shellEUR * factor))
      #expect(a.capex.itEUR == b.capex.itEUR)
    }
  }

  @Test("A factor that no price can have is refused", arguments: [-0.1, 10.1, .nan, .infinity])
  func refused(factor: Double) throws {
    let sizer = try Fixture.sizer()
    #expect(throws: (any Error).self) {
      try sizer.design(
        blocks: [ClusterBlock(skuID: "dgx-b300", scalableUnits: 1)],
        conditions: SiteConditions(pue: 1.2, shellCostFactor: factor))
    }
  }
}
