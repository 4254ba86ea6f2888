// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Glibc
import Optimization
import Results
import Synchronization
import Workflows

/// What signals do that ask the program to end. A command that listens gets a raised flag, so that a search
/// ends with the best plan it has; a second signal, and the first of every other command, ends the program at
/// once. Nothing unfinished stays on the disk either way.
final class Interruption: Sendable {
  /// Raised by the first signal.
  let flag = CancellationFlag()
  private let received = Atomic<Int32>(0)

  /// The signal that came first; nil for none.
  var signal: Int32? {
    let number = received.load(ordering: .acquiring)
    return number == 0 ? nil : number
  }

  /// Who listens, and what the first signal makes the program do, for a person.
  private struct Listener {
    var interruption: Interruption
    var words: String
  }

  private static let listener = Mutex<Listener?>(nil)

  /// The signals that ask the program to end, in ascending order. Used up processor time is a signal to
  /// finish, as a limit of a batch system is.
  static let signals = [SIGHUP, SIGINT, SIGTERM, SIGXCPU]

  /// Takes over the signals for the rest of the program.
  static func begin() {
    // A file beyond the limit is then a write that fails, with its words and its clean-up, and not the end by
    // a signal.
    Glibc.signal(SIGXFSZ, SIG_IGN)
    // Who started the program with nohup means it.
    for number in signals where number != SIGHUP || !isIgnored(SIGHUP) {
      Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { handle(number) }
      source.activate()
      // The source must outlive this call and ends with the program.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }

  /// Starts to listen for the rest of the program.
  ///
  /// - Parameter words: What the first signal makes the program do, for a person.
  func listen(
    saying words: String = "interrupted: finishing with the best plan found; press again to stop at once"
  ) {
    Self.listener.withLock { $0 = Listener(interruption: self, words: words) }
  }

  private static func handle(_ number: Int32) {
    let listener = listener.withLock { $0 }
    guard let listener, listener.interruption.take(number) else {
      UnfinishedFiles.removeAll {
        Terminal.diagnose("interrupted")
        Glibc._exit(128 + number)
      }
    }
    Terminal.diagnose(listener.words)
    endAfterReading(number)
  }

  /// Raises the flag; false where it was raised before.
  private func take(_ number: Int32) -> Bool {
    let isFirst = received.compareExchange(
      expected: 0, desired: number, ordering: .acquiringAndReleasing
    ).exchanged
    if isFirst { flag.raise() }
    return isFirst
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var current = sigaction()
    guard sigaction(number, nil, &current) == 0 else { return false }
    return unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Ends the program while it waits for a source: there is no plan yet to finish with, and the library that
  /// reads it does not hear of signals.
  private static func endAfterReading(_ signal: Int32) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(250)) {
      if let waiting = SourceWatch.longestReading, waiting > .seconds(1) {
        UnfinishedFiles.removeAll {
          Terminal.diagnose("stopped while waiting for a source")
          Glibc._exit(128 + signal)
        }
      }
      endAfterReading(signal)
    }
  }
}
