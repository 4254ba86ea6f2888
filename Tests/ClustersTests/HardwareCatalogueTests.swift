// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct HardwareCatalogueTests {
  @Test func productsAreSortedById() throws {
    #expect(try HardwareCatalogue(Fixture.all).ids == ["dgx-b200", "dgx-b300", "gb200-nvl72", "gb300-nvl72"])
    #expect(try HardwareCatalogue(Fixture.all) == HardwareCatalogue(Fixture.all.reversed()))
  }

  @Test func unknownIdNamesTheNearest() throws {
    let catalogue = try HardwareCatalogue(Fixture.all)
    #expect(
      throws: CatalogueError.unknownSKU("gb300-nvl27", nearest: "gb300-nvl72", known: catalogue.ids)
    ) { try catalogue.sku("gb300-nvl27") }
    let error = #expect(throws: CatalogueError.self) { try catalogue.sku("hgx-b200") }
    #expect(try #require(error).description.contains("did you mean 'dgx-b200'"))
    let far = #expect(throws: CatalogueError.self) { try catalogue.sku("abacus") }
    #expect(try #require(far).description.contains("the catalogue holds dgx-b200, dgx-b300"))
  }

  @Test func emptyAndDoubleAreRefused() {
    #expect(throws: CatalogueError.empty) { try HardwareCatalogue([]) }
    #expect(throws: CatalogueError.duplicateID("dgx-b200")) {
      try HardwareCatalogue([Fixture.b200, Fixture.gb200, Fixture.b200])
    }
  }

  @Test func soundProductsHaveNoFindings() {
    for sku in Fixture.all { #expect(sku.findings().isEmpty, "\(sku.findings())") }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let key: String
    let spoil: @Sendable (inout HardwareSKU) -> Void
    var testDescription: String { key }
  }

  @Test(arguments: [
    Fault(key: "sku.id") { $0.id = "GB300" },
    Fault(key: "sku.name") { $0.name = "" },
    Fault(key: "system.gpus") { $0.system.gpus.value = 72.5 },
    Fault(key: "system.gpus") { $0.system.gpus.value = 0 },
    Fault(key: "system.cpus") { $0.system.cpus.value = .nan },
    Fault(key: "system.systems_per_rack") { $0.system.systemsPerRack.value = 2 },
    Fault(key: "scalable_unit.gpus") { $0.scalableUnit.gpus.value = 577 },
    Fault(key: "scalable_unit.racks") { $0.scalableUnit.racks.value = 7 },
    Fault(key: "scalable_unit.power_mw") { $0.scalableUnit.powerMW?.value = -1 },
    Fault(key: "power.provisioning_kw") { $0.power.provisioningKW.unit = "W" },
    Fault(key: "power.provisioning_kw") { $0.power.provisioningKW.value = .infinity },
    Fault(key: "power.provisioning_kw") { $0.power.provisioningKW.high = 100 },
    Fault(key: "power.provisioning_kw") { $0.power.provisioningKW.source = "" },
    Fault(key: "power.typical_kw") { $0.power.typicalKW?.low = 500 },
    Fault(key: "cooling.liquid_share") { $0.cooling.liquidShare.value = 1.1 },
    Fault(key: "cooling.supply_min_c") { $0.cooling.supplyMinimumC?.value = 50 },
    Fault(key: "cooling.flow_rule") { $0.cooling.flowRule = nil },
    Fault(key: "memory.usable_gb_per_gpu") { $0.memory.usableGB?.value = -3 },
    Fault(key: "performance_pflops_per_gpu.fp4_dense") { $0.performance.fp4Dense?.unit = "TFLOPS" },
    Fault(key: "performance_pflops_per_gpu.fp64_tflops") { $0.performance.fp64TFLOPS?.unit = "PFLOPS" },
    Fault(key: "price_usd.low") { $0.price.low.value = 4_100_000 },
    Fault(key: "price_usd.high") { $0.price.high.value = 10 },
  ])
  func faultIsFoundUnderItsKey(fault: Fault) {
    var sku = Fixture.gb300
    fault.spoil(&sku)
    #expect(sku.findings().map(\.keyPath) == [fault.key])
    #expect(throws: CatalogueError.invalid(sku.findings())) { try HardwareCatalogue([sku]) }
  }

  @Test func allFaultsAreReportedAtOnce() {
    var sku = Fixture.gb300
    sku.power.provisioningKW.value = -1
    sku.price.mid.unit = "EUR"
    #expect(Set(sku.findings().map(\.keyPath)) == ["power.provisioning_kw", "price_usd.mid"])
  }

  @Test(arguments: [("gb300", "gb300-nvl72"), ("GB200", "gb200-nvl72"), ("gb", nil), ("", nil)])
  func aShortNameIsTakenForTheOnlyProductThatBeginsSo(short: String, meant: String?) throws {
    let catalogue = try HardwareCatalogue(Fixture.all)
    #expect(throws: CatalogueError.unknownSKU(short, nearest: meant, known: catalogue.ids)) {
      try catalogue.sku(short)
    }
  }
}
