// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Testing

/// What the makers print about their racks and units, recomputed by the engine.
@Suite struct PublishedRowsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let skuID: String, units: Int, systems: Int, racks: Int, gpus: Int
    var testDescription: String { "\(skuID) x \(units)" }
  }

  @Test(arguments: [
    Row(skuID: "gb200-nvl72", units: 1, systems: 8, racks: 8, gpus: 576),
    Row(skuID: "gb200-nvl72", units: 16, systems: 128, racks: 128, gpus: 9_216),
    Row(skuID: "gb300-nvl72", units: 2, systems: 16, racks: 16, gpus: 1_152),
    Row(skuID: "gb300-nvl72", units: 8, systems: 64, racks: 64, gpus: 4_608),
    Row(skuID: "dgx-b200", units: 2, systems: 64, racks: 32, gpus: 512),
    Row(skuID: "dgx-b200", units: 64, systems: 2_048, racks: 1_024, gpus: 16_384),
    Row(skuID: "dgx-b300", units: 4, systems: 288, racks: 72, gpus: 2_304),
    // The table prints 9,216 GPUs in this row; its own cable columns, and 1,296 x 8, say 10,368.
    Row(skuID: "dgx-b300", units: 18, systems: 1_296, racks: 324, gpus: 10_368),
  ])
  func unitsOfTheReferenceArchitectures(row: Row) throws {
    let design = try Fixture.sizer().design(
      blocks: [ClusterBlock(skuID: row.skuID, scalableUnits: row.units)], conditions: Fixture.mild)
    #expect(design.systems == row.systems)
    #expect(design.racks == row.racks)
    #expect(design.gpus == row.gpus)
    #expect(design.scalableUnits == row.units)
  }

  @Test(arguments: ["gb200-nvl72", "gb300-nvl72"])
  func nvl72UnitNeedsThePublishedPower(skuID: String) throws {
    #expect(close(try Fixture.sizer().option(skuID: skuID).itMW, 1.2))
  }

  @Test func b200UnitIs458KWWithoutNetwork() throws {
    let option = try Fixture.sizer().option(skuID: "dgx-b200")
    #expect(close(option.systemsMW, 0.458))
    // 32 systems of 14.3 kW: the published figure is the systems alone, so the network comes on top.
    #expect(close(option.systemsMW, 32 * 14.3 / 1_000, relative: 1e-3))
    #expect(close(option.itMW, 0.458 * 1.14))
  }

  @Test func ratesAndMemoryOfOneGB200Rack() throws {
    let rack = try Fixture.sizer().sizing(forGPUs: 72, skuID: "gb200-nvl72", conditions: Fixture.mild)
      .design.performance
    #expect(rack.fp4DensePFLOPS == 720)
    #expect(rack.fp4SparsePFLOPS == 1_440)
    #expect(rack.fp8SparsePFLOPS == 720)
    #expect(close(try #require(rack.usableMemoryTB), 13.392))
  }

  @Test func ratesAndMemoryOfOneGB300Rack() throws {
    let rack = try Fixture.sizer().sizing(forGPUs: 72, skuID: "gb300-nvl72", conditions: Fixture.mild)
      .design.performance
    #expect(rack.fp4DensePFLOPS == 1_080)
    // Equal to GB200's although dense is 1.5 times as much: dense is never half of sparse here.
    #expect(rack.fp4SparsePFLOPS == 1_440)
    #expect(rack.fp8DensePFLOPS == 360)
    #expect(rack.bf16DensePFLOPS == 180)
    #expect(rack.memoryBandwidthTBPerS == 576)
    #expect(rack.bf16SparsePFLOPS == nil)
    #expect(close(try #require(rack.fp64TFLOPS), 90))
    #expect(close(try #require(rack.usableMemoryTB), 20, relative: 0.01))
  }

  @Test func b200SystemHasThePublishedMemory() throws {
    let node = try Fixture.sizer().sizing(forGPUs: 8, skuID: "dgx-b200", conditions: Fixture.mild).design
    #expect(close(try #require(node.performance.usableMemoryTB), 1.44))
    #expect(node.racks == 1)
    #expect(node.cpus == 2)
  }

  @Test func floorLoadOfAnNVL72Rack() throws {
    let design = try Fixture.sizer().sizing(forGPUs: 72, skuID: "gb200-nvl72", conditions: Fixture.mild)
      .design
    #expect(close(try #require(design.floorLoadKgPerM2), 1_890, relative: 0.001))
  }
}
