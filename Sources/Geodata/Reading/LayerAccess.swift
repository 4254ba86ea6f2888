// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import GDAL
import Siting

/// Opens declared layers and turns what GDAL says into findings that name the layer.
struct LayerAccess {
  /// A declared layer.
  let declared: LayerSource

  /// Opens the layer and hands it to `body`.
  ///
  /// - Throws: `GeodataFailure`.
  func withLayer<Result>(_ body: (Dataset, Layer) throws -> Result) throws -> Result {
    let dataset: Dataset
    do {
      dataset = try Dataset.open(declared.source, contents: .vector, options: openOptions)
    } catch {
      throw GeodataFailure(findings: [finding("\(error)", cannotOpen: true)])
    }
    do {
      return try body(dataset, try dataset.layer(named: declared.layer))
    } catch let error as GDALError {
      throw GeodataFailure(findings: [finding("\(error)")])
    }
  }

  /// A CSV file says nothing of its coordinates: columns of these names hold them.
  private var openOptions: OptionList {
    guard declared.source.lowercased().hasSuffix(".csv") else { return [:] }
    return [
      "X_POSSIBLE_NAMES": "lon,long,longitude,x", "Y_POSSIBLE_NAMES": "lat,latitude,y",
      "KEEP_GEOM_COLUMNS": "YES",
    ]
  }

  /// Coordinate reference system of a layer: the one the planner states, otherwise its own.
  ///
  /// - Throws: `GeodataFailure` when there is neither.
  func reference(of found: SpatialReference?) throws -> SpatialReference {
    if let stated = declared.crsOverride {
      do {
        return try SpatialReference(userInput: stated)
      } catch {
        throw failure("crs = \"\(stated)\" is not a coordinate reference system: \(error)")
      }
    }
    guard let found else {
      throw failure(
        "has no coordinate reference system, so its coordinates mean nothing; state it with crs = \"EPSG:...\""
      )
    }
    return found
  }

  /// The way from a layer's coordinates to those in which distances are measured.
  ///
  /// - Throws: `GeodataFailure` when there is none.
  func transform(from source: SpatialReference, to target: SpatialReference) throws -> CoordinateTransform {
    do {
      return try CoordinateTransform(from: source, to: target)
    } catch {
      throw failure("\(error)")
    }
  }

  /// Checks that the layer has the fields that are asked for.
  ///
  /// - Throws: `GeodataFailure` with every field that is missing and the nearest one there is.
  func check(fields wanted: [String], of layer: Layer) throws {
    let known = layer.fields.map(\.name)
    let findings = wanted.filter { !known.contains($0) }.map { name -> GeodataFailure.Finding in
      let hint =
        nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "it has \(known.joined(separator: ", "))"
      return finding("has no field '\(name)'; \(hint)")
    }
    if !findings.isEmpty { throw GeodataFailure(findings: findings) }
  }

  /// One thing that is wrong with the layer.
  func finding(_ message: String, cannotOpen: Bool = false) -> GeodataFailure.Finding {
    GeodataFailure.Finding(
      layer: declared.name, source: declared.source, message: message, cannotOpen: cannotOpen)
  }

  /// A failure with one finding.
  func failure(_ message: String) -> GeodataFailure { GeodataFailure(findings: [finding(message)]) }
}
