// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Compares text with a golden file under Tests. With ARPENT_RECORD=1 in the environment the file is written
/// anew, and the comparison fails all the same, so that a recording run never passes for a test.
package enum Snapshot {
  /// What is wrong; nil when the text is the golden one.
  package static func difference(_ text: String, golden name: String) -> String? {
    let file = ArpentBinary.root + "/Tests/" + name
    if ProcessInfo.processInfo.environment["ARPENT_RECORD"] == "1" {
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try? text.write(toFile: file, atomically: true, encoding: .utf8)
      return "recorded \(name); run again without ARPENT_RECORD"
    }
    guard let golden = FileManager.default.contents(atPath: file) else {
      return "there is no golden file \(name); run with ARPENT_RECORD=1"
    }
    let wanted = String(decoding: golden, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    if wanted == found { return nil }
    for (line, pair) in zip(wanted, found).enumerated() where pair.0 != pair.1 {
      return "\(name):\(line + 1): wanted\n  \(pair.0)\ngot\n  \(pair.1)"
    }
    return "\(name): \(wanted.count) lines wanted, \(found.count) found"
  }
}
