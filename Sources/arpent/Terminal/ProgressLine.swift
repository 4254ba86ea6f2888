// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Synchronization

/// Shows the state of a search on a terminal: stage, bound and best plan in MEUR, gap, nodes, seconds. One line that is
/// overwritten, at most five times a second.
final class ProgressLine: Sendable {
  private let lastShown = Mutex<Double>(-1)

  /// Shows a state, unless one was shown just now.
  func show(_ state: SolveProgress) {
    let isDue = lastShown.withLock { last in
      guard state.elapsedSeconds - last >= 0.2 else { return false }
      last = state.elapsedSeconds
      return true
    }
    if isDue { Terminal.overwrite(Self.line(state)) }
  }

  /// Leaves the line behind.
  func finish() {
    if lastShown.withLock({ $0 }) >= 0 { Terminal.talk("") }
  }

  /// A state in words.
  static func line(_ state: SolveProgress) -> String {
    func money(_ value: Double?) -> String { value.map { "\(($0 * 10).rounded() / 10) MEUR" } ?? "none yet" }
    var text = "\(state.stage): best plan \(money(state.incumbent)), bound \(money(state.bound))"
    if let incumbent = state.incumbent, let bound = state.bound, incumbent != 0 {
      let percent = (incumbent - bound) / incumbent.magnitude * 100
      text += ", gap \((percent * 1_000).rounded() / 1_000) % or \(money(incumbent - bound))"
    }
    return text + ", \(state.nodes) nodes, \(Int(state.elapsedSeconds)) s"
  }
}
