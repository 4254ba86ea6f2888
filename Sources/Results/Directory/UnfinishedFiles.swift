// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// What this process is writing under names of its own, so that nothing of it stays where a signal ends the
/// process.
package enum UnfinishedFiles {
  /// Something under a name of its own.
  package enum Entry {
    case file(String)
    case directory(PartialDirectory)
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var nextNumber = 0
  }

  private static let state = Mutex(State())
  /// Held while finished files take their place: what has begun ends before the process does.
  private static let places = Mutex(())

  /// Takes note of a file or directory that is begun.
  ///
  /// - Returns: Its number, for `forget`.
  package static func note(_ entry: Entry) -> Int {
    state.withLock { state in
      state.nextNumber += 1
      state.entries[state.nextNumber] = entry
      return state.nextNumber
    }
  }

  /// Removes what is in its place, or gone.
  package static func forget(_ number: Int) {
    state.withLock { _ = $0.entries.removeValue(forKey: number) }
  }

  /// Runs what brings finished files to their place, so that a signal finds all of it done or nothing.
  package static func placing<Result: Sendable, Fault: Error>(
    _ body: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try places.withLock { (_) throws(Fault) in try body() }
  }

  /// Removes everything that is unfinished and ends the process. Files that are being put in place are waited
  /// for.
  ///
  /// - Parameter end: Ends the process.
  package static func removeAll(then end: () -> Never) -> Never {
    places.withLock { _ in
      let entries = state.withLock { $0.entries }
      for (_, entry) in entries.sorted(by: { $0.key < $1.key }) {
        switch entry {
        case .file(let path): FileSystem.removeFile(path)
        case .directory(let directory): directory.clear()
        }
      }
      end()
    }
  }
}
