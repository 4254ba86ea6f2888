// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
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
    try checkDeclaration()
    let dataset: Dataset
    do {
      dataset = try Dataset.open(declared.source, contents: .vector, options: declared.driverOptions)
    } catch {
      throw GeodataFailure(findings: [finding("\(error)", cannotOpen: true)])
    }
    do {
      return try body(dataset, try dataset.layer(named: declared.layer))
    } catch let error as GDALError {
      throw GeodataFailure(findings: [finding("\(error)")])
    }
  }

  /// Checks what drivers pass over in silence or report without a name.
  ///
  /// - Throws: `GeodataFailure` for a file of the open options that is not there, and for a limit in the address of a feature service:
  ///   it would hand out a part of the layer for the whole.
  private func checkDeclaration() throws {
    for (name, path) in declared.openOptions.sorted(by: { $0.key < $1.key })
    where name.uppercased().hasSuffix("_FILE") && !path.hasPrefix("/vsi") {
      guard FileManager.default.fileExists(atPath: path) else {
        throw GeodataFailure(findings: [
          finding("open option \(name): there is no file \(path)", cannotOpen: true)
        ])
      }
    }
    let address = declared.source.uppercased()
    if address.hasPrefix("WFS:") {
      for limit in ["COUNT", "MAXFEATURES"]
      where address.contains("?\(limit)=") || address.contains("&\(limit)=") {
        throw failure(
          "its address holds \(limit)=, so that the service would hand out a part of the layer as if it were the whole; take it "
            + "out, pages are asked for by themselves")
      }
    }
  }

  /// Tells a source that hands out its layers together, as OpenStreetMap files do, that only one of them is wanted; otherwise it
  /// would keep the features of the others in memory and give up when there are too many.
  func readOnly(_ layer: String, of dataset: Dataset) {
    // The statement has no result, which counts as an error.
    try? dataset.withSQLResult("SET interest_layers = \(layer)") { _ in }
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

  /// What the driver warned of while the layer was read, without credentials.
  func remarks(of dataset: Dataset) -> [String] {
    dataset.warnings.map { Credentials.hidden(in: $0.text) }
  }

  /// One thing that is wrong with the layer, without credentials.
  func finding(_ message: String, cannotOpen: Bool = false) -> GeodataFailure.Finding {
    GeodataFailure.Finding(
      layer: declared.name, source: Credentials.hidden(in: declared.source),
      message: Credentials.hidden(in: message), cannotOpen: cannotOpen)
  }

  /// A failure with one finding.
  func failure(_ message: String) -> GeodataFailure { GeodataFailure(findings: [finding(message)]) }
}
