// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A layer is read as a stream: memory does not grow with its features.
@Suite("Layers are streamed", .serialized)
struct LayerMemoryTests {
  @Test("A hundred times the features take less than 30 MB more, and the values stay right")
  func memory() throws {
    let few = try Self.peak(features: 4_000)
    let many = try Self.peak(features: 400_000)
    // Held as objects, 400,000 points with a field would take a hundred megabytes and more.
    #expect(many - few < 30, "\(few) MB for 4,000 features, \(many) MB for 400,000")
  }

  /// Peak memory of a run in MB.
  private static func peak(features: Int) throws -> Double {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = try Python.run(
      ["scripts/oracles/layers_memory.py", ArpentBinary.path, "\(features)", folder.path])
    let line = try #require(text.split(separator: "\n").last.map(String.init))
    let found = try #require(
      try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(text)")
    #expect(found["faults"] as? [String] == [], "\(features) features")
    return try #require(found["megabytes"] as? Double)
  }
}
