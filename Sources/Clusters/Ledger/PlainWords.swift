// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers in sentences.
enum PlainWords {
  /// A number with at most `decimals` decimals, without trailing zeros; what is not finite or huge in Swift's
  /// own spelling.
  static func number(_ value: Double, decimals: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<max(0, min(decimals, 6)) { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "\(value)" }
    let rounded = scaled / scale
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
