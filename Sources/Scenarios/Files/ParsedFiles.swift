// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Files that were read and parsed without a finding, so that a thousand readings of the same scenario parse
/// each file once. What is written to a file after its first reading is not seen. Shared by all threads.
package final class ParsedFiles: Sendable {
  private let known = Mutex<[String: ConfigNode]>([:])

  /// Nothing read yet.
  package init() {}

  func node(_ path: String) -> ConfigNode? { known.withLock { $0[path] } }

  func keep(_ node: ConfigNode, of path: String) { known.withLock { $0[path] = node } }
}
