// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// The most GPUs that whole blocks give within the power and land of a site. A relaxation fills both to the
/// last kW and so counts GPUs that no plan can have.
struct WholeBlocks {
  /// One sku on the site.
  private struct Kind {
    var gpus: Int
    var gridMW: Double
    var landHa: Double
    var most: Int
  }

  private var kinds: [Kind]
  /// Most GPUs a MW gives, over this kind and those after it.
  private var density: [Double] = []
  private var step = 0
  private var best = 0

  /// - Parameters:
  ///   - blocks: The skus.
  ///   - pue: Power usage effectiveness of the site.
  ///   - most: Most blocks of each sku that other limits leave.
  init(_ blocks: [ClusterOption], pue: Double, most: [Int]) {
    kinds = zip(blocks, most).filter { $0.1 > 0 }.map { block, most in
      Kind(gpus: block.gpus, gridMW: block.itMW * pue, landHa: block.landHa, most: most)
    }
    kinds.sort { Double($0.gpus) / $0.gridMW > Double($1.gpus) / $1.gridMW }
    density = kinds.map { Double($0.gpus) / $0.gridMW }
    step = kinds.reduce(0) { Self.divisor($0, $1.gpus) }
  }

  /// The most GPUs within a power and land, by trying counts of the densest sku first.
  mutating func mostGPUs(powerMW: Double, landHa: Double) -> Int {
    best = 0
    guard step > 0 else { return 0 }
    search(kind: 0, gpus: 0, powerMW: powerMW, landHa: landHa)
    return best
  }

  /// Most GPUs that the rest of the power can give, in steps of the common divisor of all blocks.
  private func reach(kind: Int, powerMW: Double) -> Int {
    guard kind < kinds.count, powerMW > 0 else { return 0 }
    let most = powerMW * density[kind] * (1 + 1e-9) + 1e-6
    return Int(min(most, 1e12)) / step * step
  }

  private mutating func search(kind: Int, gpus: Int, powerMW: Double, landHa: Double) {
    best = max(best, gpus)
    guard kind < kinds.count, gpus + reach(kind: kind, powerMW: powerMW) > best else { return }
    let current = kinds[kind]
    var count = min(Double(current.most), powerMW / current.gridMW + 1e-9)
    if current.landHa > 0 { count = min(count, landHa / current.landHa + 1e-9) }
    var whole = Int(max(0, count))
    while whole >= 0 {
      let left = powerMW - Double(whole) * current.gridMW
      let have = gpus + whole * current.gpus
      // Fewer of the denser sku leave no more than this.
      guard have + reach(kind: kind + 1, powerMW: left) > best || have > best else { return }
      search(
        kind: kind + 1, gpus: have, powerMW: left, landHa: landHa - Double(whole) * current.landHa)
      whole -= 1
    }
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}
