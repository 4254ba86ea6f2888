// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ComputePrecision {
  /// The precision with a name, for example `fp8`, in any case.
  ///
  /// - Throws: `SizingError.unknownPrecision` with the nearest name.
  package static func named(_ name: String) throws -> ComputePrecision {
    let wanted = name.lowercased()
    for precision in allCases where precision.rawValue == wanted { return precision }
    throw SizingError.unknownPrecision(name, nearest: nearestName(to: name, among: allCases.map(\.rawValue)))
  }

  /// The key of a product's file that states the dense rate.
  var denseKey: String { self == .fp64 ? "fp64_tflops" : "\(rawValue)_dense" }
}

extension HardwareSKU {
  /// Peak dense rate of one GPU, PFLOPS.
  ///
  /// - Throws: `SizingError.unsuitablePrecision` for FP64, in which no language model is trained or served;
  ///   `.notPublished` where the maker states no dense rate.
  func languageModelPFLOPS(_ precision: ComputePrecision) throws -> Double {
    let figure: Quantity?
    switch precision {
    case .fp4: figure = performance.fp4Dense
    case .fp8: figure = performance.fp8Dense
    case .bf16: figure = performance.bf16Dense
    case .fp64: throw SizingError.unsuitablePrecision(precision)
    }
    guard let figure else { throw SizingError.notPublished(skuID: id, key: precision.denseKey) }
    if !(figure.value > 0 && figure.value.isFinite) {
      try SizingError.checkPositive("\(precision.denseKey) of \(id)", figure.value)
    }
    return figure.value
  }
}
