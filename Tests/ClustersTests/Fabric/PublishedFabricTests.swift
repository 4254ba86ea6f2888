// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

/// One line of a published table: units, systems, GPUs, leaf, spine and core switches, cables by tier.
struct TableLine: Sendable, CustomTestStringConvertible {
  var name: String
  var sku: HardwareSKU
  var numbers: [Int]
  init(_ name: String, _ sku: HardwareSKU, _ numbers: Int...) {
    self.name = name
    self.sku = sku
    self.numbers = numbers
  }
  var testDescription: String { "\(name), \(numbers[0]) units" }
}

/// The published tables against the engine and, with the tables taken away, against the rules alone.
@Suite struct PublishedFabricTests {
  // units, systems, GPUs, leaf, spine, core, node-leaf, leaf-spine, spine-core
  static let lines = [
    // GB200: 32 leaf, 24 spine and, from two units, 9 core a unit; 1,040 switches at 16 units, where a plain
    // non-blocking fat tree of 9,216 endpoints has 720.
    TableLine("GB200", Fixture.gb200, 1, 8, 576, 32, 24, 0, 576, 576, 0),
    TableLine("GB200", Fixture.gb200, 2, 16, 1_152, 64, 48, 18, 1_152, 1_152, 1_152),
    TableLine("GB200", Fixture.gb200, 4, 32, 2_304, 128, 96, 36, 2_304, 2_304, 2_304),
    TableLine("GB200", Fixture.gb200, 8, 64, 4_608, 256, 192, 72, 4_608, 4_608, 4_608),
    TableLine("GB200", Fixture.gb200, 16, 128, 9_216, 512, 384, 144, 9_216, 9_216, 9_216),
    // DGX B200. The table names 31 or 32 nodes for one unit.
    TableLine("B200", Fixture.b200, 1, 31, 248, 8, 4, 0, 248, 256, 0),
    TableLine("B200", Fixture.b200, 1, 32, 256, 8, 4, 0, 256, 256, 0),
    TableLine("B200", Fixture.b200, 2, 64, 512, 16, 8, 0, 512, 512, 0),
    TableLine("B200", Fixture.b200, 4, 128, 1_024, 32, 16, 0, 1_024, 1_024, 0),
    TableLine("B200", Fixture.b200, 8, 256, 2_048, 64, 32, 0, 2_048, 2_048, 0),
    TableLine("B200", Fixture.b200, 16, 512, 4_096, 128, 128, 64, 4_096, 4_096, 4_096),
    TableLine("B200", Fixture.b200, 32, 1_024, 8_192, 256, 256, 128, 8_192, 8_192, 8_192),
    TableLine("B200", Fixture.b200, 64, 2_048, 16_384, 512, 512, 256, 16_384, 16_384, 16_384),
    // DGX B300, Spectrum-X.
    TableLine("B300 Spectrum-X", FabricFixture.spectrum, 1, 64, 512, 16, 8, 0, 512, 512, 0),
    TableLine("B300 Spectrum-X", FabricFixture.spectrum, 2, 128, 1_024, 32, 16, 0, 1_024, 1_024, 0),
    TableLine("B300 Spectrum-X", FabricFixture.spectrum, 4, 256, 2_048, 64, 32, 0, 2_048, 2_048, 0),
    TableLine("B300 Spectrum-X", FabricFixture.spectrum, 8, 512, 4_096, 128, 64, 0, 4_096, 4_096, 0),
    TableLine("B300 Spectrum-X", FabricFixture.spectrum, 16, 1_024, 8_192, 256, 128, 0, 8_192, 8_192, 0),
    // DGX B300, XDR. E/144 alone would give 16 spines at 4 units and 32 at 8.
    TableLine("B300 XDR", Fixture.b300, 1, 72, 576, 8, 4, 0, 576, 576, 0),
    TableLine("B300 XDR", Fixture.b300, 2, 144, 1_152, 16, 8, 0, 1_152, 1_152, 0),
    TableLine("B300 XDR", Fixture.b300, 4, 288, 2_304, 32, 18, 0, 2_304, 2_304, 0),
    TableLine("B300 XDR", Fixture.b300, 8, 576, 4_608, 64, 36, 0, 4_608, 4_608, 0),
    // Printed: 9,216 GPUs. 1,296 x 8 = 10,368, as the cable columns of the same row say.
    TableLine("B300 XDR", Fixture.b300, 18, 1_296, 10_368, 144, 72, 0, 10_368, 10_368, 0),
    // GB300.
    TableLine("GB300", Fixture.gb300, 1, 8, 576, 8, 4, 0, 576, 576, 0),
    TableLine("GB300", Fixture.gb300, 2, 16, 1_152, 16, 8, 0, 1_152, 1_152, 0),
    TableLine("GB300", Fixture.gb300, 4, 32, 2_304, 32, 18, 0, 2_304, 2_304, 0),
    TableLine("GB300", Fixture.gb300, 8, 64, 4_608, 64, 36, 0, 4_608, 4_608, 0),
    // Open: the rule gives 72 spines, the sibling table of Rubin NVL8 prints 64.
    TableLine("GB300", Fixture.gb300, 16, 128, 9_216, 128, 72, 0, 9_216, 9_216, 0),
  ]

