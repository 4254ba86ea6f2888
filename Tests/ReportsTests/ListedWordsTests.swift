// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite struct ListedWordsTests {
  @Test func aListThatIsCutSaysHowManyThereAre() {
    let words = ["a", "b", "c"]
    #expect(listed(words, atMost: 3) == "a, b, c")
    #expect(listed(words, atMost: 2) == "a, b and 1 more")
    #expect(listed(words, atMost: 1, separator: "; ") == "a; and 2 more")
    #expect(listed([], atMost: 2) == "")
  }
}
