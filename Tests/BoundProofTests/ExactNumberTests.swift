// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import BoundProof

/// Decimal digits and rounded values are those of Python 3.11's fractions.Fraction and decimal.Decimal.
@Suite struct ExactNumberTests {
  private func exact(_ value: Double) throws -> ExactNumber { try #require(ExactNumber(value)) }

  @Test func decimalDigitsAreComplete() throws {
    #expect(try "\(exact(0.1))" == "0.1000000000000000055511151231257827021181583404541015625")
    #expect(
      try "\(exact(0.1) + exact(0.2))" == "0.3000000000000000166533453693773481063544750213623046875")
    #expect(
      try "\(exact(0.1) * exact(0.3))"
        == "0.0300000000000000005551115123125782085820576136538628584587058372823258067807472571075777523219585418701171875"
    )
    #expect(
      try "\(exact(-2.5e-7))"
        == "-0.00000024999999999999998868702795647156467140348468092270195484161376953125")
    #expect(try "\(exact(-3))" == "-3")
    #expect("\(ExactNumber(1200))" == "1200")
    #expect("\(ExactNumber.zero)" == "0")
  }

  @Test func oneSumSpansTheWholeRangeOfDoubles() throws {
    let text = try "\(exact(1e300) + exact(.leastNonzeroMagnitude))"
    #expect(text.hasPrefix("10000000000000000525047602552044202487"))
    #expect(text.hasSuffix("19718265533447265625"))
    #expect(text.count == 1376)
    #expect(try exact(1e300) + exact(.leastNonzeroMagnitude) - exact(1e300) == exact(.leastNonzeroMagnitude))
    #expect(try exact(1e300) + exact(.leastNonzeroMagnitude) > exact(1e300))
  }

  @Test func sumsOfProductsRoundAsFractionsDo() throws {
    for (a, b, c, d, down, up) in Self.products {
      var sum = ExactSum()
      sum.add(a, times: b)
      sum.add(c, times: d)
      #expect(sum.value.roundedDown == down)
      #expect(sum.value.roundedUp == up)
      #expect(try sum.value == exact(a) * exact(b) + exact(c) * exact(d))
      #expect((-sum.value).roundedDown == -up)
    }
  }

  @Test func doublesComeBackUnchanged() throws {
    let values: [Double] = [
      0, 1, -1, 0.1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 2.2250738585072014e-308,
      2.2250738585072014e-308.nextDown, 1e300,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 9_007_199_254_740_994,
    ]
    for value in values {
      #expect(try exact(value).roundedDown == value)
      #expect(try exact(value).roundedUp == value)
    }
  }

  @Test func whatIsNoDoubleRoundsToBothSides() throws {
    let huge = try exact(.greatestFiniteMagnitude) + exact(1)
    #expect(huge.roundedDown == .greatestFiniteMagnitude)
    #expect(huge.roundedUp == .infinity)
    #expect((-huge).roundedDown == -.infinity)
    #expect((-huge).roundedUp == -.greatestFiniteMagnitude)
    let tiny = try exact(.leastNonzeroMagnitude) * exact(0.5)
    #expect(tiny.roundedDown == 0)
    #expect(tiny.roundedUp == .leastNonzeroMagnitude)
    #expect((-tiny).roundedDown == -.leastNonzeroMagnitude)
    #expect((-tiny).roundedUp == 0)
    // 2^53 + 1 lies between two doubles; one below 2^1024 rounds up out of the range.
    #expect(ExactNumber(9_007_199_254_740_993).roundedDown == 9_007_199_254_740_992)
    #expect(ExactNumber(9_007_199_254_740_993).roundedUp == 9_007_199_254_740_994)
    #expect((huge * huge).roundedUp == .infinity)
  }

  @Test func notANumberAndInfinityAreNoExactNumbers() {
    #expect(ExactNumber(Double.nan) == nil)
    #expect(ExactNumber(Double.infinity) == nil)
    #expect(ExactNumber(-Double.infinity) == nil)
  }

  @Test func equalNumbersAreEqualHoweverTheyWereMade() throws {
    #expect(try exact(0.5) + exact(0.5) == ExactNumber(1))
    #expect(try exact(4) * exact(0.25) == ExactNumber(1))
    #expect(Set([ExactNumber(8), try exact(8)]).count == 1)
    #expect(try exact(-0.0) == .zero)
  }

  @Test func orderIsThatOfTheNumbers() throws {
    let rising: [Double] = [
      -.greatestFiniteMagnitude, -2, -0.5, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 0.1, 0.3, 2,
      1e300,
    ]
    for (i, a) in rising.enumerated() {
      for (j, b) in rising.enumerated() {
        #expect(try (exact(a) < exact(b)) == (i < j))
      }
    }
  }

  @Test func decimalPlacesRoundToTheSideAskedFor() throws {
    #expect(try exact(0.1).decimal(places: 3, down: true) == "0.100")
    #expect(try exact(0.1).decimal(places: 3, down: false) == "0.101")
    #expect(try exact(-0.1).decimal(places: 3, down: true) == "-0.101")
    #expect(try exact(-0.1).decimal(places: 3, down: false) == "-0.100")
    #expect(try exact(2.5).decimal(places: 1, down: true) == "2.5")
    #expect(try exact(2.5).decimal(places: 0, down: false) == "3")
    #expect(try exact(.leastNonzeroMagnitude).decimal(places: 2, down: true) == "0.00")
    #expect(try exact(-.leastNonzeroMagnitude).decimal(places: 2, down: false) == "0.00")
    #expect(try exact(-.leastNonzeroMagnitude).decimal(places: 2, down: true) == "-0.01")
    #expect(ExactNumber(1200).decimal(places: 2, down: true) == "1200.00")
    #expect(ExactNumber.zero.decimal(places: 1, down: true) == "0.0")
  }

  @Test func distanceFromWholeNumbersIsExact() throws {
    #expect(try exact(2.75).distanceFromWhole == exact(0.25))
    #expect(try exact(-2.75).distanceFromWhole == exact(0.25))
    #expect(try exact(0.5).distanceFromWhole == exact(0.5))
    #expect(try exact(1e300).distanceFromWhole == .zero)
    #expect(try exact(.leastNonzeroMagnitude).distanceFromWhole == exact(.leastNonzeroMagnitude))
    #expect(try exact(1).isWhole && !exact(1.5).isWhole)
  }

  @Test func quotientsLieOnTheSideAskedFor() throws {
    for (a, b, c, d, _, _) in Self.products where b != 0 {
      let dividend = try exact(a) * exact(c) + exact(d)
      let low = dividend.quotient(by: b, down: true)
      let high = dividend.quotient(by: b, down: false)
      #expect(low <= high && high <= low.nextUp)
      if low.isFinite, let product = ExactNumber(low) {
        #expect(try b > 0 ? product * exact(b) <= dividend : product * exact(b) >= dividend)
      }
      if high.isFinite, let product = ExactNumber(high) {
        #expect(try b > 0 ? product * exact(b) >= dividend : product * exact(b) <= dividend)
      }
    }
    #expect(try exact(1).quotient(by: 4, down: true) == 0.25)
    #expect(try exact(1).quotient(by: 3, down: false) == (1.0 / 3).nextUp)
    #expect(try exact(1).quotient(by: -3, down: true) == -(1.0 / 3).nextUp)
    #expect(try exact(1e300).quotient(by: 1e-300, down: true) == .greatestFiniteMagnitude)
    #expect(try exact(1e300).quotient(by: 1e-300, down: false) == .infinity)
    #expect(try exact(1e-300).quotient(by: 1e300, down: true) == 0)
    #expect(try exact(1e-300).quotient(by: 1e300, down: false) == .leastNonzeroMagnitude)
  }

  /// a, b, c, d, and a b + c d rounded down and up; as text, since the compiler takes no literals as small as
  /// some of them.
  private static let products: [(Double, Double, Double, Double, Double, Double)] = """
    -4.891099670263084e+142 5.9038713113139334e+147 -9.419895434327704e+145 5.519171348714338e+138 -2.8876475014060253e+290 -2.887647501406025e+290
    -8.962934926018047e-24 -7.735880706937113e-14 7.368909157301906e-17 8.752171847186085e-23 6.998113496442592e-37 6.998113496442593e-37
    46236.743355884835 -4410.352679777794 -6.807915752839235e-07 -722465.1632021937 -203920344.4719766 -203920344.47197658
    -7.355182915661507e-09 -0.005810872350097643 0.0009202542004349992 7.4481553087360375 0.006854196251096605 0.006854196251096606
    9.229559779e-313 -6.36662662907e-313 9.331286246343909e-307 -4.0242220429226444e-308 -5e-324 0
    -6.680878857405088e-165 -4.723761221000595e-159 -3.97281798461075e-169 1.919579010894037e-159 3e-323 3.5e-323
    -3.800841367937424 -3.8509626739922087 -6304535.198030117 4.093382682818185e-08 14.378829485664165 14.378829485664166
    9.50197e-319 8.984409533410522e-308 6.8976e-319 9.813189190236172e-307 0 5e-324
    -3.1123637389397606e-158 7.854221839413318e-161 5.512060293979905e-166 1.7952674252387956e-158 -2.444513e-318 -2.44451e-318
    7.92992037356042e-16 -7.867387806054823e-16 -2.5400474445156253e-28 6.894677940107258e-20 -6.238775884993496e-31 -6.238775884993495e-31
    -1627595.31690162 56403794.211298995 -277.347533954549 3.891934989017889e-08 -91802551313792.95 -91802551313792.94
    -4.3428360385558644e-167 4.393729518481835e-156 -6.563464907291465e-153 3.3111245835469807e-156 -2.173245000778087e-308 -2.1732450007780864e-308
    -9.267368e-317 -5.830332139024059e-303 2.216550763e-315 -3.200809e-317 0.0 5e-324
    2.474741869153e-311 4.4083e-319 -6.088022863861462e-305 2.4814363793e-314 -5e-324 0
    -2.4727e-319 -9.435549307e-315 2.47426062154e-313 -7.619588858526e-312 -5e-324 0
    -1.9242116955130604e-165 -7.748793009370455e-164 2.5392994190967813e-154 7.355978688370997e-164 1.867903e-317 1.8679036e-317
    """.split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").map { Double($0) ?? .nan }
      return (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }
}
