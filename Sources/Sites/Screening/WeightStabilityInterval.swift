// SPDX-License-Identifier: GPL-3.0-or-later

/// The ends of the range of one weight over which the same sites are on the shortlist.
///
/// A member must stay ahead of every other site; each such pair bounds the weight where their two lines
/// cross, and the nearest crossing on either side is the end. It is found without looking at all pairs: the
/// lead of the last member over the first non-member is a concave function of the weight, made of straight
/// pieces, and from a place beyond its zero the zero of the piece there is always nearer (Newton's method),
/// until it is the zero itself. The ends are crossings of two lines, not samples.
struct WeightStabilityInterval {
  /// An end and what changes just beyond it.
  struct Change {
    /// The weight.
    var weight: Double
    /// Sites that come onto the list, ascending.
    var enters: [Int]
    /// Sites that leave it, ascending.
    var leaves: [Int]
  }

  /// Lower end; nil where no smaller weight changes the list.
  let low: Change?
  /// Upper end; nil where no larger weight changes the list.
  let high: Change?

  /// Finds the ends.
  ///
  /// - Parameters:
  ///   - line: Totals as the weight moves.
  ///   - isMember: Whether each kept site is on the list at the stated weight.
  ///   - weight: The stated weight.
  /// - Returns: nil where all kept sites are on the list, so that nothing can change.
  init?(_ line: WeightLine, isMember: [Bool], weight: Double) {
    let search = EndSearch(
      line: line, members: isMember.indices.filter { isMember[$0] },
      others: isMember.indices.filter { !isMember[$0] }, start: weight / line.scale)
    guard !search.members.isEmpty, !search.others.isEmpty else { return nil }
    // The way from weight to place and back may cost the last digit.
    high = search.upperEnd().map { place in
      var change = search.change(at: place, isUpper: true)
      change.weight = max(change.weight, weight)
      return change
    }
    low = search.lowerEnd().map { place in
      var change = search.change(at: place, isUpper: false)
      change.weight = min(change.weight, weight)
      return change
    }
  }
}

/// The search for both ends.
private struct EndSearch {
  let line: WeightLine
  let members: [Int]
  let others: [Int]
  /// Place of the stated weight.
  let start: Double

  /// Place of the upper end; nil for none.
  func upperEnd() -> Double? {
    // Far out, the site with the least share of the criterion is the last, whatever else it has.
    var last = members[0]
    for site in members.dropFirst()
    where (line.alone[site], line.without[site]) < (line.alone[last], line.without[last]) { last = site }
    var first = others[0]
    for site in others.dropFirst()
    where (line.alone[site], line.without[site]) > (line.alone[first], line.without[first]) { first = site }
    guard line.alone[last] < line.alone[first] else { return nil }
    var end = crossing(last, first)
    while end > start {
      (last, first) = pair(at: end) { $0 < $1 }
      guard line.alone[last] < line.alone[first] else { break }
      let next = crossing(last, first)
      guard next < end else { break }
      end = next
    }
    return max(end, start)
  }

  /// Place of the lower end; nil for none.
  func lowerEnd() -> Double? {
    // Just above 0, sites that are equal without the criterion are ordered by it.
    var (last, first) = pair(at: 0) { $0 < $1 }
    guard line.without[last] < line.without[first] else { return nil }
    (last, first) = pair(at: 0) { $0 > $1 }
    guard line.alone[last] > line.alone[first] else { return start }
    var end = crossing(last, first)
    while end < start {
      (last, first) = pair(at: end) { $0 > $1 }
      guard line.alone[last] > line.alone[first] else { break }
      let next = crossing(last, first)
      guard next > end else { break }
      end = next
    }
    return min(end, start)
  }

  /// Where two sites change places.
  private func crossing(_ a: Int, _ b: Int) -> Double {
    (line.without[a] - line.without[b]) / (line.alone[b] - line.alone[a])
  }

  /// The last member and the first of the others at a place. Of equal members the one that falls behind
  /// soonest is taken, and of equal others the one that gets ahead soonest.
  ///
  /// - Parameter fallsBehind: Whether a site with the first share of the criterion falls behind one with the
  ///   second share, in the direction of the search.
  private func pair(at x: Double, fallsBehind: (Double, Double) -> Bool) -> (last: Int, first: Int) {
    var last = members[0]
    var least = line.value(last, at: x)
    for site in members.dropFirst() {
      let value = line.value(site, at: x)
      if value < least || value == least && fallsBehind(line.alone[site], line.alone[last]) {
        (last, least) = (site, value)
      }
    }
    var first = others[0]
    var most = line.value(first, at: x)
    for site in others.dropFirst() {
      let value = line.value(site, at: x)
      if value > most || value == most && fallsBehind(line.alone[first], line.alone[site]) {
        (first, most) = (site, value)
      }
    }
    return (last, first)
  }

  /// What changes just beyond an end: sites that are level there are put in order of their shares of the
  /// criterion.
  func change(at x: Double, isUpper: Bool) -> WeightStabilityInterval.Change {
    let sites = (members + others).sorted { a, b in
      let (first, second) = (line.value(a, at: x), line.value(b, at: x))
      return first == second ? a < b : first > second
    }
    // Levels are whole units but for the rounding of the crossing itself.
    let tolerance = 2 * (1 + x)
    var begin = members.count - 1
    while begin > 0,
      line.value(sites[begin - 1], at: x) - line.value(sites[begin], at: x) <= tolerance
    { begin -= 1 }
    var end = members.count
    while end < sites.count,
      line.value(sites[end - 1], at: x) - line.value(sites[end], at: x) <= tolerance
    { end += 1 }
    let level = sites[begin..<end].sorted { a, b in
      let (first, second) = (line.alone[a], line.alone[b])
      return first == second ? a < b : (first > second) == isUpper
    }
    let beyond = Set(sites[..<begin] + level.prefix(members.count - begin))
    var change = WeightStabilityInterval.Change(
      weight: x * line.scale, enters: others.filter { beyond.contains($0) },
      leaves: members.filter { !beyond.contains($0) })
    if change.enters.isEmpty {
      let (last, first) = pair(at: x) { isUpper ? $0 < $1 : $0 > $1 }
      (change.enters, change.leaves) = ([first], [last])
    }
    return change
  }
}