  private func check(_ sku: HardwareSKU, _ line: [Int]) throws {
    let fabric = try #require(try ComputeFabric(sku, systems: line[1]))
    #expect(fabric.units == line[0])
    #expect(fabric.gpus == line[2])
    #expect(fabric.switches == FabricSwitches(leaf: line[3], spine: line[4], core: line[5]))
    #expect(fabric.cables == FabricCables(nodeLeaf: line[6], leafSpine: line[7], spineCore: line[8]))
    #expect(fabric.tiers == (line[5] == 0 ? 2 : 3))
  }

  @Test("a published row is exact", arguments: lines)
  func published(_ line: TableLine) throws { try check(line.sku, line.numbers) }

  @Test("the rule alone gives every row", arguments: lines)
  func rule(_ line: TableLine) throws {
    var sku = line.sku
    sku.fabric?.published = []
    try check(sku, line.numbers)
    let fabric = try #require(try ComputeFabric(sku, systems: line.numbers[1]))
    #expect(fabric.origin == .noRows)
  }

  @Test("the rule for Q3400 gives the table of Rubin NVL8 but for the last row")
  func rubin() throws {
    var sku = Fixture.b300
    sku.fabric?.published = []
    // units, nodes, leaf, spine; units of 72 nodes of 8 GPUs
    for row in [(1, 72, 8, 4), (2, 144, 16, 8), (4, 288, 32, 18), (8, 576, 64, 36)] {
      let fabric = try #require(try ComputeFabric(sku, systems: row.1))
      #expect(fabric.switches == FabricSwitches(leaf: row.2, spine: row.3, core: 0))
      #expect(fabric.cables.leafSpine == row.0 * 576)
    }
    // 16 units print 64 spines, which do not divide the 72 uplinks of a leaf; 72 do.
    let last = try #require(try ComputeFabric(sku, systems: 1_152))
    #expect(last.switches == FabricSwitches(leaf: 128, spine: 72, core: 0))
  }

  @Test func `a printed total of GB200 is reached`() throws {
    let fabric = try #require(try ComputeFabric(Fixture.gb200, systems: 128))
    #expect(fabric.switches.total == 1_040)
  }

  @Test func `rows are used for exactly their systems and never interpolated`() throws {
    func origin(_ systems: Int) throws -> FabricOrigin? {
      try ComputeFabric(Fixture.gb300, systems: systems)?.origin
    }
    #expect(try origin(8) == .derivedRow(units: 1))
    #expect(try origin(16) == .published(units: 2))
    #expect(try origin(24) == .betweenRows)
    #expect(try origin(15) == .betweenRows)
    #expect(try origin(72) == .beyondRows)
    #expect(try origin(7) == .belowRows)
    #expect(
      try origin(24)?.sentence
        == "rule; the unit count lies between published rows, which are not interpolated")
    #expect(try origin(72)?.sentence == "rule beyond the published rows")
    #expect(try origin(16)?.sentence == "published row of 2 units")
    // Three units by the rule: 24 leaf; 1,728 / 144 = 12 spine, which divides 72. A line between two and four
    // units would have 13.
    let three = try #require(try ComputeFabric(Fixture.gb300, systems: 24))
    #expect(three.switches == FabricSwitches(leaf: 24, spine: 12, core: 0))
  }
}
