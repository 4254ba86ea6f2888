// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

extension LayerSource {
  /// Options for the driver that opens the source: those that are declared, in order of name, after what
  /// Arpent says of its own accord. The first line of a CSV file names its columns.
  ///
  /// Columns of coordinates are read by `ColumnPoints`, not by the driver, which passes over cells that are
  /// no numbers.
  var driverOptions: OptionList {
    var options = OptionList()
    let stated = Set(openOptions.keys.map { $0.uppercased() })
    if isCSV {
      // Coordinates in columns of the planner's choice are not looked for in others.
      if pointColumns == nil, !namesPoints, !stated.contains("GEOM_POSSIBLE_NAMES") {
        options.append("GEOM_POSSIBLE_NAMES", "wkt,geometry,geom,the_geom")
      }
      if !stated.contains("KEEP_GEOM_COLUMNS") { options.append("KEEP_GEOM_COLUMNS", "YES") }
      if !stated.contains("HEADERS") { options.append("HEADERS", "YES") }
    }
    for (name, value) in openOptions.sorted(by: { $0.key < $1.key })
    where !ColumnPoints.options.contains(name.uppercased()) && !(isCSV && name.uppercased() == "SEPARATOR") {
      options.append(name, value)
    }
    return options
  }

  /// Whether the options of the driver name columns of coordinates.
  private var namesPoints: Bool {
    openOptions.keys.contains { ColumnPoints.options.contains($0.uppercased()) }
  }

  /// Options with which a source is inspected: the driver looks for columns of the usual names.
  var inspectionOptions: OptionList {
    var options = driverOptions
    guard isCSV else { return options }
    if let pointColumns {
      options.append("X_POSSIBLE_NAMES", pointColumns.x)
      options.append("Y_POSSIBLE_NAMES", pointColumns.y)
    } else if namesPoints {
      for (name, value) in openOptions.sorted(by: { $0.key < $1.key })
      where ColumnPoints.options.contains(name.uppercased()) { options.append(name, value) }
    } else {
      options.append("X_POSSIBLE_NAMES", ColumnPoints.usualNames.flatMap(\.x).joined(separator: ","))
      options.append("Y_POSSIBLE_NAMES", ColumnPoints.usualNames.flatMap(\.y).joined(separator: ","))
    }
    return options
  }

  private var isCSV: Bool { DelimitedSource.isDelimited(source) }
}
