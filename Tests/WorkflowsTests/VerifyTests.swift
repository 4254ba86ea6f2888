// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import TestSupport
import Testing
import Workflows

@Suite("What verify says of a whole result")
struct VerifyTests {
  @Test func timing() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let made = try SmallResult(changes: ["limits.sites_max=2"], gap: 0.001)
    print("planned", clock.now - start)
    for _ in 0..<3 {
      let begin = clock.now
      let answer = try made.verify()
      print(clock.now - begin, answer.text)
    }
    print(made.files.mapValues(\.count))
    print(String(decoding: made.files["manifest.json"] ?? [], as: UTF8.self))
  }
}
