// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Siting

/// Derives all that is declared for one layer.
struct LayerDeriver {
  var declared: LayerSource
  var positions: [SiteTable.Position]

  /// What was derived from a layer.
  struct Derived {
    var columns: [SiteTable.Column]
    var report: LayerReport
    var readingTime: Duration
    var derivingTime: Duration
  }

  /// Columns in the order of the declaration, and what was found in the layer; or everything that is wrong.
  func derive() -> Result<Derived, GeodataFailure> {
    let start = ContinuousClock.now
    var reading = Duration.zero
    let input = IndicatorInput(positions: positions, access: LayerAccess(declared: declared))
    var columns: [SiteTable.Column] = []
    var last = IndicatorOutput()
    var findings: [GeodataFailure.Finding] = []
    for derivation in declared.derivations {
      do {
        last = try output(of: derivation, input)
        columns.append(contentsOf: last.columns)
        reading += last.readingTime
      } catch let failure as GeodataFailure {
        findings.append(contentsOf: failure.findings.filter { !findings.contains($0) })
      } catch {
        findings.append(input.access.finding("\(error)"))
      }
    }
    if !findings.isEmpty { return .failure(GeodataFailure(findings: findings)) }
    let report = LayerReport(
      name: declared.name, source: declared.source, driver: last.driver, crsFound: last.crsFound,
      crsMeasured: MeasuringReference.code, featuresDeclared: last.featuresDeclared,
      featuresRead: last.featuresRead, nullGeometries: last.nullGeometries,
      repairedGeometries: last.repairedGeometries, sha256: SourceFile.digest(of: declared.source),
      vintage: declared.vintage, licence: declared.licence, attribution: declared.attribution)
    return .success(
      Derived(
        columns: columns, report: report, readingTime: reading,
        derivingTime: start.duration(to: .now) - reading))
  }

  private func output(of derivation: LayerDerivation, _ input: IndicatorInput) throws -> IndicatorOutput {
    switch derivation.indicator {
    case .nearest: try NearestIndicator.derive(derivation, input)
    case .within: try WithinIndicator.derive(derivation, input)
    case .rasterValue: try RasterValueIndicator.derive(derivation, input)
    }
  }
}
