// SPDX-License-Identifier: GPL-3.0-or-later

import Studies
import Testing

@Suite("Shards of a study")
struct ShardTests {
  @Test("The shards hold every case once, whatever their number, and differ by at most one")
  func partition() throws {
    for count in [0, 1, 2, 5, 40] {
      let cases = Array(0..<count)
      for n in [1, 2, 3, 7, 39, 40, 41, 1_000] {
        let parts = try (1...n).map { try #require(CaseShard(index: $0, count: n)).part(of: cases) }
        #expect(parts.flatMap(\.self).sorted() == cases)
        let sizes = parts.map(\.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
        for (position, part) in parts.enumerated() {
          let shard = try #require(CaseShard(index: position + 1, count: n))
          #expect(cases.filter(shard.holds) == part)
        }
      }
    }
    #expect(CaseShard.whole.part(of: [3, 1, 2]) == [3, 1, 2])
  }

  @Test("A shard reads back as it is written")
  func written() {
    #expect(CaseShard("3/8") == CaseShard(index: 3, count: 8))
    #expect(CaseShard(index: 3, count: 8)?.description == "3/8")
  }

  @Test(
    "What is no shard is refused",
    arguments: [
      "", "/", "1", "0/4", "5/4", "1/0", "-1/4", "+1/4", "1/4/2", " 1/4", "a/b", "1/", "/2",
      "1/99999999999999999999", "１/４",
    ])
  func refused(text: String) {
    #expect(CaseShard(text) == nil)
  }
}
