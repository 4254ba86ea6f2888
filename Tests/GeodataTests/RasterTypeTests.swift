// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Every type of cell is read right or refused")
struct RasterTypeTests {
  private let value = LayerDerivation(.rasterValue(RasterValueIndicator(valueAttribute: "v", unit: "m")))

  /// A raster of one value, with a site on its middle.
  private func found(
    _ type: RasterType, _ number: Double, noData: Double? = nil, declared: Double? = nil,
    options: OptionList = [:],
    other: Double = 1
  ) throws -> (value: Double?, remarks: [String], text: String) {
    var scene = try RasterScene(
      width: 20, height: 20, transform: GeoTransform(west: 2, north: 49, pixelWidth: 0.1, pixelHeight: 0.1),
      crs: "EPSG:4326", noData: noData, type: type, options: options
    ) { column, _ in column == 19 ? other : number }
    try scene.place(degrees: [(3, 48)])
    scene.declared.noData = declared
    scene.declared.derivations = [value]
    let deriver = LayerDeriver(
      declared: scene.declared, derivations: [0], shapes: scene.shapes, attributes: [:])
    let derived = try deriver.derive().get()
    let content = derived.columns[0]?[0].values[0]
    let band = try SourceSummary.read(scene.declared.source).raster?.bands[0]
    return (content?.number, derived.readings.flatMap(\.remarks), band?.type ?? "")
  }

  @Test("Bytes with sign keep it, and their no-data value counts")
  func signedBytes() throws {
    let signed: OptionList = ["PIXELTYPE": "SIGNEDBYTE"]
    let five = try found(.uint8, 251, options: signed)
    #expect(five.value == -5)
    #expect(five.text == "int8")
    #expect(try found(.uint8, 255, noData: -1, options: signed).value == nil)
    #expect(try found(.uint8, 127, noData: -1, options: signed).value == 127)
    #expect(try found(.uint8, 251).value == 251)
  }

  @Test(
    "Whole and broken numbers of every width come as they are",
    arguments: [
      (RasterType.uint8, 200.0), (.uint16, 60_000), (.int16, -30_000), (.uint32, 4_000_000_000),
      (.int32, -2_000_000_000),
      (.float32, -0.5), (.float64, 1e-300), (.int64, -9_007_199_254_740_992),
      (.uint64, 9_007_199_254_740_992),
    ])
  func plain(type: RasterType, number: Double) throws {
    #expect(try found(type, number).value == RasterDeriver.value(number, source: "").number)
    // The number itself as the one that stands for none.
    #expect(try found(type, number, noData: number).value == nil)
    #expect(try found(type, number, declared: number).value == nil)
  }

  @Test("Cells of less than a byte come as they are", arguments: [1, 2, 4])
  func bits(count: Int) throws {
    #expect(try found(.uint8, 1, options: ["NBITS": "\(count)"], other: 0).value == 1)
  }

  @Test("Numbers of 64 bits that are rounded, and complex ones, are refused")
  func refused() throws {
    for (type, words) in [
      (RasterType.int64, "beyond 9,007,199"), (.uint64, "beyond 9,007,199"), (.complexFloat32, "complex"),
    ] {
      let failure = #expect(throws: InputFailure.self) { _ = try found(type, 9.1e18) }
      #expect(failure?.description.contains(words) == true)
    }
    #expect(try found(.int64, -9.1e18, declared: -9.1e18).value == nil)
  }

  @Test(
    "A number that often stands for no value and is not declared is reported; declared it is none",
    arguments: [
      (RasterType.int16, -9_999.0), (.int16, -32_768), (.float32, -3.4028234663852886e38), (.float64, 1e20),
      (.uint8, 255),
      (.uint16, 65_535), (.int32, 9_999),
    ])
  func undeclared(type: RasterType, number: Double) throws {
    let reported = try found(type, number)
    #expect(reported.remarks.contains { $0.contains("state nodata = ") }, "\(reported.remarks)")
    let stated = try found(type, number, declared: number)
    #expect(stated.value == nil)
    #expect(!stated.remarks.contains { $0.contains("nodata") })
    #expect(try !found(type, number, noData: number).remarks.contains { $0.contains("nodata") })
  }

  @Test("Numbers in their range are not taken for it")
  func notUndeclared() {
    var watch = UndeclaredNoData()
    for value in stride(from: 240.0, through: 260, by: 1) { watch.add(value) }
    watch.add(9_999)
    watch.add(10_200)
    #expect(watch.found == nil)
  }
}
