// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the valid name that a mistyped one most likely meant.
///
/// Distance is the optimal string alignment distance (insertions, deletions, substitutions and swaps of
/// neighbours) over lower-cased characters. A candidate farther than a third of the longer name is no
/// suggestion, unless it is the only one of which the name is a part, as `gb300` is of `gb300-nvl72`.
///
/// - Parameters:
///   - name: What was written.
///   - candidates: The valid names, in any order.
/// - Returns: The nearest candidate, the alphabetically first one on a tie, or nil when none is near.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let target = Array(name.lowercased())
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    let limit = max(1, max(target.count, other.count) / 3)
    guard abs(target.count - other.count) <= limit else { continue }
    let distance = alignmentDistance(target, other)
    guard distance <= limit else { continue }
    if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  if let best { return best.name }
  let whole = Set(namesContaining(name, among: candidates))
  return whole.count == 1 ? whole.first : nil
}

/// Finds the valid names of which a written one is a part, for example `fouju-campus-ia` for `fouju`, in
/// order.
package func namesContaining(_ part: String, among candidates: some Sequence<String>) -> [String] {
  let wanted = part.lowercased()
  guard wanted.count >= 3 else { return [] }
  return candidates.filter { $0.lowercased().contains(wanted) }.sorted()
}

/// Optimal string alignment distance between two character sequences.
private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var current = last
  for i in 1...a.count {
    current[0] = i
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      var distance = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        distance = min(distance, beforeLast[j - 2] + 1)
      }
      current[j] = distance
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[b.count]
}
