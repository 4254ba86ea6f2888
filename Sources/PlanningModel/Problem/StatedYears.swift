// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// In which calendar year the limit of each planning year is written; the planning year itself where nothing
/// is said.
package struct StatedYears: Sendable, Equatable, Codable {
  /// Of the demand in GPUs: `[year]`.
  package var demand: [Int] = []
  /// Of deliveries: `[sku][year]`.
  package var supply: [[Int]] = []
  /// Of the free power of demand zones: `[zone][year]`.
  package var zones: [[Int]] = []

  /// Nothing is said.
  package init() {}

  /// The years of some limits by year, each carried forward; those before the first one are written in the
  /// first planning year.
  package static func carried(_ stated: some Collection<Int>, years: [Int]) -> [Int] {
    years.map { year in stated.filter { $0 <= year }.max() ?? years.first ?? year }
  }
}
