// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Which readings of sources are under way, so that a program that is to stop knows whether it waits for one.
///
/// GDAL cannot be stopped from outside: a server that accepts and never answers keeps a reading where it is
/// until the time limits of the connection are over.
package enum SourceReading {
  private static let starts = Mutex<[Int: ContinuousClock.Instant]>([:])
  private static let nextNumber = Atomic<Int>(0)

  /// How long the oldest reading has been under way; nil when none is.
  package static var longestUnderway: Duration? {
    starts.withLock { $0.values.min() }.map { $0.duration(to: .now) }
  }

  /// Counts a reading as under way while `body` runs.
  static func tracked<Result>(_ body: () throws -> Result) rethrows -> Result {
    let number = nextNumber.wrappingAdd(1, ordering: .relaxed).newValue
    starts.withLock { $0[number] = .now }
    defer { _ = starts.withLock { $0.removeValue(forKey: number) } }
    return try body()
  }
}
