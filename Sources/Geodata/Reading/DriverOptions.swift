// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Siting

extension LayerSource {
  /// Options for the driver that opens the source: those that are declared, in order of name, after what Arpent says of its own
  /// accord. A CSV file says nothing of its coordinates: columns of the usual names hold them unless others are named.
  var driverOptions: OptionList {
    var options = OptionList()
    let stated = Set(openOptions.keys.map { $0.uppercased() })
    if isCSV {
      let namesPoints = stated.contains("X_POSSIBLE_NAMES") || stated.contains("Y_POSSIBLE_NAMES")
      let namesGeometries = stated.contains("GEOM_POSSIBLE_NAMES")
      // Coordinates in columns of the planner's choice are not looked for in others.
      if !namesPoints, !namesGeometries {
        options.append("X_POSSIBLE_NAMES", "lon,long,longitude,x")
        options.append("Y_POSSIBLE_NAMES", "lat,latitude,y")
        options.append("GEOM_POSSIBLE_NAMES", "wkt,geometry,geom,the_geom")
      }
      if !stated.contains("KEEP_GEOM_COLUMNS") { options.append("KEEP_GEOM_COLUMNS", "YES") }
    }
    for (name, value) in openOptions.sorted(by: { $0.key < $1.key }) { options.append(name, value) }
    return options
  }

  private var isCSV: Bool {
    let path = source.lowercased()
    return [".csv", ".csv.gz", ".tsv", ".tsv.gz"].contains { path.hasSuffix($0) } || path.hasPrefix("csv:")
  }
}
