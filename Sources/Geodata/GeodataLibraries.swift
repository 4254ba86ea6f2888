// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// The libraries behind this module.
package enum GeodataLibraries {
  /// Names and versions as the loaded libraries state them.
  package static var components: [(name: String, version: String)] {
    [
      ("GDAL", GDALRuntime.version), ("PROJ", GDALRuntime.projVersion),
      ("GEOS", GDALRuntime.geosVersion ?? ""),
    ]
  }

  /// Whether GDAL has a driver of a name.
  package static func hasDriver(_ name: String) -> Bool { (try? GDALRuntime.driver(named: name)) != nil }
}
