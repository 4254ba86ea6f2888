// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@testable import Scenarios

/// The hardware files of the repository.
@Suite struct ShippedHardwareTests {
  private static let ids = [
    "dgx-b200", "dgx-b300", "dgx-b300-spectrum", "gb200-nvl72", "gb300-nvl72", "vera-rubin-nvl72",
  ]

  private func catalogue() throws -> HardwareCatalogue {
    try CatalogueReader().catalogue(
      Self.ids.map { "\(ShippedScenarioTests.root)/models/hardware/\($0).toml" })
  }

  @Test func `six products are shipped`() throws {
    let catalogue = try catalogue()
    #expect(catalogue.ids == Self.ids)
    #expect(catalogue.skus.filter { $0.status == .announced }.map(\.id) == ["vera-rubin-nvl72"])
  }

  /// The published tables, typed in here again: systems, GPUs, leaf, spine, core, cables between nodes and
  /// leaves.
  @Test(
    "the table of the maker is in the file",
    arguments: [
      (
        "gb200-nvl72", FabricRule.railAligned, SwitchModel.qm9700, 4,
        [
          [8, 576, 32, 24, 0, 0], [16, 1_152, 64, 48, 18, 0], [32, 2_304, 128, 96, 36, 0],
          [64, 4_608, 256, 192, 72, 0], [128, 9_216, 512, 384, 144, 0],
        ]
      ),
      (
        "gb300-nvl72", .twoTierDivisor, .q3400, 4,
        [
          [8, 576, 8, 4, 0, 0], [16, 1_152, 16, 8, 0, 0], [32, 2_304, 32, 18, 0, 0],
          [64, 4_608, 64, 36, 0, 0],
        ]
      ),
      (
        "dgx-b200", .fatTree, .qm9700, nil,
        [
          [31, 248, 8, 4, 0, 248], [32, 256, 8, 4, 0, 256], [64, 512, 16, 8, 0, 512],
          [128, 1_024, 32, 16, 0, 1_024], [256, 2_048, 64, 32, 0, 2_048],
          [512, 4_096, 128, 128, 64, 4_096], [1_024, 8_192, 256, 256, 128, 8_192],
          [2_048, 16_384, 512, 512, 256, 16_384],
        ]
      ),
      // The last row prints 9,216 GPUs.
      (
        "dgx-b300", .twoTierDivisor, .q3400, nil,
        [
          [72, 576, 8, 4, 0, 576], [144, 1_152, 16, 8, 0, 1_152], [288, 2_304, 32, 18, 0, 2_304],
          [576, 4_608, 64, 36, 0, 4_608], [1_296, 10_368, 144, 72, 0, 10_368],
        ]
      ),
      (
        "dgx-b300-spectrum", .twinPlane, .sn5600, nil,
        [
          [64, 512, 16, 8, 0, 512], [128, 1_024, 32, 16, 0, 1_024], [256, 2_048, 64, 32, 0, 2_048],
          [512, 4_096, 128, 64, 0, 4_096], [1_024, 8_192, 256, 128, 0, 8_192],
        ]
      ),
      ("vera-rubin-nvl72", .twoTierDivisor, .q3400, nil, []),
    ] as [(String, FabricRule, SwitchModel, Double?, [[Int]])])
  func table(
    _ id: String, _ rule: FabricRule, _ model: SwitchModel, _ rails: Double?, _ rows: [[Int]]
  ) throws {
    let sku = try catalogue().sku(id)
    let fabric = try #require(sku.fabric)
    #expect(fabric.rule == rule)
    #expect(fabric.switchModel == model)
    #expect(fabric.rails?.value == rails)
    let written = fabric.published.map {
      [$0.systems, $0.gpus, $0.leaf, $0.spine, $0.core, $0.nodeLeafCables ?? 0]
    }
    #expect(written == rows)
    for row in fabric.published {
      #expect(row.leafSpineCables == nil || row.leafSpineCables == (row.systems == 31 ? 256 : row.gpus))
      #expect(row.spineCoreCables == nil || row.spineCoreCables == row.gpus)
      #expect(row.source.contains("https://"))
      // The rule gives the row as well, so that no count jumps where a table ends.
      var bare = sku
      bare.fabric?.published = []
      let byRule = try #require(try ComputeFabric(bare, systems: row.systems))
      #expect(byRule.switches == FabricSwitches(leaf: row.leaf, spine: row.spine, core: row.core))
    }
  }

  @Test func `the open row of GB300 is no row but a note`() throws {
    let fabric = try #require(try ComputeFabric(try catalogue().sku("gb300-nvl72"), systems: 128))
    #expect(fabric.switches == FabricSwitches(leaf: 128, spine: 72, core: 0))
    #expect(fabric.origin == .beyondRows)
    #expect(fabric.notes.contains { $0.sentence.contains("prints 64") })
  }

  @Test func `Vera Rubin rests on assumptions where nothing is published`() throws {
    let sku = try catalogue().sku("vera-rubin-nvl72")
    #expect(sku.scalableUnit.systems.basis == .estimated)
    #expect(sku.system.weightKg == nil)
    #expect(sku.price.figure(at: .low).value == 7_000_000)
    #expect(sku.price.figure(at: .high).value == 8_800_000)
    let fabric = try #require(try ComputeFabric(sku, systems: 8))
    #expect(fabric.basis == .estimated)
    // 1,152 endpoints on leaves of 72 and spines of 144 ports.
    #expect(fabric.switches == FabricSwitches(leaf: 16, spine: 8, core: 0))
  }
}
