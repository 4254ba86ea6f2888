// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// Statistics of the cells of a zone, each cell weighing by the fraction of it that lies in the zone.
struct ZoneStatistics {
  /// Sum of the fractions of cells with a value.
  private(set) var weight = 0.0

  private var sum = 0.0
  private var least = Double.infinity
  private var largest = -Double.infinity
  private var mean = 0.0
  /// Sum of fraction times squared distance from the mean.
  private var squares = 0.0
  private var shareWeights: [Double]
  private var table = WeightedValues()

  private let needsSquares: Bool
  private let needsTable: Bool
  private let shares: [(low: Double, high: Double)]

  /// Prepares for what is asked.
  init(_ wanted: [ZonalIndicator.Statistic]) {
    var needsSquares = false
    var needsTable = false
    var shares: [(low: Double, high: Double)] = []
    for statistic in wanted {
      switch statistic {
      case .stdev: needsSquares = true
      case .majority, .quantile: needsTable = true
      case .share(let low, let high): shares.append((low ?? -.infinity, high ?? .infinity))
      case .mean, .min, .max, .sum, .count: break
      }
    }
    self.needsSquares = needsSquares
    self.needsTable = needsTable
    self.shares = shares
    shareWeights = [Double](repeating: 0, count: shares.count)
  }

  /// Begins a new zone.
  mutating func removeAll() {
    (weight, sum, mean, squares) = (0, 0, 0, 0)
    (least, largest) = (.infinity, -.infinity)
    for index in shareWeights.indices { shareWeights[index] = 0 }
    table.removeAll()
  }

  /// Adds a rectangle of cells.
  ///
  /// - Parameters:
  ///   - coverage: Fractions of the cells.
  ///   - values: Values of the same cells, row by row; one that is not finite does not count.
  mutating func add(_ coverage: CellCoverage, values: UnsafeBufferPointer<Double>) {
    let width = coverage.width
    var (partWeight, partSum) = (0.0, 0.0)
    var (low, high) = (Double.infinity, -Double.infinity)
    coverage.withFractions { fractions in
      for row in 0..<coverage.height {
        let span = coverage.spans[row]
        let (from, at) = (row * width, row * coverage.stride)
        // One sum a row first: adding up few numbers at a time keeps more digits.
        var (rowWeight, rowSum) = (0.0, 0.0)
        for column in span {
          let fraction = fractions[at + column]
          let value = values[from + column]
          guard fraction > 0, value.isFinite else { continue }
          rowWeight += fraction
          rowSum += fraction * value
          if value < low { low = value }
          if value > high { high = value }
        }
        partWeight += rowWeight
        partSum += rowSum
      }
    }
    guard partWeight > 0 else { return }
    (least, largest) = (min(least, low), max(largest, high))
    if needsSquares {
      // Rounding must not carry the mean of equal values beside them: they spread by nothing.
      let partMean = min(max(partSum / partWeight, low), high)
      addSquares(coverage, values, partWeight: partWeight, partMean: partMean)
    }
    weight += partWeight
    sum += partSum
    if needsTable || !shares.isEmpty { addValues(coverage, values) }
  }

  /// Squared distances from the rectangle's own mean, joined with those before (Chan, Golub and LeVeque
  /// 1983).
  private mutating func addSquares(
    _ coverage: CellCoverage, _ values: UnsafeBufferPointer<Double>, partWeight: Double, partMean: Double
  ) {
    var part = 0.0
    forEachCell(coverage, values) { value, fraction in
      part += fraction * (value - partMean) * (value - partMean)
    }
    let between = partMean - mean
    let joined = weight + partWeight
    squares += part + between * between * weight * partWeight / joined
    mean += between * partWeight / joined
  }

  private mutating func addValues(_ coverage: CellCoverage, _ values: UnsafeBufferPointer<Double>) {
    if needsTable { forEachCell(coverage, values) { table.append($0, weight: $1) } }
    for index in shares.indices {
      let (low, high) = shares[index]
      var found = 0.0
      forEachCell(coverage, values) { value, fraction in
        if value >= low, value <= high { found += fraction }
      }
      shareWeights[index] += found
    }
  }

  @inline(__always)
  private func forEachCell(
    _ coverage: CellCoverage, _ values: UnsafeBufferPointer<Double>, _ body: (Double, Double) -> Void
  ) {
    coverage.withFractions { fractions in
      for row in 0..<coverage.height {
        let (from, at) = (row * coverage.width, row * coverage.stride)
        for column in coverage.spans[row] {
          let fraction = fractions[at + column]
          let value = values[from + column]
          if fraction > 0, value.isFinite { body(value, fraction) }
        }
      }
    }
  }

  /// The statistics, in the order in which they were asked for; nil where no cell has a value. A count of 0
  /// is a number.
  mutating func values(of wanted: [ZonalIndicator.Statistic]) -> [Double?] {
    var share = 0
    var found: [Double?] = []
    for statistic in wanted {
      let isEmpty = weight <= 0
      let value: Double?
      switch statistic {
      case .count: value = weight
      case .sum: value = sum
      case .mean: value = min(max(sum / weight, least), largest)
      case .min: value = least
      case .max: value = largest
      case .stdev: value = (squares / weight).squareRoot()
      case .majority: value = table.majority()
      case .quantile(let q): value = table.quantile(q)
      case .share:
        value = min(1, shareWeights[share] / weight)
        share += 1
      }
      if case .count = statistic { found.append(value) } else { found.append(isEmpty ? nil : value) }
    }
    return found
  }
}
