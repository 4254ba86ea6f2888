// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes down the states of a search in which something changed, and thins them out where there are too
/// many: first those in which nothing but the bound moved. What is kept depends on the states alone, never on
/// time.
package struct SearchRecorder: Sendable {
  /// Entries that a trace holds at most, unless told otherwise.
  package static let mostEntries = 500

  private let limit: Int
  private var entries: [SearchTrace.Entry] = []
  private var latest: SearchTrace.Entry?
  /// Every how many-th move of the bound is written down.
  private var stride = 1
  private var moves = 0

  /// - Parameter limit: Entries that the trace holds at most, from 2.
  package init(limit: Int = Self.mostEntries) { self.limit = max(2, limit) }

  /// What was written down, the latest change among it.
  package var trace: SearchTrace {
    var all = entries
    if let latest, latest != all.last {
      if all.count == limit { all.removeLast() }
      all.append(latest)
    }
    return SearchTrace(all)
  }

  /// Takes a state; one in which neither stage, objective, best plan nor bound is new is passed over.
  package mutating func record(_ state: SearchState) {
    let entry = SearchTrace.Entry(
      stage: state.stage, objective: state.objective.name, best: state.best, bound: state.bound,
      nodes: state.nodes,
      iterations: state.iterations, seconds: state.elapsedSeconds)
    if let latest, Self.movesBoundAlone(latest, entry) {
      if latest.bound == entry.bound { return }
      moves += 1
      self.latest = entry
      guard moves % stride == 0 else { return }
    }
    latest = entry
    entries.append(entry)
    if entries.count > limit { thin() }
  }

  /// Keeps every other move of the bound; where better plans and stages alone are too many, every other of
  /// those.
  private mutating func thin() {
    let count = entries.count
    entries = Self.halved(entries) { before, entry in Self.movesBoundAlone(before, entry) }
    if entries.count < count { stride = min(2 * stride, 1 << 40) }
    while entries.count > limit { entries = Self.halved(entries) { _, _ in true } }
  }

  /// Without every other one of the entries that may go; the first and the last stay.
  private static func halved(
    _ entries: [SearchTrace.Entry], mayGo: (SearchTrace.Entry, SearchTrace.Entry) -> Bool
  ) -> [SearchTrace.Entry] {
    var kept: [SearchTrace.Entry] = []
    var goes = true
    for (index, entry) in entries.enumerated() {
      if index > 0, index < entries.count - 1, mayGo(entries[index - 1], entry) {
        goes.toggle()
        if !goes { continue }
      }
      kept.append(entry)
    }
    return kept
  }

  /// Whether stage, objective and best plan are the same.
  private static func movesBoundAlone(_ before: SearchTrace.Entry, _ after: SearchTrace.Entry) -> Bool {
    before.stage == after.stage && before.objective == after.objective && before.best == after.best
  }
}
