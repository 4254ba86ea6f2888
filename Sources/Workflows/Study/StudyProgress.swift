// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Tells a person how far a study is: on a terminal by a line that is overwritten, elsewhere by a line now
/// and then. The estimate of what is left counts only cases that were solved now: answers that were there
/// cost nothing and would flatter it.
final class StudyProgress: Sendable {
  private struct State {
    var solved = 0
    var reportedSeconds: Double
  }

  /// Seconds between two lines, of a terminal and elsewhere.
  private static let refresh = 0.2
  private static let pause = 10.0
  /// Seconds of a study before plain lines begin.
  private static let patience = 2.0

  private let context: WorkflowContext
  private let begin: Double
  private let state: Mutex<State>

  init(context: WorkflowContext) {
    self.context = context
    begin = context.seconds()
    state = Mutex(State(reportedSeconds: begin))
  }

  /// A case is done.
  func report(done: Int, of count: Int, _ answer: CaseAnswer) {
    let now = context.seconds()
    let (solved, tells) = state.withLock { state in
      if !answer.wasKnown { state.solved += 1 }
      let pause =
        context.status != nil ? Self.refresh : state.reportedSeconds == begin ? Self.patience : Self.pause
      let tells = done == count || now - state.reportedSeconds >= pause
      if tells { state.reportedSeconds = now }
      return (state.solved, tells)
    }
    for finding in answer.findings { context.diagnose(finding.during("case \(answer.changes.id)").shown) }
    guard tells else { return }
    var line = "\(done) of \(count) cases"
    if solved > 0, done < count {
      let left = (now - begin) / Double(solved) * Double(count - done)
      line += ", about \(Self.words(left)) left if the rest take as long"
    }
    // The last line stays.
    if let status = context.status, done < count { status(line) } else { context.diagnose(line) }
  }

  private static func words(_ seconds: Double) -> String {
    if seconds < 90 { return "\(Int(seconds.rounded(.up))) s" }
    if seconds < 5_400 { return "\(Int((seconds / 60).rounded(.up))) min" }
    return "\((seconds / 360).rounded(.up) / 10) h"
  }
}
