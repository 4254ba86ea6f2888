// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Optimization
import Synchronization
import Workflows

/// Shows the state of a search on standard error: on a terminal one line that is overwritten, with a clock
/// that goes on while the solver is silent; elsewhere plain lines, and only where something changed and the
/// search is no short one.
final class ProgressLine: Sendable {
  /// Seconds between two looks of a terminal's line.
  private static let refresh = 0.2
  /// Seconds of a search before plain lines begin.
  private static let patience = 2.0
  /// Seconds after which a plain line comes although nothing changed.
  private static let silence = 10.0
  /// Least seconds between two plain lines.
  private static let pause = 1.0

  private struct Watch {
    var state: SearchState
    /// When the search began, on the terminal's clock.
    var beganAt: Double
    var shown: SearchState?
    var shownAt = -Double.infinity
  }

  private let overwrites: Bool
  private let watch = Mutex<Watch?>(nil)

  /// A line on standard error.
  init() {
    overwrites = Terminal.overwrites
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { [weak self] in self?.tick() }
    timer.activate()
    // The timer ends with the program.
    _ = Unmanaged.passRetained(timer as AnyObject)
  }

  /// Takes a state, and shows it where one is due.
  func show(_ state: SearchState) {
    let now = Terminal.seconds()
    watch.withLock { watch in
      var current = watch ?? Watch(state: state, beganAt: now - state.elapsedSeconds)
      current.state = state
      tell(&current, now: now)
      watch = current
      if state.stage == SearchState.endStage, state.objective.number == state.objective.count {
        clear(&watch)
      }
    }
  }

  /// Takes the line away.
  func finish() { watch.withLock { clear(&$0) } }

  private func tick() {
    watch.withLock { watch in
      guard var current = watch else { return }
      tell(&current, now: Terminal.seconds())
      watch = current
    }
  }

  private func clear(_ watch: inout Watch?) {
    if overwrites, watch != nil { Terminal.clearLine() }
    watch = nil
  }

  private func tell(_ watch: inout Watch, now: Double) {
    guard isDue(watch, now: now) else { return }
    let seconds = now - watch.beganAt
    if overwrites {
      Terminal.overwrite(
        ProgressWords.line(watch.state, seconds: seconds, width: Terminal.diagnosticsWidth - 1))
    } else {
      Terminal.diagnose(ProgressWords.line(watch.state, seconds: seconds))
    }
    watch.shown = watch.state
    watch.shownAt = now
  }

  private func isDue(_ watch: Watch, now: Double) -> Bool {
    if overwrites { return now - watch.shownAt >= Self.refresh }
    guard now - watch.beganAt >= Self.patience, now - watch.shownAt >= Self.pause else { return false }
    guard let shown = watch.shown, now - watch.shownAt < Self.silence else { return true }
    let state = watch.state
    return state.stage != shown.stage || state.objective != shown.objective || state.best != shown.best
  }
}
