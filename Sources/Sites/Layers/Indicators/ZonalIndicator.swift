// SPDX-License-Identifier: GPL-3.0-or-later

/// Statistics of the raster cells in a zone: a circle around the site, or its own polygon. Each cell weighs
/// by the exact fraction of it that lies in the zone; cells without value do not count.
package struct ZonalIndicator: IndicatorSettings {
  package static let keyword = "zonal"
  package static let readsRaster = true

  /// A statistic of the cells.
  package enum Statistic: Sendable, Equatable, Codable {
    /// Weighted mean.
    case mean
    /// Least value of a cell that the zone touches.
    case min
    /// Largest value of a cell that the zone touches.
    case max
    /// Sum of value times fraction.
    case sum
    /// Sum of fractions: how many cells.
    case count
    /// Weighted population standard deviation.
    case stdev
    /// The value with the largest sum of fractions; the larger value on a tie.
    case majority
    /// Weighted quantile, 0 to 1; 0.5 is the median.
    case quantile(Double)
    /// Share, 0 to 1, of the zone's cells with values between two ends, both included; nil is no end.
    case share(min: Double?, max: Double?)
  }

  /// A statistic and the attribute that takes it.
  package struct Output: Sendable, Equatable, Codable {
    /// The statistic.
    package var statistic: Statistic
    /// The attribute that takes it.
    package var attribute: String

    /// A statistic and the attribute that takes it.
    package init(_ statistic: Statistic, attribute: String) {
      self.statistic = statistic
      self.attribute = attribute
    }
  }

  /// Radius of the zone around the site in km; nil for the site's own polygon.
  package var bufferKm: Double?
  /// Band, from 1; nil where none is stated, and the first is read.
  package var band: Int?
  /// Unit of the raster's values.
  package var unit: String
  /// What to compute, in the order of the columns.
  package var statistics: [Output]

  /// Statistics of the raster cells in a zone.
  package init(bufferKm: Double? = nil, band: Int? = nil, unit: String = "", statistics: [Output]) {
    self.bufferKm = bufferKm
    self.band = band
    self.unit = unit
    self.statistics = statistics
  }

  package var outputs: [DerivedAttribute] {
    statistics.map { output in
      switch output.statistic {
      case .count, .share: DerivedAttribute(output.attribute)
      default: DerivedAttribute(output.attribute, unit: unit)
      }
    }
  }
}
