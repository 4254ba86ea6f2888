// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite struct NamePatternTests {
  /// What a pattern means, word for word.
  private func matches(_ pattern: Substring, _ name: Substring) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*" { return matches(rest, name) || !name.isEmpty && matches(pattern, name.dropFirst()) }
    guard let letter = name.first else { return false }
    return (first == "?" || first == letter) && matches(rest, name.dropFirst())
  }

  private func words(_ letters: [String], upTo length: Int) -> [String] {
    (0..<length).reduce([[""]]) { all, _ in
      all + [(all.last ?? []).flatMap { word in letters.map { word + $0 } }]
    }
    .flatMap { $0 }
  }

  @Test func `every short pattern matches what it means`() {
    let names = words(["a", "b"], upTo: 4)
    for pattern in words(["a", "b", "*", "?"], upTo: 4) {
      for name in names {
        #expect(
          NamePattern(pattern: pattern).matches(name) == matches(pattern[...], name[...]),
          "\(pattern) on \(name)")
      }
    }
  }

  @Test func `a literal is itself alone`() {
    #expect(NamePattern(literal: "a*").matches("a*"))
    #expect(!NamePattern(literal: "a*").matches("ab"))
    #expect(NamePattern(pattern: "ab") == NamePattern(literal: "ab"))
    #expect(NamePattern(pattern: "Jérôme?").matches("Jérôme1") && !NamePattern(pattern: "a*").matches("A1"))
  }

  @Test func `the nearest name is that of the pattern without its wildcards`() {
    #expect(NamePattern(pattern: "cambray-*").nearest(among: ["fouju", "cambrai-a"]) == "cambrai-a")
    #expect(NamePattern(pattern: "*").nearest(among: ["fouju", "cambrai-a"]) == nil)
  }
}
