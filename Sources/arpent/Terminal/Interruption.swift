// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Glibc
import Optimization
import Synchronization

/// Turns Ctrl-C and SIGTERM into a raised flag, so that a search ends with the best plan it has. A second Ctrl-C ends the program
/// at once.
final class Interruption: Sendable {
  /// Raised by the first signal.
  let flag = CancellationFlag()
  private let received = Atomic<Int32>(0)

  /// The signal that came first; nil for none.
  var signal: Int32? {
    let number = received.load(ordering: .acquiring)
    return number == 0 ? nil : number
  }

  /// Starts to listen for the rest of the program.
  ///
  /// - Parameter words: What the first signal makes the program do, for a person.
  func listen(
    saying words: String = "interrupted: finishing with the best plan found; press again to stop at once"
  ) {
    for number in [SIGINT, SIGTERM] {
      Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        let isFirst = received.compareExchange(
          expected: 0, desired: number, ordering: .acquiringAndReleasing
        ).exchanged
        if !isFirst { Glibc._exit(128 + number) }
        flag.raise()
        Terminal.talk(words)
      }
      source.activate()
      // The source must outlive this call and ends with the program.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }
}
