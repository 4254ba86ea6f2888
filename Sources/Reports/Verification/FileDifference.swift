// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Results

/// What a file of a result says other than the one made again from its inputs, place by place.
package enum FileDifference {
  /// Most differences of one file that are reported one by one.
  private static let reported = 20

  /// Every difference; empty where the files say the same.
  ///
  /// JSON is held against the other value by value, tables cell by cell, a GeoPackage row by row of all its
  /// tables. A difference of bytes that is none of content is one too, but in a GeoPackage, where programs
  /// that only read it may leave traces.
  ///
  /// - Parameters:
  ///   - name: Name of the file.
  ///   - expected: Its bytes as they should be.
  ///   - found: Its bytes as they are.
  ///   - sameLibraries: Whether GDAL is the one that made the file; tables that GDAL keeps for itself are
  ///     compared only then.
  package static func all(
    in name: String, expected: [UInt8], found: [UInt8], sameLibraries: Bool = true
  ) -> [String] {
    if expected == found { return [] }
    let differences: [String]
    switch name.split(separator: ".").last.map(String.init) ?? "" {
    case "json", "geojson": differences = json(expected, found)
    case "csv": differences = TableDifference.all(expected: expected, found: found)
    case "html": differences = PageDifference.first(expected: expected, found: found).map { [$0] } ?? []
    case "gpkg":
      return shortened(
        GeoPackageDifference.all(expected: expected, found: found, sameLibraries: sameLibraries), name)
    default: differences = []
    }
    if differences.isEmpty { return ["\(name): says the same in other bytes than Arpent writes"] }
    return shortened(differences, name)
  }

  private static func shortened(_ differences: [String], _ name: String) -> [String] {
    let more = differences.count - reported
    return differences.prefix(reported).map { "\(name): \($0)" }
      + (more > 0 ? ["\(name): and \(more) more"] : [])
  }

  private static func json(_ expected: [UInt8], _ found: [UInt8]) -> [String] {
    do {
      return try PlanDifference.all(expected: JSONReader.value(expected), found: JSONReader.value(found))
        .map(\.description)
    } catch {
      return ["\(error)"]
    }
  }
}
