// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Scenarios
import Sites
import Synchronization

/// The layers that were read before, so that cases of one study that share them read them once. Shared by all
/// threads.
final class LayerCache: Sendable {
  /// What decides which layers are read and how.
  private struct Key: Sendable, Equatable {
    var sites: [SiteSource]
    var measureCRS: String?
    var layers: [LayerSource]

    init(_ scenario: Scenario) {
      sites = scenario.siteSources
      measureCRS = scenario.measureCRS
      layers = scenario.layers
    }
  }

  private let entries = Mutex<[(key: Key, reading: SiteTableReader.Reading)]>([])
  /// Held while layers are read, so that two threads never read the same ones.
  private let reading = Mutex<Void>(())

  /// The reading of a scenario's layers, made by `read` if nobody made it before.
  ///
  /// - Throws: What `read` throws; a failure is not kept.
  func reading(
    of scenario: Scenario, read: () throws -> SiteTableReader.Reading
  ) throws -> SiteTableReader.Reading {
    let key = Key(scenario)
    if let known = known(key) { return known }
    return try reading.withLock { _ in
      if let known = known(key) { return known }
      let made = try read()
      entries.withLock { $0.append((key, made)) }
      return made
    }
  }

  private func known(_ key: Key) -> SiteTableReader.Reading? {
    entries.withLock { entries in
      for entry in entries where entry.key == key { return entry.reading }
      return nil
    }
  }
}
