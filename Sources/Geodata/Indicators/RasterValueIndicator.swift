// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import GDAL
import Siting

/// Value of the raster cell under each site, in the first band; a site outside the raster or on a cell without value gets none.
enum RasterValueIndicator {
  static func derive(_ derivation: LayerDerivation, _ input: IndicatorInput) throws -> IndicatorOutput {
    let access = input.access
    let dataset: Dataset
    do {
      dataset = try Dataset.open(access.declared.source, contents: .raster)
    } catch {
      throw GeodataFailure(findings: [access.finding("\(error)", cannotOpen: true)])
    }
    let band = try dataset.band()
    guard let grid = try dataset.geoTransform() else {
      throw access.failure("says nothing about where its cells lie (no geotransform)")
    }
    let reference = try access.reference(of: dataset.rasterSpatialReference())
    let transform = try access.transform(from: SpatialReference(epsg: 4326), to: reference)
    let positions = try transform.transform(
      input.positions.map { Coordinate(x: $0.longitude, y: $0.latitude) })
    let values = try positions.map { found -> SiteValue in
      guard let found, let pixel = grid.pixel(at: found) else { return .missing("outside the raster") }
      let column = pixel.column.rounded(.down)
      let row = pixel.row.rounded(.down)
      guard column >= 0, row >= 0, column < Double(band.width), row < Double(band.height) else {
        return .missing("outside the raster")
      }
      let window = RasterWindow(column: Int(column), row: Int(row), width: 1, height: 1)
      let value = try band.physicalValues(in: window).first ?? .nan
      guard value.isFinite else { return .missing("the raster has no value there") }
      let rounded = (value * 1_000).rounded() / 1_000
      return SiteValue(.number(rounded), basis: .derived, source: input.sourceText)
    }
    var output = IndicatorOutput()
    if let name = derivation.valueAttribute {
      output.columns = [SiteTable.Column(name: name, unit: derivation.valueUnit, values: values)]
    }
    output.driver = dataset.driverName
    output.crsFound = access.declared.crsOverride ?? reference.authorityCode ?? reference.name
    output.featuresDeclared = band.width * band.height
    output.featuresRead = positions.count
    return output
  }
}
