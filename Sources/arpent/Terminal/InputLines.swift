// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Workflows

/// Lines of standard input as they come. Waiting for one ends when it shall; of a line that is too long only
/// the beginning is kept.
struct InputLines {
  /// Bytes that are kept of a line.
  let byteLimit: Int
  private var pending: ArraySlice<UInt8> = []
  private var hasEnded = false

  /// - Parameter byteLimit: Bytes that are kept of a line; of a longer one, one more than that.
  init(byteLimit: Int) { self.byteLimit = byteLimit }

  /// The next line without its end, which the last line need not have.
  ///
  /// - Parameter isStopped: Asked ten times a second while nothing comes.
  /// - Returns: Nil at the end of the input, and when stopped.
  /// - Throws: `WorkflowFailure` where standard input cannot be read.
  mutating func next(unless isStopped: () -> Bool) throws -> [UInt8]? {
    var line: [UInt8] = []
    var hasBegun = false
    while !isStopped() {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        line += pending[..<end].prefix(byteLimit + 1 - line.count)
        pending = pending[(end + 1)...]
        return line
      }
      hasBegun = hasBegun || !pending.isEmpty
      line += pending.prefix(byteLimit + 1 - line.count)
      pending = []
      if hasEnded { return hasBegun ? line : nil }
      try fill()
    }
    return nil
  }

  /// Reads what is there; nothing if nothing comes within a tenth of a second.
  private mutating func fill() throws {
    var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, 100) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { return }
      throw WorkflowFailure(
        .cannotOpen, "standard input cannot be read: \(String(cString: strerror(errno)))")
    }
    hasEnded = count == 0
    pending = chunk[..<count]
  }
}
