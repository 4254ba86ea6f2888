// SPDX-License-Identifier: GPL-3.0-or-later

/// Which figure of its band an estimate brings to a plan. Estimates may fill a map; they should not win a
/// plan.
package enum EstimateUse: String, Sendable, Codable, CaseIterable {
  /// The end that speaks least for the site: few MW and ha, late years, high costs.
  case conservative
  /// The estimate itself.
  case middle
  /// No estimate of power, area or year: a site without published ones is no candidate.
  case publishedOnly = "published_only"
}

extension SiteValue {
  /// An estimate as it is used.
  ///
  /// - Parameter attribute: Name of the column that it fills.
  func used(_ use: EstimateUse, as attribute: String) -> SiteValue {
    guard let end = EstimateUse.unfavourable[attribute], case .number(let value) = content else {
      return self
    }
    switch use {
    case .middle: return self
    case .publishedOnly:
      return EstimateUse.decisive.contains(attribute)
        ? .missing("an estimate, and estimates.use is published_only") : self
    case .conservative:
      guard let used = end == .low ? low : high, used != value else { return self }
      var conservative = self
      conservative.content = .number(used)
      conservative.source += "; \(end.rawValue) end of \(low ?? value) to \(high ?? value) (estimates.use)"
      return conservative
    }
  }
}

extension EstimateUse {
  /// An end of a band.
  enum End: String {
    case low
    case high
  }

  /// The end of the band that speaks least for a site, by attribute.
  static let unfavourable: [String: End] = [
    SiteAttribute.powerMaxMW.rawValue: .low, SiteAttribute.areaHa.rawValue: .low,
    SiteAttribute.connectionYear.rawValue: .high,
    SiteAttribute.hazardCostFactor.rawValue: .high,
  ]

  /// What a site is not planned with where only published figures count.
  static let decisive: Set<String> = [
    SiteAttribute.powerMaxMW.rawValue, SiteAttribute.areaHa.rawValue, SiteAttribute.connectionYear.rawValue,
  ]
}
