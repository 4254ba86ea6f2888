// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import TestSupport

/// Invented sites for the tests of screening; no value is a fact.
enum ScreeningFixture {
  /// A table with identifiers `s000`, `s001` ... and columns of contents; nil is missing.
  static func table(
    _ columns: [(name: String, unit: String, values: [SiteValue.Content?])], ids: [String]? = nil
  ) throws -> SiteTable {
    let count = columns.first?.values.count ?? 0
    let ids = ids ?? (0..<count).map(id)
    var table = try SiteTable(
      sites: ids.map { ($0, "Site \($0)", SiteTable.Position(longitude: 2, latitude: 48)) })
    for column in columns {
      var values = [SiteValue](repeating: .missing("not given"), count: count)
      for (id, content) in zip(ids, column.values) {
        guard let row = table.row(of: id), let content else { continue }
        values[row] = SiteValue(content, basis: .derived, source: "layer of the test, 2017")
      }
      try table.set(SiteTable.Column(name: column.name, unit: column.unit, values: values))
    }
    return table
  }

  /// A table of numbers without units.
  static func numbers(_ columns: [(String, [Double?])], ids: [String]? = nil) throws -> SiteTable {
    try table(columns.map { ($0.0, "", $0.1.map { $0.map { .number($0) } }) }, ids: ids)
  }

  static func id(_ index: Int) -> String {
    let digits = String(index)
    return "s" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  /// Random scores: some criteria in groups, some by themselves, values on a coarse grid so that ties occur,
  /// some of them missing.
  static func random(
    seed: UInt64, sites: Int, coarse: Bool = true
  ) throws -> (table: SiteTable, parameters: ScreeningParameters) {
    var generator = SeededGenerator(seed: seed)
    let criteria = Int.random(in: 2...5, using: &generator)
    var columns: [(String, [Double?])] = []
    var scores: [ScreeningScore] = []
    for criterion in 0..<criteria {
      let values = (0..<sites).map { _ -> Double? in
        if Int.random(in: 0..<12, using: &generator) == 0 { return nil }
        return coarse
          ? Double(Int.random(in: 0...8, using: &generator)) : Double.random(in: -5...5, using: &generator)
      }
      columns.append(("a\(criterion)", values))
      let group = ["g", "h", nil, nil].randomElement(using: &generator) ?? nil
      scores.append(
        ScreeningScore(
          name: "c\(criterion)", attribute: "a\(criterion)",
          better: Bool.random(using: &generator) ? .lower : .higher,
          scale: Bool.random(using: &generator) ? .percentile : .minMax(low: nil, high: nil),
          weight: Double(Int.random(in: 1...9, using: &generator)) / 2, group: group,
          missing: Bool.random(using: &generator) ? 0 : 0.5))
    }
    var weights: [String: Double] = [:]
    for group in Set(scores.compactMap(\.group)).sorted() where Bool.random(using: &generator) {
      weights[group] = Double(Int.random(in: 1...6, using: &generator)) / 2
    }
    return (
      try numbers(columns),
      ScreeningParameters(
        top: Int.random(in: 1...max(1, sites / 2), using: &generator), samples: 60, seed: seed,
        scores: scores,
        groupWeights: weights)
    )
  }
}
