// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite struct SizingAssumptionsTests {
  @Test func defaultsAreSoundAndSourced() {
    #expect(SizingAssumptions.defaults.findings().isEmpty)
    for assumption in SizingAssumptions.defaults.named() {
      #expect(!assumption.figure.source.isEmpty, "\(assumption.name)")
    }
  }

  @Test func namesAreUniqueAndEveryFigureIsNamed() {
    let names = SizingAssumptions.defaults.named().map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count == Mirror(reflecting: SizingAssumptions.defaults).children.count)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let spoil: @Sendable (inout SizingAssumptions) -> Void
    var testDescription: String { name }
  }

  @Test(arguments: [
    Fault(name: "load_factor") { $0.loadFactor.value = 1.2 },
    Fault(name: "usd_to_eur") { $0.usdToEUR.value = 0 },
    Fault(name: "land_mw_per_ha") { $0.landMWPerHa.value = 0 },
    Fault(name: "reference_pue") { $0.referencePUE.value = 0.9 },
    Fault(name: "cdu_capacity_kw") { $0.cduCapacityKW.value = .nan },
    Fault(name: "supply_temperature_c") { $0.supplyTemperatureC.value = 20 },
    Fault(name: "support_rack_kw") { $0.supportRackKW.unit = "MW" },
  ])
  func unusableAssumptionIsRefused(fault: Fault) throws {
    var assumptions = SizingAssumptions.defaults
    fault.spoil(&assumptions)
    #expect(assumptions.findings().map(\.keyPath) == [fault.name])
    let catalogue = try HardwareCatalogue(Fixture.all)
    #expect(throws: SizingError.invalidAssumptions(assumptions.findings())) {
      try ClusterSizer(catalogue: catalogue, assumptions: assumptions)
    }
  }

  @Test func priceLevelsMoveMoneyAndNothingElse() throws {
    let options = try PriceLevel.allCases.map { try Fixture.sizer(at: $0).option(skuID: "gb300-nvl72") }
    #expect(options.map(\.systemsCapexEUR) == options.map(\.systemsCapexEUR).sorted())
    #expect(options[0].totalCapexEUR < options[1].totalCapexEUR)
    #expect(options[1].totalCapexEUR < options[2].totalCapexEUR)
    for option in options {
      #expect(option.itMW == options[0].itMW)
      #expect(option.landHa == options[0].landHa)
      #expect(option.whiteSpaceM2 == options[0].whiteSpaceM2)
    }
  }
}
