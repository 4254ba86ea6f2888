// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Sees every file that takes its name in a folder, also one that replaces another of the same name.
final class FolderWatch {
  private let watch: Int32

  /// Watches a folder that exists; nil where the system does not offer it.
  init?(_ folder: String) {
    watch = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard watch >= 0, inotify_add_watch(watch, folder, UInt32(IN_MOVED_TO)) >= 0 else { return nil }
  }

  deinit { close(watch) }

  /// How often each name was taken since the last call.
  func counts() -> [String: Int] {
    var counts: [String: Int] = [:]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(watch, &buffer, buffer.count)
      guard got > 0 else { return counts }
      var place = 0
      while place + 16 <= got {
        let length = Int(
          buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self) })
        let name = buffer[(place + 16)..<(place + 16 + length)].prefix { $0 != 0 }
        counts[String(decoding: name, as: UTF8.self), default: 0] += 1
        place += 16 + length
      }
    }
  }
}
