// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct FabricFindingsTests {
  @Test("the published tables are sound", arguments: FabricFixture.skus)
  func sound(_ sku: HardwareSKU) { #expect(sku.findings() == []) }

  private func findings(_ sku: HardwareSKU, _ change: (inout FabricDesign) -> Void) -> [Finding] {
    var sku = sku
    if var design = sku.fabric {
      change(&design)
      sku.fabric = design
    }
    return sku.findings()
  }

  @Test func `a rail-aligned fabric needs its rails`() {
    let found = findings(Fixture.gb200) { $0.rails = nil }
    #expect(found.map(\.keyPath) == ["fabric.rails"])
    // 72 endpoints on two leaves of 32 ports down.
    let few = findings(Fixture.gb200) { $0.rails = Fixture.count(2) }
    #expect(few.map(\.keyPath) == ["fabric.rails"])
    #expect(few.first?.message.contains("state more rails") == true)
  }

  @Test func `a row must multiply`() {
    // The printed 9,216 for 1,296 nodes of eight.
    let printed = findings(Fixture.b300) { $0.published[4].gpus = 9_216 }
    #expect(printed.map(\.keyPath) == ["fabric.published"])
    #expect(printed.first?.message == "the row of 18 units has 9216 GPUs, but its systems hold 10368")
    #expect(findings(Fixture.b300) { $0.published[1].units = 3 }.count == 1)
    #expect(findings(Fixture.b300) { $0.published[1].leaf = 0 }.count == 1)
    #expect(findings(Fixture.b300) { $0.published[1].leafSpineCables = .max }.count == 1)
    #expect(findings(Fixture.b300) { $0.published.swapAt(0, 1) }.count == 1)
    #expect(findings(Fixture.b300) { $0.published[0].source = "" }.count == 1)
  }
}
