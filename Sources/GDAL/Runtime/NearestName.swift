// SPDX-License-Identifier: GPL-3.0-or-later

/// The candidate that a mistyped name most likely means, or nil when none is near.
///
/// The distance counts insertions, deletions, substitutions and swaps of neighbours over lower-cased
/// characters; one third of the length of the longer name is the most that still counts as near. The wrapper
/// has its own small copy of this so that it depends on nothing.
func nearestName(to name: String, among candidates: [String]) -> String? {
  let wanted = Array(name.lowercased())
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    let distance = alignmentDistance(wanted, other)
    guard distance <= max(1, max(wanted.count, other.count) / 3), distance < max(wanted.count, other.count)
    else {
      continue
    }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// Optimal string alignment distance, with the whole table kept: names are short.
private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { table[i][0] = i }
  for j in 0...b.count { table[0][j] = j }
  for i in a.indices {
    for j in b.indices {
      var distance = min(
        table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, table[i + 1][j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, table[i - 1][j - 1] + 1)
      }
      table[i + 1][j + 1] = distance
    }
  }
  return table[a.count][b.count]
}

/// A hint that names the nearest valid name, else a few of the valid names.
func suggestion(for name: String, among candidates: [String], what: String) -> String? {
  if let near = nearestName(to: name, among: candidates) { return "did you mean \"\(near)\"?" }
  guard !candidates.isEmpty else { return nil }
  let shown = candidates.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
  return "\(what): \(shown)\(candidates.count > 12 ? " and \(candidates.count - 12) more" : "")"
}
