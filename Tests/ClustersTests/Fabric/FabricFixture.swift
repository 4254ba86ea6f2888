// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// The published tables of section 2 of the references, typed in by hand so that the tests depend on no file.
enum FabricFixture {
  static func row(
    _ units: Int, _ systems: Int, _ gpus: Int, _ leaf: Int, _ spine: Int, core: Int = 0, _ cables: Int...,
    basis: Basis = .published, note: String? = nil
  ) -> PublishedFabricRow {
    PublishedFabricRow(
      units: units, systems: systems, gpus: gpus, leaf: leaf, spine: spine, core: core,
      nodeLeafCables: cables.first, leafSpineCables: cables.dropFirst().first,
      spineCoreCables: cables.dropFirst(2).first, basis: basis, source: "fixture", note: note)
  }

  /// QM9700, four rails. Leaf and spine of one unit and the whole of 16 are printed, the others follow from
  /// them.
  static let gb200 = FabricDesign(
    rule: .railAligned, switchModel: .qm9700, endpointsPerGPU: Fixture.count(1), rails: Fixture.count(4),
    published: [
      row(1, 8, 576, 32, 24),
      row(2, 16, 1_152, 64, 48, core: 18, basis: .derived),
      row(4, 32, 2_304, 128, 96, core: 36, basis: .derived),
      row(8, 64, 4_608, 256, 192, core: 72, basis: .derived),
      row(16, 128, 9_216, 512, 384, core: 144),
    ])

  /// QM9700, plain fat tree. The first row is for 31 or 32 nodes: one slot may go to the fabric manager.
  static let b200 = FabricDesign(
    rule: .fatTree, switchModel: .qm9700, endpointsPerGPU: Fixture.count(1),
    published: [
      row(1, 31, 248, 8, 4, 248, 256, note: "one node slot goes to the fabric manager"),
      row(1, 32, 256, 8, 4, 256, 256),
      row(2, 64, 512, 16, 8, 512, 512),
      row(4, 128, 1_024, 32, 16, 1_024, 1_024),
      row(8, 256, 2_048, 64, 32, 2_048, 2_048),
      row(16, 512, 4_096, 128, 128, core: 64, 4_096, 4_096, 4_096),
      row(32, 1_024, 8_192, 256, 256, core: 128, 8_192, 8_192, 8_192),
      row(64, 2_048, 16_384, 512, 512, core: 256, 16_384, 16_384, 16_384),
    ])

  /// Q3400, two tiers. The last row prints 9,216 GPUs; 1,296 nodes of 8 are 10,368, and so are its cables.
  static let b300 = FabricDesign(
    rule: .twoTierDivisor, switchModel: .q3400, endpointsPerGPU: Fixture.count(1),
    published: [
      row(1, 72, 576, 8, 4, 576, 576),
      row(2, 144, 1_152, 16, 8, 1_152, 1_152),
      row(4, 288, 2_304, 32, 18, 2_304, 2_304),
      row(8, 576, 4_608, 64, 36, 4_608, 4_608),
      row(18, 1_296, 10_368, 144, 72, 10_368, 10_368, note: "9,216 GPUs are printed"),
    ])

  /// SN5600 as 128 ports of 400 Gbit/s, two planes.
  static let b300Spectrum = FabricDesign(
    rule: .twinPlane, switchModel: .sn5600, endpointsPerGPU: Fixture.count(1),
    published: [
      row(1, 64, 512, 16, 8, 512, 512),
      row(2, 128, 1_024, 32, 16, 1_024, 1_024),
      row(4, 256, 2_048, 64, 32, 2_048, 2_048),
      row(8, 512, 4_096, 128, 64, 4_096, 4_096),
      row(16, 1_024, 8_192, 256, 128, 8_192, 8_192),
    ])

  /// Q3400-RD, four rails, two leaves per rail and unit. The row of 16 units is open: the rule gives 72
  /// spines, the table of a sibling prints 64; so it is no row here.
  static let gb300 = FabricDesign(
    rule: .twoTierDivisor, switchModel: .q3400, endpointsPerGPU: Fixture.count(1), rails: Fixture.count(4),
    published: [
      row(1, 8, 576, 8, 4, basis: .derived),
      row(2, 16, 1_152, 16, 8),
      row(4, 32, 2_304, 32, 18, basis: .derived),
      row(8, 64, 4_608, 64, 36),
    ],
    note: "16 units are open: the rule gives 72 spine switches, the table of Rubin NVL8 prints 64")

  /// DGX B300 in the Spectrum-X architecture.
  static let spectrum: HardwareSKU = {
    var sku = Fixture.b300
    sku.id = "dgx-b300-spectrum"
    sku.scalableUnit = ScalableUnit(
      systems: Fixture.count(64), racks: Fixture.count(16, .derived), gpus: Fixture.count(512))
    sku.fabric = b300Spectrum
    return sku
  }()

  /// Every product with a fabric.
  static let skus = Fixture.all + [spectrum]
}
