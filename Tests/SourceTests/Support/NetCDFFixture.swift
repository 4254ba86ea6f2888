// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport

/// A netCDF file as climate services hand it out: two variables over time, latitude and longitude, and no
/// coordinate system but the words degrees_north and degrees_east.
enum NetCDFFixture {
  /// Writes the file; `t2m` holds the values of `Grid` in its first step and 5 more in its second, `d2m` 100
  /// less.
  static func write(_ name: String, in folder: TemporaryFolder) throws {
    func values(plus offset: Int) -> String {
      (0..<4).flatMap { row in (0..<5).map { "\(280 + 10 * row + $0 + offset)" } }.joined(separator: " ")
    }
    func axis(_ name: String, _ unit: String, _ values: String) -> String {
      """
      <Array name="\(name)"><DataType>Float64</DataType><DimensionRef ref="\(name)"/><Unit>\(unit)</Unit>
      <InlineValues>\(values)</InlineValues>
      <Attribute name="standard_name"><DataType>String</DataType><Value>\(name)</Value></Attribute></Array>
      """
    }
    func variable(_ name: String, _ values: String) -> String {
      """
      <Array name="\(name)"><DataType>Float32</DataType><DimensionRef ref="valid_time"/>
      <DimensionRef ref="latitude"/><DimensionRef ref="longitude"/><Unit>K</Unit>
      <InlineValues>\(values)</InlineValues></Array>
      """
    }
    try folder.write(
      name + ".vrt",
      """
      <VRTDataset><Group name="/">
      <Dimension name="valid_time" size="2" type="TEMPORAL" indexingVariable="valid_time"/>
      <Dimension name="latitude" size="4" type="HORIZONTAL_Y" indexingVariable="latitude"/>
      <Dimension name="longitude" size="5" type="HORIZONTAL_X" indexingVariable="longitude"/>
      \(axis("valid_time", "days since 1970-01-01", "0 31"))
      \(axis("latitude", "degrees_north", "48.9 48.8 48.7 48.6"))
      \(axis("longitude", "degrees_east", "2.15 2.25 2.35 2.45 2.55"))
      \(variable("t2m", values(plus: 0) + " " + values(plus: 5)))
      \(variable("d2m", values(plus: -100) + " " + values(plus: -95)))
      </Group></VRTDataset>
      """)
    try Tool.run(["gdalmdimtranslate", "-q", "-of", "netCDF", name + ".vrt", name], in: folder.path)
  }
}
