// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Optimization
import Quantities
import Results
import Synchronization

/// Works through the cases of a study on several threads, and beside other processes that work on the same
/// folder. Which thread or process answers which case makes no difference to any byte.
final class StudyRunner: Sendable {
  private let solver: CaseSolver
  private let store: CaseStore
  private let cache: CaseStore?
  private let solves: Bool
  private let cases: [CaseChanges]
  private let report: @Sendable (_ done: Int, _ of: Int, _ answer: CaseAnswer) -> Void
  private let state: Mutex<State>

  private struct State {
    var next = 0
    var answers: [CaseAnswer?]
    /// Keys that a thread of this process works on.
    var inWork: Set<CaseKey> = []
    var done = 0
    /// Why the run cannot go on, for example a full disk.
    var fault: WorkflowFailure?
  }

  /// A run over cases.
  ///
  /// - Parameters:
  ///   - cases: The cases.
  ///   - solver: Answers them.
  ///   - store: Keeps the answers.
  ///   - cache: Answers of other studies, read and added to; nil for none.
  ///   - solves: Whether cases without an answer are solved; otherwise they stay without.
  ///   - report: Told after each case, from the thread that finished it.
  init(
    cases: [CaseChanges], solver: CaseSolver, store: CaseStore, cache: CaseStore? = nil,
    solves: Bool = true,
    report: @escaping @Sendable (_ done: Int, _ of: Int, _ answer: CaseAnswer) -> Void
  ) {
    self.cases = cases
    self.solver = solver
    self.store = store
    self.cache = cache
    self.solves = solves
    self.report = report
    state = Mutex(State(answers: Array(repeating: nil, count: cases.count)))
  }

  /// Answers every case that has no answer yet.
  ///
  /// - Returns: What became of each case, in their order; fewer where the run was interrupted.
  /// - Throws: `WorkflowFailure` where answers cannot be written; what was answered before is kept.
  func run(jobs: Int) throws -> [CaseAnswer] {
    let finished = DispatchSemaphore(value: 0)
    let workers = max(1, min(jobs, cases.count))
    for _ in 0..<workers {
      let thread = Thread { [self] in
        work()
        finished.signal()
      }
      // GLPK's branch and bound goes deep.
      thread.stackSize = 64 << 20
      thread.start()
    }
    for _ in 0..<workers { finished.wait() }
    let (answers, fault) = state.withLock { ($0.answers, $0.fault) }
    if let fault { throw fault }
    return answers.compactMap { $0 }
  }

  private func work() {
    var postponed: [Int] = []
    while let index = takeNext() {
      if !answer(index, waits: false) { postponed.append(index) }
    }
    // What others were working on is waited for at the end, when there is nothing else to do.
    for index in postponed where !isStopped { _ = answer(index, waits: true) }
  }

  private var isStopped: Bool {
    solver.context.cancellation.isRaised || state.withLock { $0.fault != nil }
  }

  private func takeNext() -> Int? {
    if isStopped { return nil }
    return state.withLock { state in
      guard state.next < cases.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// Answers one case.
  ///
  /// - Returns: False when somebody else is working on the same question and nobody shall wait.
  private func answer(_ index: Int, waits: Bool) -> Bool {
    let changes = cases[index]
    do {
      let prepared = try solver.prepare(changes.overlays)
      let key = prepared.key
      while true {
        if isAnswered(key) {
          finish(index, CaseAnswer(changes: changes, key: key, wasKnown: true))
          return true
        }
        if take(key) { break }
        if !solves {
          finish(index, CaseAnswer(changes: changes, key: key, wasKnown: true))
          return true
        }
        if !waits { return false }
        if isStopped { return true }
        Thread.sleep(forTimeInterval: 0.02)
      }
      defer { giveBack(key) }
      // It may have been answered between the look and the lock, or by another study.
      if try isAnswered(key) || takeOver(key) || !solves {
        finish(index, CaseAnswer(changes: changes, key: key, wasKnown: true))
        return true
      }
      let document = try solver.document(of: prepared)
      // What an interruption cut short is no answer.
      if solver.context.cancellation.isRaised { return true }
      try store.write(document, key: key.text)
      try share(document, key: key)
      finish(index, CaseAnswer(changes: changes, key: key))
    } catch let error as ResultDirectoryError {
      state.withLock { $0.fault = $0.fault ?? WorkflowFailure(.cannotWrite, "\(error)") }
    } catch let failure as WorkflowFailure {
      finish(index, CaseAnswer(changes: changes, findings: failure.findings))
    } catch {
      finish(index, CaseAnswer(changes: changes, findings: [Finding("\(error)")]))
    }
    return true
  }

  private func isAnswered(_ key: CaseKey) -> Bool { store.document(of: key.text) != nil }

  /// Takes the answer of another study; only who has claimed a case may write it.
  private func takeOver(_ key: CaseKey) throws -> Bool {
    guard let document = cache?.document(of: key.text) else { return false }
    try store.write(document, key: key.text)
    return true
  }

  /// Gives an answer to other studies, unless one of them is just giving the same.
  private func share(_ document: JSONValue, key: CaseKey) throws {
    guard let cache, cache.document(of: key.text) == nil, cache.claim(key.text) else { return }
    defer { cache.release(key.text) }
    try cache.write(document, key: key.text)
  }

  private func take(_ key: CaseKey) -> Bool {
    guard state.withLock({ $0.inWork.insert(key).inserted }) else { return false }
    if store.claim(key.text) { return true }
    state.withLock { _ = $0.inWork.remove(key) }
    return false
  }

  private func giveBack(_ key: CaseKey) {
    store.release(key.text)
    state.withLock { _ = $0.inWork.remove(key) }
  }

  private func finish(_ index: Int, _ answer: CaseAnswer) {
    let done = state.withLock { state in
      state.answers[index] = answer
      state.done += 1
      return state.done
    }
    report(done, cases.count, answer)
  }
}
