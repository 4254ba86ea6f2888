// SPDX-License-Identifier: GPL-3.0-or-later

import BoundProof
import Quantities
import Testing

@Suite struct DecimalClaimTests {
  @Test(
    "A number is compared with decimal digits without rounding either",
    arguments: [
      (0.5, "0.5", true), (0.5, "0.50000000000000000000000000000001", false), (0.5, "-3", true),
      (-0.5, "-0.5", true), (-0.5, "-0.49", false), (0, "0.00", true), (0, "-0", true),
      // 0.1 as a double is a little above one tenth, 0.3 a little below three tenths.
      (0.1, "0.1", true), (0.3, "0.3", false), (1e300, "1" + String(repeating: "0", count: 299), true),
      (12, "007.25", true),
    ])
  func comparison(value: Double, decimal: String, expected: Bool) throws {
    #expect(try #require(ExactNumber(value)).isAtLeast(decimal: decimal) == expected)
  }

  @Test(
    "What is no number in decimal digits is distinguished",
    arguments: [
      "", "-", ".", "1.", ".5", "1e5", "+1", "1.2.3", "0x10", "12 ", "nan",
      String(repeating: "9", count: 1001),
    ])
  func noNumber(text: String) {
    #expect(ExactNumber(1).isAtLeast(decimal: text) == nil)
  }

  @Test("A number rounded down to decimals is never above itself, and one unit more is")
  func roundedDown() throws {
    var random = SplitMix64(state: 5)
    for _ in 0..<500 {
      let value = try #require(ExactNumber(random.within(-1e6, 1e6)))
      let text = value.decimal(places: 3, down: true)
      #expect(value.isAtLeast(decimal: text) == true)
      let above = (value + (try #require(ExactNumber(0.001001)))).decimal(places: 3, down: true)
      #expect(value.isAtLeast(decimal: above) == false)
    }
  }
}
