// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// Features that have no position to measure from, and so take no part in distances, counts and areas.
struct UnplacedFeatures: Sendable, Equatable {
  /// Why a feature has no position.
  enum Reason: Int, Sendable, CaseIterable {
    /// No geometry, an empty one, or one that the driver could not read.
    case noGeometry
    /// The reference system of the layer, or the one that is measured in, cannot show it.
    case unreachable

    var words: String {
      switch self {
      case .noGeometry: "no geometry, or none that can be read"
      case .unreachable: "coordinates that cannot be brought to the measuring reference system"
      }
    }
  }

  /// Features without a position, by reason.
  private var counts = [Int](repeating: 0, count: Reason.allCases.count)
  /// The first few by name, by reason.
  private var examples = [[String]](repeating: [], count: Reason.allCases.count)
  /// Features of which only a part has a position.
  private(set) var partCount = 0
  private var partExamples: [String] = []
  /// Features that were looked at.
  var total = 0

  private static let exampleLimit = 3

  /// Features without a position.
  var count: Int { counts.reduce(0, +) }

  /// Notes a feature without a position.
  mutating func add(_ name: String, _ reason: Reason) {
    counts[reason.rawValue] += 1
    if examples[reason.rawValue].count < Self.exampleLimit { examples[reason.rawValue].append(name) }
  }

  /// Notes a feature of which a part was left out.
  mutating func addPart(_ name: String) {
    partCount += 1
    if partExamples.count < Self.exampleLimit { partExamples.append(name) }
  }

  /// Whether these say more about a layer than others.
  func outweighs(_ other: UnplacedFeatures) -> Bool {
    (count, partCount, total) > (other.count, other.partCount, other.total)
  }

  /// What is left out and what follows for the values, each in words.
  ///
  /// - Parameter indicators: Names of the indicators that read the layer.
  func remarks(for indicators: [String]) -> [String] {
    var remarks: [String] = []
    if count > 0 {
      let reasons = Reason.allCases.filter { counts[$0.rawValue] > 0 }.map { reason in
        "\(reason.words): \(Self.list(examples[reason.rawValue], of: counts[reason.rawValue]))"
      }
      remarks.append(
        "\(count) of \(total) features \(count == 1 ? "has" : "have") no position and \(count == 1 ? "is" : "are") left out ("
          + reasons.joined(separator: "; ") + "); \(Self.consequences(indicators))")
    }
    if partCount > 0 {
      remarks.append(
        "of \(partCount) feature\(partCount == 1 ? "" : "s") what lies beyond 2,500 km from all sites, or beyond what the measuring reference system can show, is left out ("
          + Self.list(partExamples, of: partCount) + ")")
    }
    return remarks
  }

  /// Words after a value that features without a position may change; nil where none can.
  func bound(on indicator: LayerIndicator) -> String? {
    guard count > 0 else { return nil }
    let side: String
    switch indicator {
    case .nearest, .neighbours: side = "at most"
    case .count, .cover, .length: side = "at least"
    case .within: side = "as far as known"
    case .interpolation, .join, .rasterValue, .zonal, .slope: return nil
    }
    return "\(side), since \(count) of \(total) features \(count == 1 ? "has" : "have") no position"
  }

  private static func consequences(_ indicators: [String]) -> String {
    var parts: [String] = []
    if indicators.contains(NearestIndicator.keyword) || indicators.contains(NeighboursIndicator.keyword) {
      parts.append("distances to the nearest are upper bounds")
    }
    if [CountIndicator.keyword, CoverIndicator.keyword, LengthIndicator.keyword].contains(
      where: indicators.contains)
    {
      parts.append("numbers, lengths and areas around a site are lower bounds")
    }
    if indicators.contains(WithinIndicator.keyword) {
      parts.append("a site may lie in one of them without its being known")
    }
    if indicators.contains(InterpolationIndicator.keyword) {
      parts.append("values are interpolated without them")
    }
    return parts.joined(separator: ", ") + "; give them a position, or leave them out with where"
  }

  private static func list(_ names: [String], of count: Int) -> String {
    guard !names.isEmpty else { return "\(count)" }
    let rest = count - names.count
    return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
