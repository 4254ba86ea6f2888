// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Statistics of the raster cells in a zone around each site, each cell weighing by the exact fraction of it
/// that lies in the zone.
///
/// Mean, least, largest, sum, count, standard deviation, quantiles and majority are those of exactextract
/// 0.3, which keeps fractions in single precision and so agrees to about 1e-7. Three things differ on
/// purpose. exactextract also counts a cell that the zone touches by mere rounding, where a zone ends on the
/// edge of cells, and its least and largest value then come from beside the zone. It cuts the fraction off
/// the quantiles of a raster of whole numbers. And it gives the sum 0 where no cell has a value, which is
/// missing here.
enum ZonalDeriver {
  static func derive(
    _ settings: ZonalIndicator, access: LayerAccess, shapes: SiteShapes, sourceText: String
  ) throws -> IndicatorOutput {
    try RasterDeriver.check(bufferKm: settings.bufferKm, access: access)
    try check(settings, access: access)
    let wanted = settings.statistics.map(\.statistic)
    let reader = try ZoneReader(access, band: settings.band, shapes: shapes, bufferKm: settings.bufferKm)
    var statistics = ZoneStatistics(wanted)
    var columns = wanted.map { _ in [SiteValue](repeating: .missing(""), count: shapes.count) }
    try reader.forEachZone { site, zone in
      if case .failure(let obstacle) = zone {
        for index in columns.indices { columns[index][site] = .missing(obstacle.reason) }
        return
      }
      statistics.removeAll()
      try reader.forEachPart { part, _, values in statistics.add(part, values: values) }
      let source = reader.sourceText(sourceText, weight: statistics.weight)
      for (index, value) in statistics.values(of: wanted).enumerated() {
        columns[index][site] =
          value.map { RasterDeriver.value($0, source: source) } ?? .missing(RasterDeriver.Reason.zoneEmpty)
      }
    }
    var output = reader.source.output()
    let averages = wanted.contains { statistic in
      switch statistic {
      case .mean, .stdev, .sum, .quantile: true
      default: false
      }
    }
    if averages, let remark = reader.source.classRemark("a mean, sum or quantile") {
      output.remarks.append(remark)
    }
    output.columns = zip(settings.outputs, columns).map {
      SiteTable.Column(name: $0.name, unit: $0.unit, values: $1)
    }
    return output
  }

  /// Refuses statistics that make no sense.
  private static func check(_ settings: ZonalIndicator, access: LayerAccess) throws {
    var findings: [Finding] = []
    for output in settings.statistics {
      switch output.statistic {
      case .quantile(let q) where !(q >= 0 && q <= 1):
        findings.append(access.finding("'\(output.attribute)': q = \(q); wanted 0 to 1"))
      case .share(let low?, let high?) where !(low <= high):
        findings.append(
          access.finding("'\(output.attribute)': min = \(low) and max = \(high) leave no value between them"))
      default: break
      }
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
  }
}
