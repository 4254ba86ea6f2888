// SPDX-License-Identifier: GPL-3.0-or-later

/// Watches numbers for one that looks as if it stood for "no value" without the source saying so: a usual
/// one, far from all others.
struct UndeclaredNoData {
  /// Numbers in use for it, the most frequent first.
  private static let usual: [Double] = [
    -9_999, -32_768, -99_999, -999, -9_999_999, 9_999, 99_999, 32_767, 65_535, 255, -2_147_483_648,
    2_147_483_647,
  ]
  /// The same beyond what single precision holds exactly: of climate models, of NetCDF, and round ones.
  private static let rounded: [Double] = [1e20, 1e30, 1e37, 9.969209968386869e36]
  /// From here on a number is the largest or least of single precision or near it.
  private static let extreme = 3.4e38

  private var count = 0
  private var counts: [Double: Int] = [:]
  private var least = Double.infinity
  private var largest = -Double.infinity

  /// Takes a number.
  mutating func add(_ number: Double) {
    guard number.isFinite else { return }
    count += 1
    // Most numbers are none of them, and that must be quick to see.
    if number >= -998, number < 255 {
      if number < least { least = number }
      if number > largest { largest = number }
      return
    }
    if number.magnitude >= Self.extreme || Self.usual.contains(number)
      || number.magnitude > 1e19
        && Self.rounded.contains(where: { (number.magnitude / $0 - 1).magnitude < 1e-6 })
    {
      counts[number, default: 0] += 1
    } else {
      least = min(least, number)
      largest = max(largest, number)
    }
  }

  /// The number that stands out, and how often it came; nil when none does.
  var found: (value: Double, count: Int, of: Int)? {
    let standing = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first { value, _ in
      // Others of the list are no evidence for either.
      value < 0 ? least > value / 2 : largest < value * 0.8
    }
    return standing.map { ($0.key, $0.value, count) }
  }

  /// In words; nil when no number stands out.
  ///
  /// - Parameters:
  ///   - place: Band or field.
  ///   - what: `cells` or `features`.
  func remark(_ place: String, _ what: String) -> String? {
    found.map { found in
      let number = Int64(exactly: found.value).map { "\($0)" } ?? "\(found.value)"
      return
        "\(place): \(found.count) of \(found.of) \(what) read hold \(number), which often stands for no value, and the source does not "
        + "say so; state nodata = \(number) if it does"
    }
  }
}
