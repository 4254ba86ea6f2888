// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Why a cluster cannot be sized.
package enum SizingError: Error, Equatable, CustomStringConvertible {
  /// A value is NaN or infinite.
  case notFinite(String)
  /// A value must be above zero.
  case notPositive(String, Double)
  /// A value must not be below zero.
  case negative(String, Double)
  /// A value lies outside the accepted range.
  case outOfRange(String, Double, allowed: ClosedRange<Double>)
  /// A value is larger than anything this engine is meant for.
  case tooLarge(String, Double, limit: Double)
  /// The coolant supply temperature lies outside what the rule or the hardware allows, C.
  case supplyTemperatureOutOfRange(Double, allowed: ClosedRange<Double>, reason: String)
  /// A site without a single block.
  case noBlocks
  /// Not even one system fits, or one scalable unit where only whole ones are built: the limit, what one
  /// needs, what there is, in the unit of the limit.
  case nothingFits(skuID: String, limit: SizingLimit, needed: Double, available: Double)
  /// Assumptions with unusable figures; every fault is listed.
  case invalidAssumptions([Finding])
  /// The catalogue has no figure for this key of the product, so nothing can be computed from it.
  case notPublished(skuID: String, key: String)
  /// No precision has this name; `nearest` is the one most likely meant.
  case unknownPrecision(String, nearest: String?)
  /// No language model is trained or served at this precision.
  case unsuitablePrecision(ComputePrecision)
  /// The memory of the GPUs does not hold one copy of a model, GB.
  case memoryTooSmall(neededGB: Double, availableGB: Double)
  /// More systems than three tiers of the switch carry: the network tier is the limit.
  case networkTier(skuID: String, systems: Int, limit: Int, tiers: Int, model: String)

  /// An item of a bill is on a line that is paid every year, where nothing is bought.
  case yearlyLine(item: String, line: LedgerLine)

  /// Most power at one meter, MW: over three times the largest announced French campus (1,400 MW, Fouju).
  package static let maximumGridMW = 5_000.0
  /// Most GPUs of one cluster: `maximumGridMW` at 2.0 kW per GPU, the leanest announced campus.
  package static let maximumGPUs = 2_500_000

  package var description: String {
    switch self {
    case .notFinite(let what): "the \(what) is not a finite number; give a number"
    case .notPositive(let what, let value): "the \(what) is \(value); give a number above zero"
    case .negative(let what, let value): "the \(what) is \(value); give zero or more"
    case .outOfRange(let what, let value, let allowed):
      "the \(what) is \(value); give a number from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .tooLarge(let what, let value, let limit):
      "the \(what) is \(value), above the \(limit) that one site can be sized for; check the unit, or split the site"
    case .supplyTemperatureOutOfRange(let value, let allowed, let reason):
      "the coolant supply temperature is \(value) C; give \(allowed.lowerBound) to \(allowed.upperBound) C, \(reason)"
    case .noBlocks: "there is nothing to size: give at least one block of hardware"
    case .nothingFits(let skuID, let limit, let needed, let available):
      "not even one block of \(skuID) fits: it needs \(needed) \(limit.unit), and there are \(available)"
    case .invalidAssumptions(let findings): findings.map(\.description).joined(separator: "\n")
    case .notPublished(let skuID, let key):
      "the catalogue has no \(key) of \(skuID), as none is published; choose another precision or product, or add the figure"
    case .unknownPrecision(let name, let nearest?): "unknown precision '\(name)'; did you mean '\(nearest)'?"
    case .unknownPrecision(let name, nil):
      "unknown precision '\(name)'; give \(ComputePrecision.allCases.map(\.rawValue).joined(separator: ", "))"
    case .unsuitablePrecision(let precision):
      "no language model is trained or served in \(precision.rawValue); give bf16, fp8 or fp4"
    case .memoryTooSmall(let neededGB, let availableGB):
      "the model needs \(neededGB) GB and the GPUs give it \(availableGB) GB; give more GPUs or a smaller batch"
    case .networkTier(let skuID, let systems, let limit, let tiers, let model):
      "network tier: \(systems) systems of \(skuID) are more than the \(limit) that one fabric of \(tiers) tiers of "
        + "\(model) carries; build several clusters, or state another fabric"
    case .yearlyLine(let item, let line):
      "the item '\(item)' is on the line '\(line.rawValue)', which is paid every year; put it on a capital line"
    }
  }

  /// Refuses NaN, infinity and values outside a range.
  static func check(_ what: String, _ value: Double, in allowed: ClosedRange<Double>) throws {
    guard value.isFinite else { throw SizingError.notFinite(what) }
    guard allowed.contains(value) else { throw SizingError.outOfRange(what, value, allowed: allowed) }
  }

  /// Refuses NaN, infinity, zero and negative values.
  static func checkPositive(_ what: String, _ value: Double) throws {
    guard value.isFinite else { throw SizingError.notFinite(what) }
    guard value > 0 else { throw SizingError.notPositive(what, value) }
  }

  /// Refuses what is no power of one meter.
  static func checkGridMW(_ what: String, _ value: Double) throws {
    try checkPositive(what, value)
    guard value <= maximumGridMW else { throw SizingError.tooLarge(what, value, limit: maximumGridMW) }
  }

  /// Refuses what is no number of GPUs of one cluster.
  static func checkGPUs(_ value: Int) throws {
    guard value > 0 else { throw SizingError.notPositive("number of GPUs", Double(value)) }
    guard value <= maximumGPUs else {
      throw SizingError.tooLarge("number of GPUs", Double(value), limit: Double(maximumGPUs))
    }
  }
}
