// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Studies

@Suite("Random and quasi-random sequences")
struct SequenceTests {
  @Test("The generator gives the published sequence of SplitMix64, at any position")
  func splitMix() {
    let stream = RandomStream(state: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map(stream.bits) == published)
    #expect(stream.bits(3) == published[3])
  }

  @Test("The hash of names gives the published values of FNV-1a")
  func hash() {
    #expect(fowlerNollVo("") == 0xCBF2_9CE4_8422_2325)
    #expect(fowlerNollVo("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(fowlerNollVo("foobar") == 0x8594_4171_F739_67E8)
  }

  @Test("A permutation holds every number once, and all orders of three come about as often")
  func permutations() {
    for count in [0, 1, 2, 97] {
      let order = RandomStream(state: UInt64(count)).permutation(count)
      #expect(order.sorted() == Array(0..<count))
    }
    var counts: [[Int]: Int] = [:]
    for seed in 0..<6_000 {
      let stream = RandomStream(name: "f", purpose: "test", seed: UInt64(seed))
      counts[stream.permutation(3), default: 0] += 1
    }
    #expect(counts.count == 6)
    // Five standard deviations of a binomial with 6000 draws and a chance of one sixth.
    #expect(counts.values.allSatisfy { ($0 - 1_000).magnitude < 145 })
  }

  /// Points 1 to 7 and 1000 of scipy.stats.qmc.Sobol without scrambling, dimensions 1, 2, 3, 8, 32 and 64.
  private static let scipy: [(Int, [Double])] = [
    (1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]), (2, [0.75, 0.25, 0.25, 0.75, 0.25, 0.75]),
    (3, [0.25, 0.75, 0.75, 0.25, 0.75, 0.25]), (4, [0.375, 0.375, 0.625, 0.875, 0.125, 0.125]),
    (5, [0.875, 0.875, 0.125, 0.375, 0.625, 0.625]), (6, [0.625, 0.125, 0.875, 0.125, 0.375, 0.875]),
    (7, [0.125, 0.625, 0.375, 0.625, 0.875, 0.375]),
    (1000, [0.2197265625, 0.0966796875, 0.5185546875, 0.8994140625, 0.1455078125, 0.4462890625]),
  ]

  @Test("Sobol points are SciPy's, first and late ones, low and high dimensions", arguments: scipy)
  func sobol(point: Int, values: [Double]) {
    for (dimension, value) in zip([0, 1, 2, 7, 31, 63], values) {
      #expect(Double(SobolDimension(dimension).bits(point)) * 0x1p-32 == value)
    }
  }

  @Test("Every dimension of the Sobol sequence puts one of the first 2^k points in each of 2^k equal cells")
  func stratified() {
    #expect(SobolDimension.limit == 64)
    for dimension in 0..<SobolDimension.limit {
      let sequence = SobolDimension(dimension)
      for k in [1, 4, 9] {
        let cells = (0..<(1 << k)).map { Int(sequence.bits($0) >> UInt32(32 - k)) }
        #expect(cells.sorted() == Array(0..<(1 << k)), "dimension \(dimension), 2^\(k) points")
      }
    }
  }

  @Test("No two dimensions of the Sobol sequence are alike")
  func different() {
    let starts = (0..<SobolDimension.limit).map { dimension in
      let sequence = SobolDimension(dimension)
      return (0..<4_096).map(sequence.bits)
    }
    #expect(Set(starts).count == starts.count)
  }
}
