// SPDX-License-Identifier: GPL-3.0-or-later

/// What drivers of GDAL say, in words that tell a planner what it means and what to do.
enum DriverWarning {
  /// A warning as a planner reads it: as the driver put it where nothing better is known.
  static func words(_ text: String) -> String {
    if text.contains("64bit integer range") || text.contains("64 bit integer range") {
      return
        "some whole numbers are too large for 64 bits and were cut to the largest; write codes as texts (\(text))"
    }
    return text
  }
}
